using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace MlTa.Tests.Drills.Runners;

/// <summary>What serves is broken in three ways, and what came of it is written down.</summary>
public sealed partial class MonthlyExperimentsTests : IDisposable
{
    private readonly RunnerProject _project = new RunnerProject()
        .Says("pulumi stack output targetGroupArn --stack primary", "arn:targets")
        .Says("pulumi stack history --json --page-size 20 --stack primary", Update("active"))
        .On("pulumi stack history --json --page-size 20 --stack secondary", $"[ -e \"$FOLDER/promoted\" ] && echo '{Update("active")}' || echo '{Update("standby")}'");

    private IEnumerable<string> Calls => _project.Calls.Where(call => !call.StartsWith("pulumi ", StringComparison.Ordinal)).Select(call => TimePattern().Replace(call, " TIME"));

    public void Dispose() => _project.Dispose();

    [NeedsRunnerTools]
    public async Task One_comes_after_the_other()
    {
        Experiments("true");

        var experiments = await RunAsync();

        Assert.True(experiments.ExitCode == 0, experiments.Errors);
        Assert.Equal(
            [
                Run("database-failover", "--url https://api.us-west-2.ml-ta.com/health/active"), Proof("database-failover"),
                Run("application-recovery", "--target-group arn:targets"), Proof("application-recovery"),
                Run("object-replication", "--source-bucket ml-ta-models-primary --destination-bucket ml-ta-models-secondary --destination-region us-east-1"), Proof("object-replication"),
            ],
            Calls);
    }

    [NeedsRunnerTools]
    public async Task The_commit_is_written_down_where_there_is_one()
    {
        Experiments("true");
        _project.Write("tools/git", "#!/usr/bin/env bash\n[ \"$*\" = 'rev-parse HEAD' ] && echo 0123456789012345678901234567890123456789\n");

        Assert.Equal(0, (await RunAsync()).ExitCode);
        Assert.Equal(3, Calls.Count(call => call.EndsWith(" --commit 0123456789012345678901234567890123456789", StringComparison.Ordinal)));
    }

    [NeedsRunnerTools]
    public async Task What_proved_nothing_fails_when_the_others_have_had_their_turn()
    {
        Experiments("true");
        _project.On("dotnet run", "[[ $* != *database-failover* ]]");

        Assert.Equal(1, (await RunAsync()).ExitCode);
        Assert.Equal(6, Calls.Count());
    }

    /// <summary>Its results have no end, as a failure is no measurement; so the end is told.</summary>
    [NeedsRunnerTools]
    public async Task What_did_not_recover_is_not_broken_further_and_leaves_evidence()
    {
        Experiments("[[ $* != *application-recovery* ]]");

        Assert.Equal(1, (await RunAsync()).ExitCode);
        Assert.Equal(
            [
                Run("database-failover", "--url https://api.us-west-2.ml-ta.com/health/active"), Proof("database-failover"),
                Run("application-recovery", "--target-group arn:targets"), Proof("application-recovery") + " --finished TIME",
            ],
            Calls);
    }

    [NeedsRunnerTools]
    public async Task Whoever_interrupts_it_interrupts_the_experiment_and_waits_for_it()
    {
        // Notes that it was ended, after what it has to do. The project's own sleep takes no time. Its output is its own: a test that waits for that would wait for it too.
        Experiments("""exec > /dev/null 2>&1; trap 'kill "$!"; PATH=/usr/bin:/bin sleep 1; echo stopped >> "$0.ended"; exit 130' TERM; touch "$0.runs"; tail -f /dev/null & wait""");
        var script = Path.Combine(_project.Folder, "infra/Drills/run-experiment.sh");
        using var process = _project.Start("monthly-experiments.sh", "--results", "measured");

        Assert.True(SpinWait.SpinUntil(() => File.Exists(script + ".runs"), TimeSpan.FromSeconds(30)));
        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)])!)
        {
            await kill.WaitForExitAsync();
        }

        Assert.Equal(130, (await RunnerProject.FinishAsync(process)).ExitCode);
        Assert.Equal("stopped\n", await File.ReadAllTextAsync(script + ".ended"));
        Assert.DoesNotContain(Calls, call => call.StartsWith("dotnet", StringComparison.Ordinal) || call.Contains("application-recovery", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task Nothing_is_broken_in_a_stack_whose_role_is_not_what_its_file_says()
    {
        Experiments("true");
        _project.Write("promoted", "");

        var experiments = await RunAsync();

        Assert.Equal(2, experiments.ExitCode);
        Assert.Contains("Pulumi.secondary.yaml says standby, and secondary has the role active", experiments.Errors, StringComparison.Ordinal);
        Assert.Empty(Calls);
    }

    [NeedsRunnerTools]
    public async Task Nothing_is_broken_while_nothing_could_take_over()
    {
        var file = Path.Combine(_project.Folder, "Pulumi.secondary.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("role: standby", "role: fenced", StringComparison.Ordinal));
        Experiments("true");

        var experiments = await RunAsync();

        Assert.Equal(1, experiments.ExitCode);
        Assert.Contains("expected an active stack and its standby, got active 'primary' and standby ''", experiments.Errors, StringComparison.Ordinal);
        Assert.Empty(_project.Calls);
        Assert.Equal(2, (await _project.RunAsync("monthly-experiments.sh")).ExitCode);
    }

    private static string Update(string role) => $$"""[{"kind": "update", "config": {"ml-ta:role": {"value": "{{role}}"} } }]""";

    [GeneratedRegex(" [0-9-]{10}T[0-9:]{8}Z")]
    private static partial Regex TimePattern();

    private Task<RunnerResult> RunAsync() => _project.RunAsync("monthly-experiments.sh", "--results", "measured");

    private string Run(string experiment, string about) => $"--region us-west-2 --results {_project.Folder}/measured/{experiment} --experiment {experiment} {about}";

    private string Proof(string experiment) =>
        $"dotnet run --project infra -- evidence --path {experiment} --results {_project.Folder}/measured/{experiment} --out {_project.Folder}/measured/evidence-{experiment}.json --started TIME";

    /// <summary>In the place of what starts an experiment: notes what it was asked.</summary>
    private void Experiments(string body) =>
        _project.Write("infra/Drills/run-experiment.sh", $"#!/usr/bin/env bash\necho \"$*\" >> '{_project.Folder}/calls.txt'\n{body}\n");
}
