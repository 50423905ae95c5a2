using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

/// <summary>What a database may be made from, the current one and each that is kept.</summary>
public sealed class DatabaseOriginRulesTests
{
    private const string Form = "expected one of snapshot, generation and automatedBackupsArn, got";
    private const string Snapshot = "RDS restores within a region, so give a snapshot's name or an ARN arn:aws:rds:us-west-2:ACCOUNT:snapshot:NAME, got";
    private const string Backups = "RDS restores within a region, so give an ARN arn:aws:rds:us-west-2:ACCOUNT:auto-backup:NAME, got";
    private const string Time = "expected a time in UTC such as 2026-11-23T03:05:00Z, or latest, got";

    [Theory]
    [InlineData("ml-ta-emergency-20261123-0310", true)]
    [InlineData("rds:ml-ta-production-2026-11-23-03-05", true)]
    [InlineData("awsbackup:job-0a1b2c", true)]
    [InlineData("arn:aws:rds:us-west-2:111122223333:snapshot:awsbackup:job-0a1b2c", true)]
    [InlineData("arn:aws:rds:us-west-2:111122223333:snapshot:before", true)]
    [InlineData("arn:aws:rds:us-east-1:111122223333:snapshot:before", false)] // another region's
    [InlineData("arn:aws:rds:us-west-2:111122223333:auto-backup:ab-abcdefgh", false)]
    [InlineData("arn:aws:rds:us-west-2:1111:snapshot:before", false)]
    [InlineData("before the release", false)]
    [InlineData("before\n", false)]
    [InlineData("", false)]
    public void A_snapshot_is_one_of_this_region(string snapshot, bool accepted) => Check(accepted ? null : $"{Snapshot} '{snapshot}'", new() { Snapshot = snapshot });

    [Theory]
    [InlineData(Lineages.BackupsArn, true)]
    [InlineData("arn:aws:rds:us-east-1:111122223333:auto-backup:ab-abcdefgh", false)]
    [InlineData("arn:aws:rds:us-west-2:111122223333:snapshot:before", false)]
    [InlineData("ab-abcdefgh", false)]
    [InlineData("", false)]
    public void A_point_in_time_copy_is_one_of_this_region(string arn, bool accepted) =>
        Check(accepted ? null : $"{Backups} '{arn}'", new() { AutomatedBackupsArn = arn, Time = "latest" });

    [Theory]
    [InlineData("latest", true)]
    [InlineData("2026-11-23T03:05:00Z", true)]
    [InlineData("2026-11-23T03:05:00+00:00", false)]
    [InlineData("2026-11-23T03:05:00", false)] // of which clock?
    [InlineData("2026-11-31T03:05:00Z", false)]
    [InlineData("2026-11-23", false)]
    [InlineData("Latest", false)]
    [InlineData("", false)]
    public void A_moment_is_in_utc(string time, bool accepted) =>
        Check(accepted ? null : $"{Time} '{time}'", new() { AutomatedBackupsArn = Lineages.BackupsArn, Time = time });

    [Fact]
    public void A_moment_is_said() => Check(
        "say for what time, UTC such as 2026-11-23T03:05:00Z, or latest, got nothing", new() { AutomatedBackupsArn = Lineages.BackupsArn });

    [Fact]
    public void A_snapshot_is_of_one_moment() => Check("a snapshot is of one moment, so remove time, got 'latest'", new() { Snapshot = "before", Time = "latest" });

    [Fact]
    public void A_backup_is_one_thing()
    {
        Check($"{Form} none", new());
        Check($"{Form} none", new() { Time = "latest" });
        Check($"{Form} snapshot and automatedBackupsArn", new() { Snapshot = "before", AutomatedBackupsArn = Lineages.BackupsArn });
    }

    [Fact]
    public void A_generation_and_a_snapshot_are_two_backups() => Verdict.Is(
        $"database.restoredFrom: {Form} snapshot and generation",
        CommittedStacks.Primary.Succeeded(new() { Snapshot = "before", Generation = 0, Time = "latest" }));

    [Fact]
    public void A_database_has_one_origin()
    {
        const string problem = "a database has one origin, so remove source or restoredFrom, got both";
        var both = new DatabaseLineageSettings { Generation = 2, Source = new() { Region = "us-east-1", Generation = 1 }, RestoredFrom = new() { Snapshot = "before" } };

        Verdict.Is($"database.restoredFrom: {problem}", CommittedStacks.Primary.WithDatabase(database => database with { Source = both.Source, RestoredFrom = both.RestoredFrom }));
        Verdict.Is($"database.kept: generation 2: {problem}", CommittedStacks.Primary.WithDatabase(database => database with { Generation = 3, Kept = [both] }));
    }

    [Fact]
    public void A_standby_is_not_restored() => Verdict.Is(
        "database.source: a standby follows a writer, so give its region and generation, got nothing",
        CommittedStacks.Secondary.WithDatabase(database => database with { Source = null, RestoredFrom = new() { Snapshot = "before" } }));

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, "database.kept: generation 2: a database comes from an earlier one, so give an origin below 2, got 2")]
    [InlineData(3, "database.kept: generation 2: a database comes from an earlier one, so give an origin below 2, got 3")]
    public void A_kept_database_comes_from_an_earlier_one(int origin, string? problem)
    {
        Verdict.Is(problem, Keeping(new DatabaseLineageSettings { Generation = 2, Source = new() { Region = "us-east-1", Generation = origin } }));
        Verdict.Is(problem, Keeping(new DatabaseLineageSettings { Generation = 2, RestoredFrom = new() { Generation = origin, Time = "latest" } }));
    }

    [Fact]
    public void Every_kept_database_is_judged_at_once() => Verdict.Is(
        $"database.kept: generation 0: {Form} none; generation 1: {Form} none",
        Keeping(new() { Generation = 0, RestoredFrom = new() }, new() { Generation = 1, RestoredFrom = new() }));

    /// <summary>The same is said of the current database and of a kept one.</summary>
    private static void Check(string? problem, DatabaseRestoreSettings origin)
    {
        Verdict.Is(problem is null ? null : $"database.restoredFrom: {problem}", CommittedStacks.Primary.WithDatabase(database => database with { RestoredFrom = origin }));
        Verdict.Is(problem is null ? null : $"database.kept: generation 2: {problem}", Keeping(new DatabaseLineageSettings { Generation = 2, RestoredFrom = origin }));
    }

    private static StackSettings Keeping(params DatabaseLineageSettings[] kept) => CommittedStacks.Primary.WithDatabase(database => database with { Generation = 3, Kept = kept });
}
