using MlTa.Offline;
using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class RoleChangeTests
{
    [Fact]
    public async Task Becoming_active_promotes_the_database_starts_workers_and_backups_moves_users_and_touches_nothing_else()
    {
        var standby = await DeclaredStacks.OfAsync(CommittedStacks.Secondary);
        var active = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = Role.Active });

        Assert.Equal(
            [
                "- aws:cloudwatch/metricAlarm:MetricAlarm replica-lag",
                "- aws:cloudwatch/metricAlarm:MetricAlarm replica-stopped",
                "- aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication point-in-time-copy-g0",
                "- ml-ta:index:PointInTimeCopy point-in-time-copy-g0",
                "- ml-ta:index:ReplicaAlarms replica",
                "+ aws:backup/plan:Plan daily-backup",
                "+ aws:backup/selection:Selection daily-backup",
                "+ aws:cloudwatch/metricAlarm:MetricAlarm writer-log-kept",
                "+ aws:cloudwatch/metricAlarm:MetricAlarm writer-storage",
                "+ kubernetes:autoscaling/v2:HorizontalPodAutoscaler worker",
                "+ ml-ta:index:BackupPlan daily-backup",
                "+ ml-ta:index:WriterAlarms writer",
                "~ aws:cloudwatch/metricAlarm:MetricAlarm outage-automated-recovery",
                "~ aws:cloudwatch/metricAlarm:MetricAlarm outage-customers",
                "~ aws:cloudwatch/metricAlarm:MetricAlarm outage-management",
                "~ aws:cloudwatch/metricAlarm:MetricAlarm outage-on-call",
                "~ aws:rds/instance:Instance database-g1",
                "~ aws:route53/healthCheck:HealthCheck check-us-west-2-active",
                "~ aws:route53/record:Record failover-secondary",
                "~ kubernetes:apps/v1:Deployment worker",
                "~ kubernetes:autoscaling/v2:HorizontalPodAutoscaler api",
            ],
            Differences.Between(standby, active));
    }

    [Fact]
    public async Task Fencing_closes_the_database_stops_workloads_and_backups_and_keeps_all_data()
    {
        var active = await DeclaredStacks.OfAsync(CommittedStacks.Primary);
        var fenced = await OfflineRun.EvaluateAsync(CommittedStacks.Primary with { Role = Role.Fenced });

        Assert.Equal(
            [
                "- aws:backup/plan:Plan daily-backup",
                "- aws:backup/selection:Selection daily-backup",
                "- aws:cloudwatch/metricAlarm:MetricAlarm writer-log-kept",
                "- aws:cloudwatch/metricAlarm:MetricAlarm writer-storage",
                "- aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule database-from-cluster",
                "- kubernetes:autoscaling/v2:HorizontalPodAutoscaler api",
                "- kubernetes:autoscaling/v2:HorizontalPodAutoscaler worker",
                "- kubernetes:batch/v1:CronJob heartbeat",
                "- kubernetes:core/v1:ConfigMap heartbeat",
                "- kubernetes:networking.k8s.io/v1:NetworkPolicy heartbeat-api",
                "- ml-ta:index:BackupPlan daily-backup",
                "- ml-ta:index:Heartbeat heartbeat",
                "- ml-ta:index:WriterAlarms writer",
                "~ aws:rds/parameterGroup:ParameterGroup database",
                "~ kubernetes:apps/v1:Deployment api",
                "~ kubernetes:apps/v1:Deployment worker",
            ],
            Differences.Between(active, fenced));
        Assert.Contains("""{"applyMethod":"immediate","name":"default_transaction_read_only","value":"1"}""", fenced.Of("aws:rds/parameterGroup:ParameterGroup")[0].Inputs.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>What is committed after a failover: one active stack, the old one fenced.</summary>
    [Fact]
    public void The_stack_files_of_a_failover_are_valid()
    {
        using var files = new StackFiles()
            .Replace("Pulumi.primary.yaml", "ml-ta:role: active", "ml-ta:role: fenced")
            .Replace("Pulumi.secondary.yaml", "ml-ta:role: standby", "ml-ta:role: active");

        Assert.Equal(["secondary", "primary", "backup"], StackFolder.Read(files.Folder).Select(settings => settings.Stack));
    }

    [Fact]
    public async Task The_same_settings_declare_the_same_resources()
    {
        foreach (var settings in CommittedStacks.All)
        {
            Assert.Empty(Differences.Between(await DeclaredStacks.OfAsync(settings), await OfflineRun.EvaluateAsync(settings)));
        }
    }
}
