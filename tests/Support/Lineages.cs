using MlTa.Settings;

namespace MlTa.Tests.Support;

/// <summary>Stacks whose database was made from each origin, and the same stacks after another lineage has taken its place.</summary>
internal static class Lineages
{
    public const string BackupsArn = "arn:aws:rds:us-west-2:111122223333:auto-backup:ab-abcdefgh";
    public const string SnapshotArn = "arn:aws:rds:us-west-2:111122223333:snapshot:awsbackup:job-0a1b2c";

    /// <summary>An active stack in us-west-2 whose database is of this origin.</summary>
    public static StackSettings Of(string origin) => origin switch
    {
        "writer" => CommittedStacks.Primary,
        "replica" => CommittedStacks.Primary.WithDatabase(database => database with { Generation = 3, Source = new() { Region = "us-east-1", Generation = 1 } }),
        "snapshot" => CommittedStacks.Primary.WithDatabase(database => database with { Generation = 3, RestoredFrom = new() { Snapshot = SnapshotArn } }),
        "generation" => CommittedStacks.Primary.Succeeded(new() { Generation = 0, Time = DatabaseRestoreSettings.Latest }),
        "automatedBackups" => CommittedStacks.Primary.WithDatabase(database => database with
        {
            Generation = 3,
            RestoredFrom = new() { AutomatedBackupsArn = BackupsArn, Time = "2026-11-23T03:05:00Z" },
        }),
        _ => throw new ArgumentOutOfRangeException(nameof(origin), origin, "no origin"),
    };

    /// <summary>The current lineage is kept, and a restored one takes its place.</summary>
    public static StackSettings Succeeded(this StackSettings settings, DatabaseRestoreSettings origin) => settings.WithDatabase(database => database with
    {
        Generation = database.Generation + 3,
        Source = null,
        RestoredFrom = origin,
        Kept = [.. database.Kept, database.Lineage],
    });

    public static StackSettings Succeeded(this StackSettings settings) => settings.Succeeded(new() { Snapshot = "ml-ta-before" });
}
