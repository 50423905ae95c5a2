using MlTa.Naming;
using MlTa.Settings;
using MlTa.Settings.Drills;
using MlTa.Settings.Rules.Drills;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Drills;

/// <summary>What is refused in the file of a drill, on both sides of each limit.</summary>
public sealed class DrillRulesTests
{
    private const string RecoveryPoint = "arn:aws:rds:us-east-1:111122223333:snapshot:awsbackup:copyjob-1";
    private const string AutomatedBackups = "arn:aws:rds:us-east-1:111122223333:auto-backup:ab-1";

    private static readonly DrillSettings s_drill = CommittedDrill.Settings;

    [Fact]
    public void The_committed_drill_is_right_in_every_region_and_from_every_kind_of_copy()
    {
        Is(null, s_drill);
        Is(null, CommittedDrill.InTime);
        Is(null, CommittedDrill.InArchive);
    }

    [Theory]
    [InlineData("dr-test", true)]
    [InlineData("dr-test-7", true)]
    [InlineData("dr-test-20261123-a", true)]
    [InlineData("dr-test-", false)]
    [InlineData("dr-test-A", false)]
    [InlineData("dr-test-a--b", false)]
    public void A_drill_is_called_so(string stack, bool accepted) => Is(
        accepted ? null : $"a drill's stack is called dr-test-ID in small letters, digits and single hyphens, got '{stack}'", s_drill with { Stack = stack });

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Its_name_fits_a_cache(int excess, bool accepted)
    {
        var stack = $"dr-test-{new string('a', NameLimits.Cache - "ml-ta-dr-test-".Length + excess)}";

        Is(
            accepted ? null : $"AWS limits the name of a cache to 40 characters, so shorten the stack's name, which makes it 'ml-ta-{stack}' with 41",
            s_drill with { Stack = stack });
    }

    [Theory]
    [InlineData(Role.Active, "active")]
    [InlineData(Role.Archive, "archive")]
    public void It_is_nothing_else(Role role, string shown) =>
        Is($"role: a stack called dr-test is a drill and nothing else, so give drill, got {shown}", s_drill with { Role = role });

    [Fact]
    public void It_is_built_for_nothing_else() =>
        Is("tier: a stack called dr-test is a drill and nothing else, so give drill, got serving", s_drill with { Tier = Tier.Serving });

    [Theory]
    [InlineData(RecoveryPoint, null, null)]
    [InlineData(null, AutomatedBackups, null)]
    [InlineData(null, null, "restore: expected one of recoveryPoint and automatedBackupsArn, got none")]
    [InlineData(RecoveryPoint, AutomatedBackups, "restore: expected one of recoveryPoint and automatedBackupsArn, got both")]
    [InlineData("arn:aws:rds:us-west-2:111122223333:snapshot:a", null, "restore.recoveryPoint: RDS restores within a region, so give an ARN arn:aws:rds:us-east-1:ACCOUNT:snapshot:NAME, got 'arn:aws:rds:us-west-2:111122223333:snapshot:a'")]
    [InlineData("newest", null, "restore.recoveryPoint: RDS restores within a region, so give an ARN arn:aws:rds:us-east-1:ACCOUNT:snapshot:NAME, got 'newest'")]
    [InlineData(null, RecoveryPoint, "restore.automatedBackupsArn: RDS restores within a region, so give an ARN arn:aws:rds:us-east-1:ACCOUNT:auto-backup:NAME, got 'arn:aws:rds:us-east-1:111122223333:snapshot:awsbackup:copyjob-1'")]
    public void One_copy_of_this_region_is_restored(string? recoveryPoint, string? automatedBackups, string? problem) => Is(
        problem,
        s_drill with
        {
            Restore = s_drill.Restore with { RecoveryPoint = recoveryPoint, AutomatedBackupsArn = automatedBackups },
            Drill = s_drill.Drill with { MaximumDataLossMinutes = 30 },
        });

    [Theory]
    [InlineData("2026-11-01T05:10:00Z", true)]
    [InlineData("2026-11-01T05:10:00+01:00", false)]
    [InlineData("2026-11-01 05:10", false)]
    [InlineData("latest", false)]
    public void A_restored_moment_is_a_moment(string time, bool accepted) => Is(
        accepted ? null : $"restore.time: expected a time in UTC and in quotes such as \"2026-11-23T03:05:00Z\", got '{time}'",
        s_drill with { Restore = s_drill.Restore with { Time = time } });

