using System.Text.Json.Nodes;
using MlTa.Naming;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>The plan's monthly tests, as templates of AWS FIS.</summary>
public sealed class ExperimentTests
{
    private const string TemplateType = "aws:fis/experimentTemplate:ExperimentTemplate";

    private static readonly string[] s_experiments = ["application-recovery", "database-failover", "object-replication"];

    [Fact]
    public async Task Every_stack_that_is_built_to_serve_has_the_three_and_they_are_found_by_their_tag()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            Assert.Equal(s_experiments, graph.Of(TemplateType).Select(template => template.Inputs["tags"]!["experiment"]!.GetValue<string>()).Order(StringComparer.Ordinal));
            Assert.All(graph.Of(TemplateType), template => Assert.Equal(template.Name, template.Inputs["tags"]!["experiment"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task An_archive_has_none_even_when_it_serves()
    {
        var archives = (await DeclaredStacks.InEveryStateAsync()).Where(graph => graph.Stack == CommittedStacks.Backup.Stack).ToList();

        Assert.Equal(2, archives.Count);
        Assert.All(archives, graph => Assert.DoesNotContain(graph.Resources, IsOfExperiments));
    }

    /// <summary>A failover must not wait for FIS, nor for IAM in us-east-1.</summary>
    [Theory]
    [InlineData("primary", Role.Fenced)]
    [InlineData("primary", Role.Standby)]
    [InlineData("secondary", Role.Active)]
    [InlineData("secondary", Role.Fenced)]
    public async Task No_change_of_roles_changes_them_their_alarm_or_their_rights(string stack, Role role)
    {
        var settings = CommittedStacks.All.Single(settings => settings.Stack == stack);
        var now = await DeclaredStacks.OfAsync(settings);
        var then = await OfflineRun.EvaluateAsync(settings with { Role = role, Database = settings.Database with { Source = CommittedStacks.Secondary.Database.Source } });

        Assert.Equal(8, Shown(now).Count);
        Assert.Equal(Shown(now), Shown(then));
    }

    [Fact]
    public async Task Each_stops_at_an_alarm_that_its_own_stack_declares_in_every_role()
    {
        foreach (var graph in (await DeclaredStacks.InEveryStateAsync()).Where(graph => graph.Stack != CommittedStacks.Backup.Stack))
        {
            var alarms = graph.AlarmNames().Select(name => $"arn:aws:cloudwatch:{graph.Region}:111122223333:alarm:{name}").ToList();
            Assert.All(graph.Of(TemplateType), template =>
            {
                var condition = Assert.Single(template.Inputs["stopConditions"].Items());
                Assert.Equal("aws:cloudwatch:alarm", condition["source"]!.GetValue<string>());
                Assert.Equal($"arn:aws:cloudwatch:{graph.Region}:111122223333:alarm:ml-ta-no-healthy-target", condition["value"]!.GetValue<string>());
                Assert.Contains(condition["value"]!.GetValue<string>(), alarms);
                Assert.Contains(template.DataDependsOn, urn => urn.EndsWith("MetricAlarm::no-healthy-target", StringComparison.Ordinal));
            });
        }
    }

    [Fact]
    public async Task The_database_fails_over_to_its_standby()
    {
        foreach (var settings in Serving())
        {
            var template = await TemplateAsync(settings, "database-failover");

            Assert.Equal(
                ("aws:rds:reboot-db-instances", "DBInstances", """[{"key":"forceFailover","value":"true"}]"""), ActionOf(template));
            Assert.Equal(
                $$"""{"name":"target","resourceArns":["{{settings.Names.DatabaseArn(settings.Database.Generation)}}"],"resourceType":"aws:rds:db","selectionMode":"ALL"}""",
                Assert.Single(template.Inputs["targets"].Items()).ToJsonString());
            Assert.True((await DeclaredStacks.OfAsync(settings)).Of("aws:rds/instance:Instance")[0].Inputs["multiAz"]!.GetValue<bool>());
        }
    }

    [Fact]
    public async Task A_new_lineage_is_the_target_in_place_and_needs_no_right_more()
    {
        var kept = CommittedStacks.Primary.Database.Lineage;
        var later = await OfflineRun.EvaluateAsync(CommittedStacks.Primary.WithDatabase(database => database with { Generation = 7, Kept = [kept] }));

        Assert.Contains("db:ml-ta-production-g7\"", later.Of(TemplateType).Single(template => template.Name == "database-failover").Inputs.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(Rights(await DeclaredStacks.OfAsync(CommittedStacks.Primary)), Rights(later));
    }

    [Fact]
    public async Task All_nodes_of_the_first_zone_are_taken_and_those_of_no_other()
    {
        foreach (var settings in Serving())
        {
            var template = await TemplateAsync(settings, "application-recovery");

            Assert.Equal(
                ("aws:eks:terminate-nodegroup-instances", "Nodegroups", """[{"key":"instanceTerminationPercentage","value":"100"}]"""), ActionOf(template));
            Assert.Equal(
                $$"""{"name":"target","resourceArns":["${aws:eks/nodeGroup:NodeGroup::cluster-nodes-{{settings.Network.Zones[0]}}.arn}"],"resourceType":"aws:eks:nodegroup","selectionMode":"ALL"}""",
                Assert.Single(template.Inputs["targets"].Items()).ToJsonString());
            Assert.True(settings.Network.Zones.Count > 1);
        }
    }

    [Fact]
    public async Task Models_are_not_sent_to_the_other_serving_region_for_less_than_would_be_late()
    {
        foreach (var (settings, other) in (IEnumerable<(StackSettings, StackSettings)>)[(CommittedStacks.Primary, CommittedStacks.Secondary), (CommittedStacks.Secondary, CommittedStacks.Primary)])
        {
            var template = await TemplateAsync(settings, "object-replication");
            var late = (await DeclaredStacks.OfAsync(other)).Alarm($"ml-ta-objects-from-{settings.Stack}-late");

            Assert.Equal(
                ("aws:s3:bucket-pause-replication", "Buckets", $$"""[{"key":"duration","value":"PT10M"},{"key":"region","value":"{{other.Region}}"},{"key":"destinationBuckets","value":"ml-ta-models-{{other.Stack}}"}]"""),
                ActionOf(template));
            Assert.True(10 * 60 < late.Number("threshold"));
        }
    }

    /// <summary>The action takes tags only; a second bucket with the tag would be paused too, as far as its rights let it.</summary>
    [Fact]
    public async Task The_pause_finds_one_bucket_by_a_tag_that_no_other_has()
    {
        foreach (var settings in Serving())
        {
            var target = Assert.Single((await TemplateAsync(settings, "object-replication")).Inputs["targets"].Items());
            var tagged = (await DeclaredStacks.OfAsync(settings)).Of("aws:s3/bucket:Bucket").Where(bucket => bucket.Inputs["tags"] is not null);

            Assert.Equal("""[{"key":"experiment-target","value":"object-replication"}]""", target["resourceTags"]!.ToJsonString());
            var bucket = Assert.Single(tagged);
            Assert.Equal((settings.Names.Bucket(BucketPurpose.Models), """{"experiment-target":"object-replication"}"""), (bucket.Text("bucket"), bucket.Inputs["tags"]!.ToJsonString()));
        }

        Assert.DoesNotContain((await DeclaredStacks.OfAsync(CommittedStacks.Backup)).Of("aws:s3/bucket:Bucket"), bucket => bucket.Inputs["tags"] is not null);
    }

    [Fact]
    public async Task None_ends_well_without_a_target_and_each_says_what_it_did()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var log = graph.Of("aws:cloudwatch/logGroup:LogGroup").Single(group => group.Name == "experiments");

            Assert.Equal(("/aws/vendedlogs/ml-ta-experiments", 400), (log.Text("name"), log.Number("retentionInDays")));
            Assert.NotNull(log.Inputs["kmsKeyId"]);
            Assert.All(graph.Of(TemplateType), template =>
            {
                Assert.Equal("""{"accountTargeting":"single-account","emptyTargetResolutionMode":"fail"}""", template.Inputs["experimentOptions"]!.ToJsonString());
                Assert.Equal(
                    $$"""{"cloudwatchLogsConfiguration":{"logGroupArn":"arn:aws:logs:{{graph.Region}}:111122223333:log-group:{{log.Text("name")}}:*"},"logSchemaVersion":2}""",
                    template.Inputs["logConfiguration"]!.ToJsonString());
                Assert.Equal("arn:aws:iam::111122223333:role/${aws:iam/role:Role::experiments.name}", template.Text("roleArn"));
                Assert.Contains(template.DependsOn, urn => urn.EndsWith("ExperimentFoundation::experiments", StringComparison.Ordinal));
            });
        }
    }

    [Fact]
    public async Task Before_there_is_a_writer_only_the_nodes_can_be_taken()
    {
        var early = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { PeerExists = false });

        Assert.Equal(["application-recovery"], early.Of(TemplateType).Select(template => template.Name));
        Assert.Equal(Rights(await DeclaredStacks.OfAsync(CommittedStacks.Secondary)), Rights(early));
    }

    private static IEnumerable<StackSettings> Serving() => [CommittedStacks.Primary, CommittedStacks.Secondary];

    private static async Task<DeclaredResource> TemplateAsync(StackSettings settings, string experiment) =>
        (await DeclaredStacks.OfAsync(settings)).Of(TemplateType).Single(template => template.Name == experiment);

    /// <summary>Action, what it calls its target, and parameters, of the only one.</summary>
    private static (string Action, string Key, string? Parameters) ActionOf(DeclaredResource template)
    {
        var action = Assert.Single(template.Inputs["actions"].Items());
        var target = Assert.Single(template.Inputs["targets"].Items());
        Assert.Equal(target["name"]!.GetValue<string>(), action["target"]!["value"]!.GetValue<string>());
        return (action["actionId"]!.GetValue<string>(), action["target"]!["key"]!.GetValue<string>(), (action["parameters"] as JsonArray)?.ToJsonString());
    }

    private static string Rights(StackGraph graph) =>
        graph.Of("aws:iam/rolePolicy:RolePolicy").Single(policy => policy.Name == "experiments").Text("policy");

    private static bool IsOfExperiments(DeclaredResource resource) => !resource.IsComponent
        && (resource.Urn.Contains("ml-ta:index:FaultExperiment$", StringComparison.Ordinal) || resource.Urn.Contains("ml-ta:index:ExperimentFoundation$", StringComparison.Ordinal));

    private static IReadOnlyList<string> Shown(StackGraph graph) =>
        [.. graph.Resources.Where(resource => IsOfExperiments(resource) || resource.Name == "no-healthy-target").Select(resource => $"{resource.Urn} {resource.Inputs.ToJsonString()}")];
}
