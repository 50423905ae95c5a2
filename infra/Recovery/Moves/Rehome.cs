using MlTa.Settings;

namespace MlTa.Recovery.Moves;

/// <summary>The old region never returns: the one that took over is the home from now on, and another region becomes its standby.</summary>
public static class Rehome
{
    public const string PeersPhase = "peers";

    /// <param name="estate">All stacks after a failover.</param>
    /// <param name="lost">The stack that never returns. Its file is removed.</param>
    /// <param name="plan">Where its place is taken.</param>
    public static Move InPlaceOf(Estate estate, string lost, RehomeSettings plan)
    {
        var home = estate.Active!;
        var settlers = NewStack(estate, lost, plan);
        var remaining = estate.Without(lost);
        var move = new Move(remaining).Then($"{Protect.FollowPhase}-{settlers.Stack}", settlers, $"build a standby of {home.Stack} in {plan.Region}");
        return remaining.Stacks.Aggregate(move, (next, stack) => next.Then(
            $"{PeersPhase}-{stack.Stack}",
            WithPeer(stack, lost, settlers),
            $"let {stack.Stack} copy to {settlers.Stack} instead of {lost}"));
    }

    /// <summary>As the lost one was, in another region, with a database of its own.</summary>
    private static StackSettings NewStack(Estate estate, string lost, RehomeSettings plan)
    {
        var model = estate[lost];
        var writer = estate.Active!;
        var stack = plan.Region;
        return model with
        {
            Stack = stack,
            Role = Role.Standby,
            Region = plan.Region,
            StateBackend = $"s3://{model.Prefix}-pulumi-{stack}?region={plan.Region}",
            SecretsProvider = model.SecretsProvider?.Replace(model.Region, plan.Region, StringComparison.Ordinal),
            Peers = [.. estate.Stacks.Where(peer => peer.Stack != lost).Select(PeerOf)],
            Network = model.Network with { CidrBlock = plan.CidrBlock, Zones = plan.Zones },
            Database = writer.Database with
            {
                Generation = estate.NextGeneration,
                Source = Protect.Of(writer),
                RestoredFrom = null,
                Kept = [],
                EmergencySnapshots = [],
            },
            Workloads = model.Workloads with
            {
                WritesPaused = false,
                Registry = model.Workloads.Registry.Replace(model.Region, plan.Region, StringComparison.Ordinal),
                ChartRepository = model.Workloads.ChartRepository.Replace(model.Region, plan.Region, StringComparison.Ordinal),
            },
            Failover = null,
        };
    }

    private static StackSettings WithPeer(StackSettings stack, string lost, StackSettings settlers) => stack with
    {
        Peers = [.. stack.Peers.Select(peer => peer.Stack == lost ? PeerOf(settlers) : peer)],
        Failover = stack.Failover is { } failover ? failover with { PrimaryStack = settlers.Stack, Pinned = false, Rehome = null } : null,
    };

    private static PeerSettings PeerOf(StackSettings stack) => new() { Stack = stack.Stack, Region = stack.Region, Tier = stack.Tier };
}
