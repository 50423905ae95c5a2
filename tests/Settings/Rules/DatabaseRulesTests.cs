using MlTa.Settings;
using MlTa.Settings.Rules;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class DatabaseRulesTests
{
    private const string PointInTime = "database.pointInTimeCopyDays: expected 1 to 35";
    private const string Retention = "database.backupRetentionDays: RDS keeps at most 35 days, and with 0 a promoted database has no backups, so give 1 to 35";

    [Theory]
    [InlineData(-1, "database.generation: expected 0 or more, got -1")]
    [InlineData(0, null)]
    [InlineData(7, null)]
    public void Generations_count_from_0(int generation, string? problem) => Check(problem, database => database with { Generation = generation });

    [Theory]
    [InlineData("db.r6g.large", true)]
    [InlineData("db.x2iedn.32xlarge", true)]
    [InlineData("r6g.large", false)]
    [InlineData("db.", false)]
    [InlineData("db.r6g", false)]
    [InlineData("db.r6g.", false)]
    [InlineData("DB.R6G.LARGE", false)]
    [InlineData("db.r6g.large ", false)]
    [InlineData("", false)]
    public void An_instance_class_is_one_of_rds(string instanceClass, bool accepted) => Check(
        accepted ? null : $"database.instanceClass: expected an RDS instance class such as db.r6g.large, got '{instanceClass}'",
        database => database with { InstanceClass = instanceClass });

    [Theory]
    [InlineData(14, "database.engineMajorVersion: a replica keeps backups only from PostgreSQL 14.1 on, so give at least 15, got 14")]
    [InlineData(15, null)]
    public void The_engine_lets_a_replica_keep_backups(int version, string? problem) =>
        Check(problem, database => database with { EngineMajorVersion = version });

    [Theory]
    [InlineData(19, "database.allocatedStorageGiB: expected 20 to 59578, got 19")]
    [InlineData(20, null)]
    [InlineData(59578, null)]
    public void Storage_begins_with_20_GiB(int allocated, string? problem) => Check(
        problem, database => database with { AllocatedStorageGiB = allocated, MaximumStorageGiB = 65536, ReplicaLogLimitGiB = 1 });

    [Fact]
    public void Storage_that_could_not_grow_is_refused() => Assert.Contains(
        "file: database.allocatedStorageGiB: expected 20 to 59578, got 59579",
        StackRules.Check(CommittedStacks.Primary.WithDatabase(database => database with { AllocatedStorageGiB = 59579 }), null, "file", "")
            .Select(problem => problem.ToString()));

    [Theory]
    [InlineData(200, 219, "database.maximumStorageGiB: storage grows by a tenth of allocatedStorageGiB (200) or more, so give 220 to 65536, got 219")]
    [InlineData(200, 220, null)]
    [InlineData(205, 225, "database.maximumStorageGiB: storage grows by a tenth of allocatedStorageGiB (205) or more, so give 226 to 65536, got 225")]
    [InlineData(205, 226, null)]
    [InlineData(200, 65536, null)]
    [InlineData(200, 65537, "database.maximumStorageGiB: storage grows by a tenth of allocatedStorageGiB (200) or more, so give 220 to 65536, got 65537")]
    public void Storage_can_grow(int allocated, int maximum, string? problem) => Check(
        problem, database => database with { AllocatedStorageGiB = allocated, MaximumStorageGiB = maximum });

    [Theory]
    [InlineData(0, $"{Retention}, got 0")]
    [InlineData(1, null)]
    [InlineData(35, null)]
    [InlineData(36, $"{Retention}, got 36")]
    public void Backups_are_kept_for_1_to_35_days(int days, string? problem) => Check(problem, database => database with { BackupRetentionDays = days });

    [Theory]
    [InlineData(0, $"{PointInTime}, got 0")]
    [InlineData(1, null)]
    [InlineData(35, null)]
    [InlineData(36, $"{PointInTime}, got 36")]
    public void Point_in_time_copies_are_kept_for_1_to_35_days(int days, string? problem) =>
        Check(problem, database => database with { PointInTimeCopyDays = days });

    [Theory]
    [InlineData("07:00-07:30", true)]
    [InlineData("07:00-07:29", false)]
    [InlineData("7 a.m.", false)]
    public void The_backup_window_is_daily(string window, bool accepted) => Check(
        accepted ? null : $"database.backupWindow: expected hh:mm-hh:mm in UTC such as 07:00-07:30 and at least 30 minutes, got '{window}'",
        database => database with { BackupWindow = window });

    [Theory]
    [InlineData("sun:08:00-sun:08:30", true)]
    [InlineData("sun:08:00-sun:08:29", false)]
    [InlineData("Sun:08:00-Sun:09:00", false)]
    public void The_maintenance_window_is_weekly(string window, bool accepted) => Check(
        accepted ? null : $"database.maintenanceWindow: expected ddd:hh:mm-ddd:hh:mm in UTC such as sun:08:00-sun:09:00 and at least 30 minutes, got '{window}'",
        database => database with { MaintenanceWindow = window });

    [Theory]
    [InlineData("sun:07:29-sun:08:30", "database.maintenanceWindow: must not overlap backupWindow (07:00-07:30), got 'sun:07:29-sun:08:30'")]
    [InlineData("sun:07:30-sun:08:30", null)]
    public void The_windows_do_not_overlap(string window, string? problem) => Check(problem, database => database with { MaintenanceWindow = window });

    [Theory]
    [InlineData(0, "database.replicaLogLimitGiB: a dead replica must not fill the disk, so give 1 to half of allocatedStorageGiB (100), got 0")]
    [InlineData(1, null)]
    [InlineData(100, null)]
    [InlineData(101, "database.replicaLogLimitGiB: a dead replica must not fill the disk, so give 1 to half of allocatedStorageGiB (100), got 101")]
    public void A_dead_replica_does_not_fill_the_disk(int limit, string? problem) => Check(problem, database => database with { ReplicaLogLimitGiB = limit });

    private static void Check(string? problem, Func<DatabaseSettings, DatabaseSettings> change) =>
        Verdict.Is(problem, CommittedStacks.Primary.WithDatabase(change));
}
