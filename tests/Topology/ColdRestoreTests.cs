using MlTa.Naming;
using MlTa.Offline;
using MlTa.Settings.Reading;
using MlTa.Tests.Support;
using Xunit;
using static MlTa.Tests.Support.KubernetesObjects;

namespace MlTa.Tests.Topology;

/// <summary>Both serving regions are lost: the archive is made to serve.</summary>
public sealed class ColdRestoreTests
{
    /// <summary>What only another role or another region has.</summary>
    private static readonly string[] s_notHere =
    [
        "BucketReplication", "ExperimentFoundation", "FailoverRecords", "FaultExperiment", "HealthChecks", "PointInTimeCopy", "ReplicaAlarms", "ReplicationRole",
    ];

    [Fact]
    public async Task It_declares_whatever_the_active_region_does()
    {
        var restored = Components(await RestoredAsync());

        Assert.Equal(
            [],
            Components(await DeclaredStacks.OfAsync(CommittedStacks.Primary)).Except(restored)
                .Where(component => !s_notHere.Contains(component.Split(' ')[0])));
        Assert.Contains("TakenOverRecord taken-over-primary", restored);
    }

    [Fact]
    public async Task It_keeps_every_key_vault_bucket_and_lock_as_it_is()
    {
        var archive = await DeclaredStacks.OfAsync(CommittedStacks.Backup);
        var kept = Differences.Between(archive, await RestoredAsync()).Where(line => line[0] != '+');

        Assert.Equal(
            [
                // Its own word counts too: it may be the only one that is left.
                "~ aws:cloudwatch/dashboard:Dashboard dashboard",
                "~ aws:cloudwatch/metricAlarm:MetricAlarm outage-automated-recovery",
                "~ aws:cloudwatch/metricAlarm:MetricAlarm outage-customers",
                "~ aws:cloudwatch/metricAlarm:MetricAlarm outage-management",
                "~ aws:cloudwatch/metricAlarm:MetricAlarm outage-on-call",
            ],
            kept);
    }

