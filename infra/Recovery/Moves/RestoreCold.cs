using MlTa.Settings;

namespace MlTa.Recovery.Moves;

/// <summary>Both serving regions are gone: the archive rebuilds everything from what it keeps.</summary>
public static class RestoreCold
{
    public const string RebuildPhase = "rebuild";

    /// <param name="estate">All stacks.</param>
    /// <param name="archive">The stack that rebuilds.</param>
    /// <param name="isGraceful">Whether the others still answer, and so can stop writing first.</param>
    public static Move In(Estate estate, string archive, bool isGraceful)
    {
        var settings = estate[archive];
        var rebuilt = settings with
        {
            Role = Role.Active,
            Network = settings.Network with { NatGateways = NatGateways.PerZone },
            Database = settings.Database with { RestoredFrom = new() { Snapshot = Unknowns.RecoveryPointArn(settings.Region, settings.Account) } },
        };
        var move = new Move(estate);
        return isGraceful ? Rebuild(FenceOthers(move)) : FenceOthers(Rebuild(move));

        Move Rebuild(Move next) => next.Then(
            RebuildPhase, rebuilt, $"build a whole region in {settings.Region}, with the database from its newest recovery point, and lead users there");
    }

    private static Move FenceOthers(Move move) => move.End.Stacks
        .Where(stack => stack.Tier == Tier.Serving && stack.Role is Role.Active or Role.Standby)
        .Aggregate(move, (next, stack) => next.Then(
            $"{FailOver.FencePhase}-{stack.Stack}",
            stack with { Role = Role.Fenced },
            stack.Role == Role.Standby
                ? $"keep the replica of {stack.Stack}, which is promoted for good and closed: look first whether it has newer data than the restore, and fail over to it instead"
                : $"keep anybody from writing in {stack.Stack}, and keep its data"));
}
