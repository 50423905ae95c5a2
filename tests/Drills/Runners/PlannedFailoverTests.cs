using System.Text.Json.Nodes;
using MlTa.Tests.Commands;
using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>A planned failover, carried out from the plan that the program makes of the committed files.</summary>
public sealed class PlannedFailoverTests : IDisposable
{
    private readonly RunnerProject _project = new RunnerProject()
        .Says("pulumi stack history --json --page-size 20 --stack primary", Update("active"))
        .Says("pulumi stack history --json --page-size 20 --stack secondary", Update("standby"))
        .On("pulumi stack export", """printf '{"deployment":{}}' > "${@: -1}" """)
        .On("aws cloudwatch", """
            [ "$(grep -c '^aws cloudwatch' "$FOLDER/calls.txt")" -lt 3 ] && lag=120 || lag=7.0
            jq -nc --argjson lag "$lag" '{Datapoints: [{Timestamp: (now + 60 | floor | todate), Maximum: $lag}]}'
            """);

    public void Dispose() => _project.Dispose();

    [NeedsRunnerTools]
    public async Task The_writer_is_fenced_the_replica_catches_up_and_then_it_is_promoted()
    {
        _project.On("pulumi up --yes --skip-preview --json --stack primary", "grep '^  ml-ta:role:' Pulumi.primary.yaml Pulumi.secondary.yaml >&2");

        var failover = await RunAsync(await PlanAsync());

        Assert.True(failover.ExitCode == 0, failover.Errors);
        Assert.Equal(
            [
                "pulumi up --yes --skip-preview --json --stack primary", "pulumi stack export --stack primary", "aws s3 cp",
                "sleep 60", "aws cloudwatch", "sleep 60", "aws cloudwatch", "sleep 60", "aws cloudwatch",
                "pulumi up --yes --skip-preview --json --stack secondary", "pulumi stack export --stack secondary", "aws s3 cp",
            ],
            _project.Calls.Where(call => !call.StartsWith("pulumi stack history", StringComparison.Ordinal)),
            (expected, actual) => actual.StartsWith(expected, StringComparison.Ordinal));
        Assert.Contains("--region us-east-1 ", _project.Calls.First(call => call.StartsWith("aws cloudwatch", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Name=DBInstanceIdentifier,Value=ml-ta-production-replica ", _project.Calls.First(call => call.StartsWith("aws cloudwatch", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(("fenced", "active"), (Role("primary"), Role("secondary")));
        Assert.Equal("database.catch-up", JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_project.Results, "phases.ndjson")))!["phase"]!.GetValue<string>());
    }

    [NeedsRunnerTools]
    public async Task A_replica_that_does_not_catch_up_is_not_promoted()
    {
        using var project = new RunnerProject().Says("pulumi stack history --json --page-size 20 --stack primary", Update("active"))
            .Says("pulumi stack history", Update("standby")).On("pulumi stack export", """printf '{"deployment":{}}' > "${@: -1}" """)
            .Says("aws cloudwatch", """{"Datapoints":[{"Timestamp":"2026-11-23T04:03:00Z","Maximum":0.0}]}""");

        var failover = await project.RunAsync("planned-failover.sh", "--plan", await PlanAsync(), "--results", project.Results);

        Assert.Equal(1, failover.ExitCode);
        Assert.EndsWith("ml-ta-production-replica was not seen to have everything within 15 minutes, so it must not be promoted\n", failover.Errors, StringComparison.Ordinal);
        Assert.Equal(15, project.Calls.Count(call => call == "sleep 60"));
        Assert.DoesNotContain(project.Calls, call => call.StartsWith("pulumi up", StringComparison.Ordinal) && call.Contains("secondary", StringComparison.Ordinal));
    }

    /// <summary>A region that is fenced and no other that writes would be worse than a copy that is missing.</summary>
    [NeedsRunnerTools]
    public async Task Without_a_copy_of_the_state_it_goes_on_and_says_so_at_the_end()
    {
        _project.On("aws s3 cp", "exit 1");

        var failover = await RunAsync(await PlanAsync());

        Assert.Equal(3, failover.ExitCode);
        Assert.EndsWith("planned-failover.sh: carried out; no copy of the state was kept of: primary secondary\n", failover.Errors, StringComparison.Ordinal);
        Assert.Contains("pulumi up --yes --skip-preview --json --stack secondary", _project.Calls);
        Assert.Equal(("fenced", "active"), (Role("primary"), Role("secondary")));
    }

    [NeedsRunnerTools]
    public async Task If_the_writer_cannot_be_fenced_nobody_is_promoted()
    {
        _project.On("pulumi up --yes --skip-preview --json --stack primary", "exit 255");

        Assert.Equal(1, (await RunAsync(await PlanAsync())).ExitCode);
        Assert.DoesNotContain(_project.Calls, call => call.StartsWith("aws cloudwatch", StringComparison.Ordinal) || call == "pulumi up --yes --skip-preview --json --stack secondary");
    }

