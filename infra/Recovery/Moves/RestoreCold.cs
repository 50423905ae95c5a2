using MlTa.Settings;

namespace MlTa.Recovery.Moves;

/// <summary>Both serving regions are gone: the archive rebuilds everything from what it keeps.</summary>
public static class RestoreCold
{
    public const string RebuildPhase = "rebuild";

    public static Move In(Estate estate, string archive)
    {
        var settings = estate[archive];
        var rebuilt = settings with
        {
            Role = Role.Active,
            Network = settings.Network with { NatGateways = NatGateways.PerZone },
            Database = settings.Database with { RestoredFrom = new() { Snapshot = Unknowns.RecoveryPointArn(settings.Region, settings.Account) } },
        };
        return estate.Stacks.Where(stack => stack.Role is Role.Active or Role.Standby).Aggregate(
            new Move(estate).Then(RebuildPhase, rebuilt, $"build a whole region in {settings.Region}, with the database from its newest recovery point, and lead users there"),
            (move, lost) => move.Then($"{FailOver.FencePhase}-{lost.Stack}", lost with { Role = Role.Fenced }, $"keep anybody from writing in {lost.Stack}, and keep its data"));
    }
}