    [Theory]
    [InlineData("2026-11-01T09:00:00Z", true)]
    [InlineData("2026-11-01T09:00:01Z", false)]
    public void A_copy_is_older_than_the_disaster(string time, bool accepted) => Is(
        accepted ? null : $"restore.time: a copy is of a moment before the disaster, drill.startedAt, which is 2026-11-01T09:00:00Z, got {time}",
        s_drill with { Restore = s_drill.Restore with { Time = time } });

    [Theory]
    [InlineData("2026-11-01T09:00:01Z", null)]
    [InlineData("2026-11-02T09:00:00Z", null)]
    [InlineData("2026-11-01T09:00:00Z", "0")]
    [InlineData("2026-11-01T08:30:00Z", "-0.5")]
    [InlineData("2026-11-02T09:36:00Z", "24.6")]
    public void A_drill_ends_within_a_day(string expires, string? hours) => Is(
        hours is null ? null : $"drill.expires: a drill ends within 24 hours of drill.startedAt, which is 2026-11-01T09:00:00Z, got {expires}, {hours} hours after it",
        s_drill with { Drill = s_drill.Drill with { Expires = expires } });

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void A_copy_is_always_some_minutes_old(int minutes, bool accepted) => Is(
        accepted ? null : $"drill.maximumDataLossMinutes: a copy is always older than the disaster, so give at least 1, got {minutes}",
        s_drill with { Drill = s_drill.Drill with { MaximumDataLossMinutes = minutes } });

    [Theory]
    [InlineData(30, true)]
    [InlineData(31, false)]
    public void A_point_in_time_copy_is_minutes_old(int minutes, bool accepted) => Is(
        accepted ? null : "drill.maximumDataLossMinutes: a point-in-time copy is at most 30 minutes behind, so give no more, got 31",
        CommittedDrill.InTime with { Drill = s_drill.Drill with { MaximumDataLossMinutes = minutes } });

    [Theory]
    [InlineData("111122223333.dkr.ecr.us-east-1.amazonaws.com/mirror", true)]
    [InlineData("111122223333.dkr.ecr.us-west-2.amazonaws.com", false)]
    [InlineData("registry.example.com", false)]
    public void Images_come_from_its_own_region(string registry, bool accepted) => Is(
        accepted ? null : $"workloads.registry: a drill's network reaches the container registry of its own region and nothing else, so give ACCOUNT.dkr.ecr.us-east-1.amazonaws.com, got '{registry}'",
        s_drill with { Workloads = s_drill.Workloads with { Registry = registry } });

    /// <summary>One of each of the tables that drills share with the stacks that stand.</summary>
    [Fact]
    public void What_holds_for_every_stack_holds_for_a_drill() => Assert.Equal(
        [
            "account: expected twelve digits in quotes, got '1'",
            "stateBackend: expected s3://BUCKET?region=REGION, got 'file://~'",
            "network.zones: expected 2 to 8 zones, got 1",
            "database.instanceClass: expected an RDS instance class such as db.r6g.large, got 'large'",
            "cluster.version: expected a minor version of Kubernetes in quotes such as \"1.35\", got '1'",
            "cache.nodeType: expected an ElastiCache node type such as cache.r7g.large, got 'large'",
            "workloads.version: expected an image tag of up to 128 letters, digits and _.-, which does not begin with . or -, got '-'",
        ],
        ProblemsOf(s_drill with
        {
            Account = "1",
            StateBackend = "file://~",
            Network = s_drill.Network with { Zones = ["us-east-1a"] },
            Database = new() { InstanceClass = "large" },
            Cluster = s_drill.Cluster with { Version = "1" },
            Cache = s_drill.Cache with { NodeType = "large" },
            Workloads = s_drill.Workloads with { Version = "-" },
        }));

    private static void Is(string? problem, DrillSettings drill) => Assert.Equal(problem is null ? [] : [problem], ProblemsOf(drill));

    private static IEnumerable<string> ProblemsOf(DrillSettings drill) => DrillRules.Check(drill, "file", "").Select(found => found.ToString()["file: ".Length..]);
}