    [NeedsRunnerTools]
    public async Task A_plan_of_other_files_or_of_another_state_changes_nothing()
    {
        using var project = new RunnerProject().Says("pulumi stack history --json --page-size 20 --stack primary", Update("fenced")).Says("pulumi stack history", Update("standby"));
        var file = Path.Combine(project.Folder, "Pulumi.secondary.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("role: standby", "role: active", StringComparison.Ordinal));

        var failover = await project.RunAsync("planned-failover.sh", "--plan", await PlanAsync(), "--results", project.Results);

        Assert.Equal(2, failover.ExitCode);
        Assert.StartsWith("""
            planned-failover.sh: --plan: primary was active in the file when it was made, and really is fenced
            planned-failover.sh: --plan: secondary was standby when it was made, and is active in the file now
            Carries out
            """, failover.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain(project.Calls, call => call.StartsWith("pulumi up", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task Only_a_planned_failover_that_nothing_forbids_is_carried_out()
    {
        foreach (var (change, problem) in new (Action<JsonObject>, string)[]
        {
            (plan => plan["mode"] = "sudden", "expected a planned failover that nothing forbids, got: sudden"),
            (plan => plan["refusals"] = new JsonArray("two writers"), "expected a planned failover that nothing forbids, got: graceful; two writers"),
            (plan => plan["config"]![0]!["key"] = "ml-ta:region", "expected changes of roles and of nothing else, got: "),
            (plan => plan["config"]![0]!["to"] = "a/; s/b/c", "expected changes of roles and of nothing else, got: "),
            (plan => plan.Remove("steps"), "expected the JSON of a failover's plan, got '"),
        })
        {
            var failover = await RunAsync(await PlanAsync(change));

            Assert.Equal(2, failover.ExitCode);
            Assert.StartsWith($"planned-failover.sh: --plan: {problem}", failover.Errors, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(_project.Calls, call => call.StartsWith("pulumi up", StringComparison.Ordinal));
        Assert.Equal(("active", "standby"), (Role("primary"), Role("secondary")));
    }

    [NeedsRunnerTools]
    public async Task Bad_input_is_refused_with_every_problem()
    {
        var failover = await _project.RunAsync("planned-failover.sh", "--plan", "nowhere.json", "--quick");
        var wait = await _project.RunAsync("wait-for-replica.sh", "--minutes", "0", "--now", "--closed-at", "2026-13-23T03:05:00Z");
        var measure = await _project.RunAsync("measure.sh", "database.catch-up");

        Assert.Equal([2, 2, 2], [failover.ExitCode, wait.ExitCode, measure.ExitCode]);
        Assert.StartsWith($"""
            planned-failover.sh: unknown argument '--quick'
            planned-failover.sh: --results: expected a folder, got ''
            planned-failover.sh: --plan: expected the JSON of a failover's plan, got '{_project.Folder}/nowhere.json'
            Carries out
            """, failover.Errors, StringComparison.Ordinal);
        Assert.StartsWith("""
            wait-for-replica.sh: unknown argument '--now'
            wait-for-replica.sh: --region: expected a region, got ''
            wait-for-replica.sh: --database: expected a database's identifier, got ''
            wait-for-replica.sh: --closed-at: expected a time such as 2026-11-23T03:05:00Z, got '2026-13-23T03:05:00Z'
            wait-for-replica.sh: --minutes: expected 1 to 999, got '0'
            Waits until
            """, wait.Errors, StringComparison.Ordinal);
        Assert.StartsWith("measure.sh: expected a phase, a file and a command, got 1 arguments\nRuns a command", measure.Errors, StringComparison.Ordinal);
    }

    private static string Update(string role) => $$"""[{"kind": "update", "config": {"ml-ta:role": {"value": "{{role}}"} } }]""";

    /// <summary>The plan of the committed files, changed as the test says, in a file.</summary>
    private async Task<string> PlanAsync(Action<JsonObject>? change = null)
    {
        var plan = JsonNode.Parse((await Typed.Good("failover", "--to", "secondary", "--graceful", "--json")).Output)!.AsObject();
        change?.Invoke(plan);
        var file = Path.Combine(_project.Folder, "plan.json");
        await File.WriteAllTextAsync(file, plan.ToJsonString());
        return file;
    }

    private Task<RunnerResult> RunAsync(string plan) => _project.RunAsync("planned-failover.sh", "--plan", plan, "--results", _project.Results);

    private string Role(string stack) => File.ReadAllLines(Path.Combine(_project.Folder, $"Pulumi.{stack}.yaml"))
        .Single(line => line.StartsWith("  ml-ta:role: ", StringComparison.Ordinal))["  ml-ta:role: ".Length..];
}
