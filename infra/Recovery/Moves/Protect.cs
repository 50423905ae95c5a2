using MlTa.Settings;

namespace MlTa.Recovery.Moves;

/// <summary>A stack follows the writer with a new replica. What it had is kept beside it, closed.</summary>
public static class Protect
{
    public const string FollowPhase = "follow";
    public const string UnpinPhase = "unpin";

    /// <param name="estate">All stacks, one of them active.</param>
    /// <param name="stack">The stack that becomes, or stays, the standby.</param>
    public static Move By(Estate estate, string stack)
    {
        var settings = estate[stack];
        var writer = estate.Active!;
        var follower = settings with
        {
            Role = Role.Standby,
            Failover = settings.Failover is { } failover ? failover with { Pinned = true } : null,
            Database = Replaced(settings.Database, estate.NextGeneration) with { Source = Of(writer) },
            // It may have been paused before it was fenced, and must not begin so when it takes over.
            Workloads = settings.Workloads with { WritesPaused = false },
        };
        return new Move(estate)
            .Then($"{FollowPhase}-{stack}", follower, $"make a new replica of {writer.Stack}'s database in {stack}, and keep what was there")
            .Then(Unpin);
    }

    public static DatabaseSourceSettings Of(StackSettings writer) => new() { Region = writer.Region, Generation = writer.Database.Generation };

    /// <summary>The settings of a new lineage, which has no origin yet, with the one of now among the kept.</summary>
    public static DatabaseSettings Replaced(DatabaseSettings database, int generation) => database with
    {
        Generation = generation,
        Source = null,
        RestoredFrom = null,
        Kept = [.. database.Kept, database.Lineage],
    };

    /// <summary>A region that follows cannot write: users may find it by themselves again, should the other one be lost.</summary>
    private static Move Unpin(Estate estate) => estate.Active is { Failover: { Pinned: true } failover } keeper
        ? new Move(estate).Then(UnpinPhase, keeper with { Failover = failover with { Pinned = false } }, "ask the other region again, which follows now")
        : new Move(estate);
}
