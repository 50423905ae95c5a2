using MlTa.Naming;
using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;
using static MlTa.Tests.Support.KubernetesObjects;

namespace MlTa.Tests.Topology;

/// <summary>The other regions hear from this one, or see that they do not.</summary>
public sealed class HeartbeatTests
{
    [Theory]
    [InlineData("primary", "us-east-1 eu-west-1")]
    [InlineData("secondary", "us-west-2 eu-west-1")]
    public async Task It_is_told_to_every_region_but_its_own(string stack, string regions)
    {
        var graph = (await DeclaredStacks.ServingAsync()).Single(graph => graph.Stack == stack);
        var environment = Environment(graph);

        Assert.Equal(regions, environment["REGIONS"]);
        Assert.Equal($"Stack={stack}", environment["METRIC_DIMENSIONS"]);
        Assert.Equal(
            (RecoveryMetrics.Namespace, RecoveryMetrics.Active),
            (environment["METRIC_NAMESPACE"], environment["METRIC_NAME"]));
    }

    [Fact]
    public async Task It_asks_the_service_whether_the_database_is_writable()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var port = Assert.Single(graph.Get("kubernetes:core/v1:Service", "ml-ta-api").Inputs["spec"]!["ports"].Items())["port"];

            Assert.Equal($"http://ml-ta-api.ml-ta:{port}/health/active", Environment(graph)["HEALTH_URL"]);
        }
    }

    /// <summary>A run that hangs is over before the next minute, and a cluster that was away for long starts again.</summary>
    [Fact]
    public async Task It_runs_every_minute_and_never_twice_at_once()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var spec = graph.Get(CronJob, "ml-ta-heartbeat").Inputs["spec"]!;

            Assert.Equal(("* * * * *", "Forbid"), (spec["schedule"]!.GetValue<string>(), spec["concurrencyPolicy"]!.GetValue<string>()));
            Assert.InRange(spec["startingDeadlineSeconds"]!.GetValue<long>(), 10, 59);
            Assert.InRange(spec["jobTemplate"]!["spec"]!["activeDeadlineSeconds"]!.GetValue<long>(), 40, 59);
            Assert.Equal(0, spec["jobTemplate"]!["spec"]!["backoffLimit"]!.GetValue<long>());
            Assert.Equal("Never", spec["jobTemplate"]!["spec"]!["template"]!["spec"]!["restartPolicy"]!.GetValue<string>());
        }
    }

    [Fact]
    public async Task The_container_runs_the_script_of_the_config_map_with_a_home_that_it_can_write()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var pod = graph.Get(CronJob, "ml-ta-heartbeat").Inputs["spec"]!["jobTemplate"]!["spec"]!["template"]!["spec"]!;
            var container = Assert.Single(pod["containers"].Items());
            var script = Assert.Single(graph.Get("kubernetes:core/v1:ConfigMap", "ml-ta-heartbeat").Inputs["data"]!.AsObject()).Key;
            var volume = Assert.Single(pod["volumes"].Items(), volume => volume["configMap"]?["name"]!.GetValue<string>() == "ml-ta-heartbeat");
            var mount = Assert.Single(container["volumeMounts"].Items(), mount => mount["name"].Json() == volume["name"].Json());

            Assert.Equal($"""["/bin/sh","{mount["mountPath"]}/{script}"]""", container["command"].Json());
            Assert.Equal("/tmp", Environment(graph)["HOME"]);
        }
    }

    /// <summary>EKS gives a role to pods that start after it was bound, and a script that is not there yet fails.</summary>
    [Fact]
    public async Task It_starts_after_its_role_and_its_script()
    {
        foreach (var graph in await DeclaredStacks.ServingAsync())
        {
            var before = graph.Get(CronJob, "ml-ta-heartbeat").DependsOn;

            Assert.Equal(2, before.Count);
            Assert.Contains(before, urn => urn.EndsWith("kubernetes:core/v1:ConfigMap::heartbeat", StringComparison.Ordinal));
            Assert.Contains(before, urn => urn.EndsWith("ml-ta:index:PodIdentity::heartbeat", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(Role.Active, true)]
    [InlineData(Role.Standby, true)]
    [InlineData(Role.Fenced, false)]
    public async Task A_region_that_serves_or_could_is_heard(Role role, bool isHeard)
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Secondary with { Role = role });

        Assert.Equal(isHeard, graph.Find(CronJob, "ml-ta-heartbeat") is not null);
    }

    [OnUnix]
    public async Task An_active_region_says_one()
    {
        using var run = new ScriptRun().With("curl", "printf 200").With("aws", "exit 0");
        var (exitCode, output, errors) = await StartAsync(run);

        Assert.Equal((0, "Active 1: http://ml-ta-api.ml-ta:8080/health/active answered 200\n", ""), (exitCode, output, errors));
        Assert.Equal([Told("eu-west-1", 1), Told("us-east-1", 1)], AwsCalls(run));
        Assert.Contains(run.Calls, call => call.StartsWith("curl ", StringComparison.Ordinal) && call.Contains("--max-time 10", StringComparison.Ordinal));
    }

    [OnUnix]
    public async Task A_region_that_is_not_active_says_zero()
    {
        using var run = new ScriptRun().With("curl", "printf 503").With("aws", "exit 0");
        var (exitCode, output, _) = await StartAsync(run);

        Assert.Equal((0, "Active 0: http://ml-ta-api.ml-ta:8080/health/active answered 503\n"), (exitCode, output));
        Assert.Equal([Told("eu-west-1", 0), Told("us-east-1", 0)], AwsCalls(run));
    }

    [OnUnix]
    public async Task So_does_one_whose_api_does_not_answer()
    {
        using var run = new ScriptRun().With("curl", "printf 000; exit 28").With("aws", "exit 0");
        var (exitCode, output, _) = await StartAsync(run);

        Assert.Equal((0, "Active 0: http://ml-ta-api.ml-ta:8080/health/active answered 000\n"), (exitCode, output));
        Assert.Equal([Told("eu-west-1", 0), Told("us-east-1", 0)], AwsCalls(run));
    }

    [OnUnix]
    public async Task A_region_that_cannot_be_told_does_not_keep_the_others_from_it()
    {
        using var run = new ScriptRun().With("curl", "printf 200").With("aws", "case \"$*\" in *us-east-1*) exit 255;; esac");
        var (exitCode, _, errors) = await StartAsync(run);

        Assert.Equal((0, "us-east-1 was not told\n"), (exitCode, errors));
        Assert.Equal([Told("eu-west-1", 1), Told("us-east-1", 1)], AwsCalls(run));
    }

    /// <summary>The first region answers only after the last one was told: one after the other, that would never be.</summary>
    [OnUnix]
    public async Task A_region_that_hangs_does_not_take_the_time_of_the_others()
    {
        using var run = new ScriptRun().With("curl", "printf 200").With("aws", """
            told="$(dirname "$0")/told"
            case "$*" in
              *us-east-1*) for try in 1 2 3 4 5 6 7 8 9 10; do [ -e "$told" ] && exit 0; sleep 1; done; echo 'gave up' >&2; exit 1;;
              *) touch "$told";;
            esac
            """);
        var (exitCode, _, errors) = await StartAsync(run);

        Assert.Equal((0, ""), (exitCode, errors));
    }

    [OnUnix]
    public async Task A_word_that_reaches_nobody_is_a_failure()
    {
        using var run = new ScriptRun().With("curl", "printf 200").With("aws", "exit 255");
        var (exitCode, _, errors) = await StartAsync(run);

        Assert.Equal((1, "us-east-1 was not told\neu-west-1 was not told\n"), (exitCode, errors));
    }

    private static string Told(string region, int value) =>
        $"aws cloudwatch put-metric-data --region {region} --namespace ML-TA/Recovery --metric-name Active --dimensions Stack=primary --value {value} --cli-connect-timeout 5 --cli-read-timeout 5";

    private static IEnumerable<string> AwsCalls(ScriptRun run) =>
        run.Calls.Where(call => call.StartsWith("aws ", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    /// <summary>As the primary's CronJob runs it: with its script and its variables.</summary>
    private static async Task<(int ExitCode, string Output, string Errors)> StartAsync(ScriptRun run)
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Primary);
        var script = graph.Get("kubernetes:core/v1:ConfigMap", "ml-ta-heartbeat").Inputs["data"]!["heartbeat.sh"]!.GetValue<string>();
        return await run.StartAsync(script, Environment(graph));
    }

    private static Dictionary<string, string> Environment(StackGraph graph) =>
        graph.Containers().Single(container => container["name"]!.GetValue<string>() == "ml-ta-heartbeat")["env"].Items()
            .ToDictionary(variable => variable["name"]!.GetValue<string>(), variable => variable["value"]!.GetValue<string>());
}
