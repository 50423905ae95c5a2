using MlTa.Components.Traffic;
using MlTa.Naming;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class HealthCheckTests
{
    private const string CheckType = "aws:route53/healthCheck:HealthCheck";

    [Fact]
    public async Task Both_regions_are_asked_whether_they_write_and_the_four_questions_of_the_plan()
    {
        var checks = (await DeclaredStacks.OfAsync(CommittedStacks.Secondary)).Of(CheckType);

        string[] paths = ["/health", "/health/active", "/health/database", "/health/models", "/health/redis"];

        Assert.Equal(
            [.. paths.Select(path => ("api.us-east-1.ml-ta.com", path)), .. paths.Select(path => ("api.us-west-2.ml-ta.com", path))],
            checks.Select(check => (check.Text("fqdn"), check.Text("resourcePath"))).Order());
    }

    [Fact]
    public async Task Only_the_stack_that_takes_over_has_checks()
    {
        var stacks = (await DeclaredStacks.AllAsync()).Where(graph => graph.Resources.Any(resource => resource.Type == CheckType)).Select(graph => graph.Stack);

        Assert.Equal(["secondary"], stacks);
    }

    [Fact]
    public async Task They_ask_with_https_and_the_name_of_the_region_as_users_do()
    {
        Assert.All((await DeclaredStacks.OfAsync(CommittedStacks.Secondary)).Of(CheckType), check =>
        {
            Assert.Equal(("HTTPS", 443), (check.Text("type"), check.Inputs["port"]!.GetValue<long>()));
            Assert.True(check.Inputs["enableSni"]!.GetValue<bool>());
        });
    }

    [Theory]
    [InlineData("us-west-2-active", 10)]
    [InlineData("us-east-1-active", 10)]
    [InlineData("us-west-2-health", 30)]
    [InlineData("us-east-1-database", 30)]
    public async Task A_gate_is_asked_more_often(string name, int seconds)
    {
        var check = (await DeclaredStacks.OfAsync(CommittedStacks.Secondary)).Of(CheckType).Single(check => check.Name == $"check-{name}");

        Assert.Equal((seconds, 3), (check.Inputs["requestInterval"]!.GetValue<long>(), check.Inputs["failureThreshold"]!.GetValue<long>()));
        Assert.Equal(name, check.Inputs["tags"]!["Name"]!.GetValue<string>());
    }

    /// <summary>Without a choice Route 53 asks from all of its regions, so that no region decides alone.</summary>
    [Fact]
    public async Task They_ask_from_everywhere() => Assert.All(
        (await DeclaredStacks.OfAsync(CommittedStacks.Secondary)).Of(CheckType), check => Assert.Null(check.Inputs["regions"]));

    [Theory]
    [InlineData(Role.Standby)]
    [InlineData(Role.Active, "check-us-west-2-active")]
    [InlineData(Role.Fenced, "check-us-east-1-active")]
    public async Task Nothing_but_the_gate_of_the_other_region_is_ever_pinned(Role role, params string[] pinned)
    {
        var checks = (await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = role })).Of(CheckType);

        Assert.All<string>(["disabled", "invertHealthcheck"], input => Assert.Equal(
            pinned, checks.Where(check => check.Inputs[input]!.GetValue<bool>()).Select(check => check.Name)));
    }

    [Fact]
    public void A_check_is_named_after_its_region_and_its_path()
    {
        var checks = WatchedCheck.Of("primary", "us-west-2").ToList();

        Assert.Equal(["us-west-2-active", "us-west-2-health", "us-west-2-database", "us-west-2-redis", "us-west-2-models"], checks.Select(check => check.Name));
        Assert.Equal([WatchedCheck.GateOf("primary", "us-west-2")], checks.Where(check => check.IsGate));
        Assert.Equal(HealthPaths.Active, checks.Single(check => check.IsGate).Path);
    }
}
