using MlTa.Offline;
using MlTa.Settings;
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
                "- aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication point-in-time-copy",
                "- ml-ta:index:PointInTimeCopy point-in-time-copy",
                "+ aws:backup/plan:Plan daily-backup",
                "+ aws:backup/selection:Selection daily-backup",
                "+ ml-ta:index:BackupPlan daily-backup",
                "~ aws:rds/instance:Instance database-g1",
            ],
            Differences(standby, active));
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
