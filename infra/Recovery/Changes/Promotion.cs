using MlTa.Offline;

namespace MlTa.Recovery.Changes;

/// <summary>
/// How a replica becomes a database of its own: without its source, the provider calls <c>PromoteReadReplica</c>, waits, and then
/// sends whatever else differs (terraform-provider-aws, internal/service/rds/instance.go, resourceInstanceUpdate).
/// </summary>
public static class Promotion
{
    /// <summary>The input that names the database that a replica follows.</summary>
    public const string Source = "replicateSourceDb";

    internal const string Database = "aws:rds/instance:Instance";

    /// <summary>Inputs of which RDS is told nothing, or by a call of its own (instance.go, HasChangesExcept).</summary>
    private static readonly string[] s_notModified =
        ["allowMajorVersionUpgrade", "blueGreenUpdate", "deleteAutomatedBackups", "finalSnapshotIdentifier", "skipFinalSnapshot", "tags"];

    /// <summary>What the promotion itself is told (instance.go: the input of PromoteReadReplica), so that no second call follows for it alone.</summary>
    private static readonly string[] s_promoted = [Source, "backupRetentionPeriod", "backupWindow"];

    /// <summary>The inputs of a database that differ and that RDS is sent; no change of the others can fail or take time.</summary>
    public static IReadOnlyList<string> ModifiedProperties(this ResourceChange change) => [.. Names(change).Except(s_notModified)];

    /// <summary>Whether RDS is told more than a promotion says.</summary>
    internal static bool ModifiesToo(ResourceChange change) => change.ModifiedProperties().Except(s_promoted).Any();

    internal static bool IsTagged(ResourceChange change) => Names(change).Contains("tags");

    internal static bool IsPromotion(DeclaredResource before, DeclaredResource after) =>
        after.Type == Database && before.Inputs[Source] is not null && after.Inputs[Source] is null;

    private static IEnumerable<string> Names(ResourceChange change) =>
        change.Properties.Select(path => PropertyPath.Parse(path).Names.First()).Distinct();
}