    /// <summary>Nor a key, a role or a bucket's setting, but for one: that a backup of the cluster which arrives is counted.</summary>
    [Fact]
    public async Task It_makes_nothing_that_holds_data_but_a_database_and_a_cache()
    {
        var added = Differences.Between(await DeclaredStacks.OfAsync(CommittedStacks.Backup), await RestoredAsync()).Where(line => line[0] == '+').ToList();

        Assert.Equal(
            [
                "+ aws:elasticache/replicationGroup:ReplicationGroup cache",
                "+ aws:rds/instance:Instance database-g2",
                "+ aws:s3/bucketNotification:BucketNotification cluster-backup",
            ],
            added.Where(line => line.StartsWith("+ aws:rds/instance:", StringComparison.Ordinal)
                || line.StartsWith("+ aws:elasticache/replicationGroup:", StringComparison.Ordinal)
                || line.StartsWith("+ aws:s3", StringComparison.Ordinal)
                || line.StartsWith("+ aws:kms", StringComparison.Ordinal)
                || line.StartsWith("+ aws:backup/vault", StringComparison.Ordinal)
                || line.StartsWith("+ aws:iam", StringComparison.Ordinal)));
        Assert.Equal(3, added.Count(line => line.StartsWith("+ aws:ec2/natGateway:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task It_asks_nothing_of_a_lost_region()
    {
        var restored = await RestoredAsync();

        Assert.All(restored.Resources.Where(resource => !resource.IsComponent), resource => Assert.Equal("eu-west-1", resource.Region));
        Assert.DoesNotContain(restored.Resources, resource => resource.Inputs["region"] is { } region && region.ToJsonString() != "\"eu-west-1\"");
    }

    /// <summary>Names only: who may be heard, where copies and heartbeats go once somebody is there again, and whose backups are read.</summary>
    [Fact]
    public async Task It_names_the_lost_regions_for_their_return()
    {
        var archive = (await DeclaredStacks.OfAsync(CommittedStacks.Backup)).Resources.Where(NamesAnother).Select(resource => resource.Urn);

        Assert.Equal(
            ["daily-backup", "heartbeat", "velero"],
            (await RestoredAsync()).Resources.Where(NamesAnother).Where(resource => !archive.Contains(resource.Urn))
                .Select(resource => resource.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Backups_go_on_and_to_whoever_returns()
    {
        var rule = Assert.Single((await RestoredAsync()).Of("aws:backup/plan:Plan")[0].Inputs["rules"].Items());

        Assert.Equal(
            ["arn:aws:backup:us-west-2:111122223333:backup-vault:ml-ta-us-west-2", "arn:aws:backup:us-east-1:111122223333:backup-vault:ml-ta-us-east-1"],
            rule["copyActions"].Items().Select(copy => copy["destinationVaultArn"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Without_a_peer_that_exists_nothing_is_sent_anywhere()
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Backup.ColdRestored() with { PeerExists = false });

        Assert.Equal(["dashboard"], graph.Resources.Where(NamesAnother).Select(resource => resource.Name));
        Assert.Equal("eu-west-1", Regions(graph));
    }

    [Fact]
    public async Task Its_objects_replicate_nowhere() => Assert.DoesNotContain(
        (await RestoredAsync()).Resources, resource => resource.Type == "aws:s3/bucketReplicationConfig:BucketReplicationConfig");

    [Fact]
    public async Task Workloads_read_what_the_archive_has_kept()
    {
        var environment = (await RestoredAsync()).Container("ml-ta-worker")["env"].Items()
            .Where(variable => variable["value"] is not null).ToDictionary(variable => variable["name"]!.GetValue<string>(), variable => variable["value"]!.GetValue<string>());

        Assert.Equal(
            (CommittedStacks.Backup.Names.Bucket(BucketPurpose.Models), CommittedStacks.Backup.Names.Bucket(BucketPurpose.Data), "eu-west-1"),
            (environment["MODELS_BUCKET"], environment["DATA_BUCKET"], environment["AWS_REGION"]));
    }

    /// <summary>Nobody else may be left to notice that it cannot be written.</summary>
    [Fact]
    public async Task It_hears_itself_besides_the_others()
    {
        var graph = await RestoredAsync();

        Assert.Equal("us-west-2 us-east-1 eu-west-1", Regions(graph));
        Assert.Equal(
            ["primary", "secondary", "backup"],
            graph.Alarm("ml-ta-outage-on-call").Metrics().Select(metric => metric["dimensions"]!["Stack"]!.GetValue<string>()));
        Assert.Equal(["ml-ta-primary-silent", "ml-ta-secondary-silent"], graph.AlarmNames().Where(name => name.EndsWith("-silent", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Its_certificate_is_for_the_services_name_too()
    {
        var graph = await RestoredAsync();
        var certificate = Assert.Single(graph.Of("aws:acm/certificate:Certificate"));

        Assert.Equal("api.ml-ta.com", certificate.Text("domainName"));
        Assert.Equal("""["api.eu-west-1.ml-ta.com"]""", certificate.Inputs["subjectAlternativeNames"]!.ToJsonString());
        Assert.Single(new DeclaredDns([graph]).Named("api.eu-west-1.ml-ta.com"));
    }

    [Fact]
    public void The_stack_files_of_a_cold_restore_are_valid()
    {
        using var files = new StackFiles()
            .Replace("Pulumi.primary.yaml", "ml-ta:role: active", "ml-ta:role: fenced")
            .Replace("Pulumi.secondary.yaml", "ml-ta:role: standby", "ml-ta:role: fenced")
            .Replace("Pulumi.backup.yaml", "ml-ta:role: archive", "ml-ta:role: active")
            .Replace("Pulumi.backup.yaml", "natGateways: none", "natGateways: perZone")
            .Replace("Pulumi.backup.yaml", "    generation: 2\n", "    generation: 2\n    restoredFrom: { snapshot: \"arn:aws:rds:eu-west-1:111122223333:snapshot:awsbackup:copyjob-0f9c2a7e\" }\n");

        Assert.Equal(["backup", "primary", "secondary"], StackFolder.Read(files.Folder).Select(settings => settings.Stack));
    }

    private static Task<StackGraph> RestoredAsync() => OfflineRun.EvaluateAsync(CommittedStacks.Backup.ColdRestored());

    private static List<string> Components(StackGraph graph) =>
        [.. graph.Resources.Where(resource => resource.IsComponent).Select(resource => $"{resource.Type.Split(':')[^1]} {resource.Name}")];

    private static bool NamesAnother(DeclaredResource resource) =>
        // A set identifier is the order of a record, not a stack.
        resource.Texts().Where(input => input.Path != ".setIdentifier")
            .Any(input => input.Text.Contains("us-", StringComparison.Ordinal) || input.Text.Contains("primary", StringComparison.Ordinal));

    private static string Regions(StackGraph graph) => graph.Containers().Single(container => container["name"]!.GetValue<string>() == "ml-ta-heartbeat")["env"].Items()
        .Single(variable => variable["name"]!.GetValue<string>() == "REGIONS")["value"]!.GetValue<string>();
}
