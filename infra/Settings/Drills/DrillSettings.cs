namespace MlTa.Settings.Drills;

/// <summary>
/// Everything that the file of a drill decides. One committed file serves all drills: each is a stack of its own, <c>dr-test-ID</c>, that is given
/// the file with <c>--config-file</c>. A shape of its own, so that a drill cannot even name what belongs to production: it has no peers, no
/// DNS, nobody to call and nothing to replicate to.
/// </summary>
public sealed record DrillSettings : DeployedSettings
{
    /// <summary>What the names of all drills begin with; alone, the name under which the committed file is previewed.</summary>
    public const string StackName = "dr-test";

    /// <summary>Always <c>drill</c>.</summary>
    public override required Role Role { get; init; }

    /// <summary>Always <c>drill</c>.</summary>
    public override required Tier Tier { get; init; }

    /// <summary>Where the copies are that are to be proved: a region with a vault, and not the one that serves.</summary>
    public override required string Region { get; init; }

    public override required string Prefix { get; init; }

    public override required string Account { get; init; }

    /// <summary>Where <c>pulumi</c> keeps the states of drills. Not with those of the stacks that stand: its role may delete in it.</summary>
    public override required string StateBackend { get; init; }

    /// <summary>The stack in the same region whose copies are restored, and whose recovery is rehearsed.</summary>
    public required string Rehearses { get; init; }

    public required DrillRestoreSettings Restore { get; init; }

    public required DrillRunSettings Drill { get; init; }

    public required DrillNetworkSettings Network { get; init; }

    public required DrillDatabaseSettings Database { get; init; }

    /// <summary>What the restored database's master password becomes: a new one for each drill, so that nobody has to know production's.</summary>
    public override required SecretText DatabasePassword { get; init; }

    public override required ClusterSettings Cluster { get; init; }

    public required DrillWorkloadSettings Workloads { get; init; }

    public override required CacheSettings Cache { get; init; }

    /// <summary>The cache's password, 16 to 128 characters; a new one for each drill.</summary>
    public override required SecretText CacheToken { get; init; }

    /// <summary>The names of the stack whose copies are restored.</summary>
    [NotAKey]
    public Naming.RegionNames RehearsedNames => new(Prefix, Account, Rehearses, Region);

    /// <summary>Whether a stack's name says that it is a drill's. Everything else about it, its file's shape above all, follows from that.</summary>
    public static bool IsNameOfDrill(string stack) => stack == StackName || stack.StartsWith($"{StackName}-", StringComparison.Ordinal);
}
