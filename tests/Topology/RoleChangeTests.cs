using MlTa.Offline;
using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class RoleChangeTests
{
    [Fact]
    public async Task Becoming_active_changes_the_database_and_starts_backups_and_touches_nothing_else()
    {
        var standby = await DeclaredStacks.OfAsync(CommittedStacks.Secondary);
        var active = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = Role.Active });

        Assert.Equal(
            [
                "- aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication point-in-time-copy-g0",
                "- ml-ta:index:PointInTimeCopy point-in-time-copy-g0",
                "+ aws:backup/plan:Plan daily-backup",
                "+ aws:backup/selection:Selection daily-backup",
                "+ ml-ta:index:BackupPlan daily-backup",
                "~ aws:rds/instance:Instance database-g1",
            ],
            Differences(standby, active));
    }

    [Fact]
    public async Task Fencing_closes_the_database_and_stops_backups_and_keeps_all_data()
    {
        var active = await DeclaredStacks.OfAsync(CommittedStacks.Primary);
        var fenced = await OfflineRun.EvaluateAsync(CommittedStacks.Primary with { Role = Role.Fenced });

        Assert.Equal(
            [
                "- aws:backup/plan:Plan daily-backup",
                "- aws:backup/selection:Selection daily-backup",
                "- aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule database-from-cluster",
                "- ml-ta:index:BackupPlan daily-backup",
                "~ aws:rds/parameterGroup:ParameterGroup database",
            ],
            Differences(active, fenced));
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
            Assert.Empty(Differences(await DeclaredStacks.OfAsync(settings), await OfflineRun.EvaluateAsync(settings)));
        }
    }

    private static IEnumerable<string> Differences(StackGraph before, StackGraph after)
    {
        var old = before.Resources.ToDictionary(resource => resource.Urn);
        var current = after.Resources.ToDictionary(resource => resource.Urn);
        return
        [
            .. before.Resources.Where(resource => !current.ContainsKey(resource.Urn)).Select(resource => $"- {resource.Type} {resource.Name}").Order(StringComparer.Ordinal),
            .. after.Resources.Where(resource => !old.ContainsKey(resource.Urn)).Select(resource => $"+ {resource.Type} {resource.Name}").Order(StringComparer.Ordinal),
            .. after.Resources
                .Where(resource => old.TryGetValue(resource.Urn, out var same) && same.Inputs.ToJsonString() != resource.Inputs.ToJsonString())
                .Select(resource => $"~ {resource.Type} {resource.Name}").Order(StringComparer.Ordinal),
        ];
    }
}
