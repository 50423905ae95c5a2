using MlTa.Recovery.Findings;
using MlTa.Settings;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Recovery.Mutations;

/// <summary>Mistakes in stack files: refused before anything is evaluated, or found in what would be declared.</summary>
public sealed class FileMutationTests
{
    private static readonly IReadOnlyList<FileMutation> s_all =
    [
        new("a state backend moved to us-west-2", "secondary", "pulumi-secondary?region=us-east-1", "pulumi-secondary?region=us-west-2", "secondary stateBackend"),
        new("the key of the secrets in us-west-2", "secondary", "awskms://alias/ml-ta-pulumi?region=us-east-1", "awskms://alias/ml-ta-pulumi?region=us-west-2", "secondary secretsprovider"),
        new("images from us-west-2", "secondary", "registry: 111122223333.dkr.ecr.us-east-1", "registry: 111122223333.dkr.ecr.us-west-2", "secondary workloads.registry"),
        new("charts from us-west-2", "secondary", "oci://111122223333.dkr.ecr.us-east-1", "oci://111122223333.dkr.ecr.us-west-2", "secondary workloads.chartRepository"),
        new("two active stacks", "secondary", "ml-ta:role: standby", "ml-ta:role: active", "primary, secondary role"),
        new("no active stack", "primary", "ml-ta:role: active", "ml-ta:role: fenced", "backup, primary, secondary role"),
        new("retention 0", "primary", "backupRetentionDays: 14", "backupRetentionDays: 0", "primary database.backupRetentionDays"),
        new("a standby that follows another lineage", "secondary", "source: { region: us-west-2, generation: 0 }", "source: { region: eu-west-1, generation: 0 }", "secondary database.source"),
        new("a smaller standby", "secondary", "instanceClass: db.r6g.large", "instanceClass: db.t4g.medium", "secondary database.instanceClass"),
        new("a standby in one zone", "secondary", "multiAz: true", "multiAz: false", "database-in-two-zones"),
        new("a writer in one zone", "primary", "multiAz: true", "multiAz: false", "database-in-two-zones"),
        new("copies for longer than the archive's lock takes", "backup", "maximumRetentionDays: 365", "maximumRetentionDays: 30", "backup backup.deleteAfterDays", "primary backup.copyDeleteAfterDays", "secondary backup.copyDeleteAfterDays"),
        new("a backup that has half an hour to start", "primary", "startWindowMinutes: 60", "startWindowMinutes: 30", "primary backup.startWindowMinutes"),
        new("a weekly backup", "primary", "schedule: cron(0 5 * * ? *)", "schedule: cron(0 5 ? * SUN *)", "writer-backed-up-daily"),
        new("old versions for a week", "primary", "keepOldVersionsDays: 90", "keepOldVersionsDays: 7", "old-versions-kept"),
        new("an archive that forgets sooner than it restores", "backup", "keepOldVersionsDays: 90", "keepOldVersionsDays: 30", "old-versions-kept"),
        new("an archive without a lock", "backup", "objectLock: { mode: governance, retentionDays: 35 }", "", "backup storage.objectLock"),
        new("answers that are remembered for five minutes", "secondary", "ttlSeconds: 60", "ttlSeconds: 300", "secondary failover.ttlSeconds"),
        new("a peer that is forgotten", "primary", "- { stack: backup, region: eu-west-1, tier: archive }", "", "primary peers"),
        new("a chat in a serving region", "secondary", "ml-ta:failover:", "ml-ta:chat: { workspaceId: T0123456789, channelId: C0123456789 }\n  ml-ta:failover:", "backup, secondary chat", "secondary chat"),
    ];

    public static TheoryData<string> Names => new(s_all.Select(mutation => mutation.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_mistake_is_found(string name)
    {
        var mutation = s_all.Single(each => each.Name == name);
        using var files = new StackFiles().Replace(StackFile.NameOf(mutation.File), mutation.Text, mutation.Replacement);

        Assert.Equal(mutation.Expected.Order(StringComparer.Ordinal), (await FoundAsync(files)).Distinct().Order(StringComparer.Ordinal));
    }

    private static async Task<IEnumerable<string>> FoundAsync(StackFiles files)
    {
        IReadOnlyList<StackSettings> settings;
        try
        {
            settings = StackFolder.Read(files.Folder);
        }
        catch (InvalidSettingsException refused)
        {
            return refused.Problems.Select(problem => $"{Stacks(problem.File)} {problem.Path.Split(':')[^1]}");
        }

        var stacks = await EvaluatedStacks.OfAsync(settings);
        return DeclarationRules.Check(stacks.Settings, stacks.Graphs).Select(finding => finding.Rule);
    }

    private static string Stacks(string files) =>
        string.Join(", ", files.Split(", ").Select(file => file["Pulumi.".Length..^".yaml".Length]).Order(StringComparer.Ordinal));
}
