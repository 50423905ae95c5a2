using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Who is behind the service's name changes, and which record it is does not.</summary>
public sealed class TakeoverTests
{
    private const string RecordType = "aws:route53/record:Record";
    private const string Service = "api.ml-ta.com";

    /// <summary>What Route 53 tells records apart by.</summary>
    private static readonly string[] s_identity = ["zoneId", "name", "type", "setIdentifier", "failoverRoutingPolicies"];

    private static readonly PeerSettings s_tertiary = new() { Stack = "tertiary", Region = "us-east-2", Tier = Tier.Serving };

    [Fact]
    public async Task A_cold_restore_writes_over_the_primary_record_and_no_other()
    {
        var taken = Assert.Single((await RestoredAsync()).Of(RecordType), record => record.Inputs["allowOverwrite"]?.GetValue<bool>() == true);
        var original = (await DeclaredStacks.OfAsync(CommittedStacks.Secondary)).Of(RecordType).Single(record => record.Name == "failover-primary");

        Assert.All(s_identity, input => Assert.Equal(original.Inputs[input]!.ToJsonString(), taken.Inputs[input]!.ToJsonString()));
        Assert.Equal("""["api.eu-west-1.ml-ta.com"]""", taken.Inputs["records"]!.ToJsonString());
        Assert.InRange(taken.Inputs["ttl"]!.GetValue<long>(), 1, 60);
    }

    /// <summary>With a check it would be unhealthy at first, and users would be sent to the lost secondary.</summary>
    [Fact]
    public async Task The_record_that_is_taken_over_is_always_answered()
    {
        var restored = await RestoredAsync();
        var dns = new DeclaredDns([restored]);

        Assert.Null(Assert.Single(dns.Named(Service)).Inputs["healthCheckId"]);
        Assert.Equal("eu-west-1", dns.RegionOf(Service));
        Assert.DoesNotContain(restored.Resources, resource => resource.Type == "aws:route53/healthCheck:HealthCheck");
    }

    [Fact]
    public async Task Users_come_after_the_database_and_the_endpoint()
    {
        var taken = Assert.Single(new DeclaredDns([await RestoredAsync()]).Named(Service));

        Assert.Equal(
            ["urn:pulumi:backup::ml-ta::ml-ta:index:Database::database", "urn:pulumi:backup::ml-ta::ml-ta:index:RegionalEndpoint::api"],
            taken.DependsOn.Order(StringComparer.Ordinal));
    }

    /// <summary>The provider deletes what it finds under the name, and by then that is the next one's.</summary>
    [Fact]
    public async Task When_the_archive_only_keeps_again_the_record_stays() =>
        Assert.True(Assert.Single(new DeclaredDns([await RestoredAsync()]).Named(Service)).RetainOnDelete);

    [Fact]
    public async Task Nobody_else_writes_over_anything()
    {
        foreach (var graph in (await DeclaredStacks.InEveryStateAsync()).Where(graph => graph.Stack != "backup"))
        {
            Assert.DoesNotContain(graph.Resources, resource => resource.Inputs["allowOverwrite"] is not null);
        }
    }

    /// <summary>The region that replaces a lost one, and an archive that serves on the way back.</summary>
    [Theory]
    [InlineData("tertiary", "us-east-2")]
    [InlineData("backup", "eu-west-1")]
    public async Task Another_stack_behind_the_primary_record_changes_what_it_says_in_place(string stack, string region)
    {
        var settings = CommittedStacks.Secondary with { Role = Role.Active, Peers = [.. CommittedStacks.Secondary.Peers, s_tertiary] };
        var before = await OfflineRun.EvaluateAsync(settings);
        var after = await OfflineRun.EvaluateAsync(settings.WithFailover(failover => failover with { PrimaryStack = stack }));

        Assert.Equal(["~ aws:route53/record:Record failover-primary"], Differences.Between(before, after).Where(line => line.Contains(RecordType, StringComparison.Ordinal)));
        var (old, current) = (Primary(before), Primary(after));
        Assert.Equal(
            ["healthCheckId", "records"],
            current.Inputs.Where(input => input.Value?.ToJsonString() != old.Inputs[input.Key]?.ToJsonString()).Select(input => input.Key));
        Assert.Equal($$"""["api.{{region}}.ml-ta.com"]""", current.Inputs["records"]!.ToJsonString());
        Assert.Equal($"api.{region}.ml-ta.com", new DeclaredDns([after]).CheckOf(current)!.Text("fqdn"));
    }

    private static DeclaredResource Primary(StackGraph graph) => graph.Of(RecordType).Single(record => record.Name == "failover-primary");

    private static Task<StackGraph> RestoredAsync() => OfflineRun.EvaluateAsync(CommittedStacks.Backup.ColdRestored());
}
