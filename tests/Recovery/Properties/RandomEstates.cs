using CsCheck;
using MlTa.Naming;
using MlTa.Recovery.Moves;
using MlTa.Settings;
using MlTa.Tests.Recovery.Moves;

namespace MlTa.Tests.Recovery.Properties;

/// <summary>
/// Valid settings for three stacks, at random: where they are and what they are called, their sizes, numbers and promises, and what they have been
/// through. A number always gives the same ones.
/// </summary>
internal static class RandomEstates
{
    private const int LongestGeneration = 999;
    private const ulong Seed = 4;

    private static readonly string[] s_stacks = ["primary", "secondary", "backup", "a", "oregon", "dr-2", "kalt"];

    /// <summary>What a service that lives for years goes through. Each leaves a writer and a standby.</summary>
    private static readonly Func<Estate, Estate>[] s_pasts =
    [
        estate => estate,
        estate => FailOver.Sudden(estate, estate.Standby!.Stack).Then(next => FailBack.To(next, estate.Active!.Stack)).End,
        // The old region follows, and stays where it is.
        estate => FailOver.Graceful(estate, estate.Standby!.Stack).Then(next => Protect.By(next, estate.Active!.Stack)).End,
        Restored,
    ];

    public static Estate Of(int number, string keeper = Site.KeepersRegion) =>
        s_pasts[number % s_pasts.Length](Fresh(keeper).Generate(new PCG((uint)number, Seed), null, out _));

    private static Gen<Estate> Fresh(string keeper) =>
        from sites in Site.Of(keeper)
        from names in Gen.Shuffle(s_stacks, 3)
        from generations in Gen.Shuffle(Enumerable.Range(0, 30).ToArray(), 3)
        from prefix in Prefix(names, sites)
        from isKeptByArchive in Gen.Bool.Array[3]
        from ttl in Gen.Int[1, FailoverSettings.MaximumTtlSeconds]
        from isPaused in Gen.Int[0, 3].Select(quarter => quarter == 0)
        from shared in Shared
        select new RandomPlaces(sites, names, isKeptByArchive).Of(
            [generations.Take(2).Min(), generations.Take(2).Max(), generations[2]], stack => shared(stack) with { Prefix = prefix }, ttl, isPaused);

    /// <summary>Of what is known on the day the stamp has to be its own, as the next one is too.</summary>
    private static Estate Restored(Estate estate)
    {
        var end = RecoverContent.Of(estate).End;
        var active = end.Active!;
        return end.With(active with
        {
            Database = active.Database with { EmergencySnapshots = [.. active.Database.EmergencySnapshots.Select(snapshot => snapshot with { Stamp = "20261123-0310" })] },
        });
    }

    private static Gen<Func<StackSettings, StackSettings>> Shared { get; } =
        from database in RandomSizes.Database(CommittedMoves.Committed["primary"].Database)
        from workloads in RandomSizes.Workloads(CommittedMoves.Committed["primary"].Workloads)
        from cluster in RandomSizes.Cluster(CommittedMoves.Committed["primary"].Cluster)
        from backup in RandomSizes.Backup(CommittedMoves.Committed["backup"].Backup)
        from objectives in RandomSizes.Objectives
        from escalation in RandomSizes.Escalation
        from oldVersions in Gen.Int[1, 400]
        from hasAcceleratedRecovery in Gen.Bool
        select (Func<StackSettings, StackSettings>)(stack => stack with
        {
            Database = database,
            Workloads = workloads,
            Cluster = cluster,
            Backup = backup,
            Objectives = objectives,
            Escalation = escalation,
            Storage = stack.Storage with { KeepOldVersionsDays = oldVersions },
            Dns = stack.Dns with { Zone = "bank.example", AcceleratedRecovery = hasAcceleratedRecovery },
        });

    /// <summary>Up to the longest one that AWS's names leave room for.</summary>
    private static Gen<string> Prefix(string[] names, Site[] sites)
    {
        // A standby elsewhere is called as its region.
        var longest = names.Append(sites[3].Region).SelectMany(stack => sites.Select(site => new RegionNames("", "111122223333", stack, site.Region)))
            .SelectMany(named => NameLimits.Of(named, [LongestGeneration]))
            .Min(limited => limited.Limit - limited.Name.Length);
        return
            from length in Gen.Int[0, longest - 1]
            from letters in Gen.OneOf("abkz079-".ToCharArray()).Array[length]
            select $"m{string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries))}";
    }
}
