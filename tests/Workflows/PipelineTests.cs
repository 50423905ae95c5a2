using System.Text.RegularExpressions;
using MlTa.Tests.Drills;
using Xunit;

namespace MlTa.Tests.Workflows;

/// <summary>What the pipelines promise.</summary>
public sealed partial class PipelineTests
{
    private static readonly string s_runners = Path.Combine(Repository.Root, "infra", "Drills");

    [Fact]
    public void A_drill_is_removed_whatever_became_of_it()
    {
        var teardown = Workflow.Named("drill").Job("teardown");

        Assert.Equal("always()", teardown.Node.TextAt("if"));
        Assert.Equal(["drill"], teardown.Needs);
        Assert.Equal(["infra/Drills/teardown.sh --stack \"dr-test-$DRILL\""], teardown.Scripts);
        Assert.Contains(Workflow.Named("drill").Job("drill").Scripts, script => script.Contains("exec infra/Drills/drill.sh --id \"$DRILL\" ", StringComparison.Ordinal));
    }

    [Fact]
    public void After_a_cancel_the_sweeper_removes_the_same_stack_in_a_run_of_its_own()
    {
        var sweep = Workflow.Named("sweep");

        Assert.Equal([Workflow.Named("drill").Root.TextAt("name")!], sweep.Root.NamesAt("on", "workflow_run", "workflows"));
        Assert.Equal(["completed"], sweep.Root.NamesAt("on", "workflow_run", "types"));
        Assert.Equal("r${{ github.run_number }}-${{ github.run_attempt }}", Workflow.Named("drill").Root.TextAt("env", "DRILL"));
        var removal = Assert.Single(sweep.Job("sweep").Steps, step => step.TextAt("run") == "infra/Drills/teardown.sh --stack \"dr-test-$DRILL\"");
        Assert.Equal("r${{ github.event.workflow_run.run_number }}-${{ github.event.workflow_run.run_attempt }}", removal.TextAt("env", "DRILL"));
        var rest = Assert.Single(sweep.Job("sweep").Steps, step => step.TextAt("run") == "infra/Drills/sweep.sh");
        Assert.Equal("always()", rest.TextAt("if"));
        Assert.Contains("schedule", sweep.Triggers);
    }

    [Fact]
    public void A_stack_is_removed_by_one_job_at_a_time()
    {
        Assert.All(
            new[] { Workflow.Named("drill").Job("teardown"), Workflow.Named("sweep").Job("sweep") },
            job => Assert.Equal("drill-removal", job.Node.TextAt("concurrency", "group")));
        Assert.Null(Workflow.Named("sweep").Root.At("concurrency"));
    }

    [Fact]
    public void Where_there_are_copies_is_judged_by_the_script()
    {
        Assert.Equal("string", Workflow.Named("drill").Root.TextAt("on", "workflow_dispatch", "inputs", "region", "type"));
        Assert.Null(Workflow.Named("drill").Root.At("on", "workflow_dispatch", "inputs", "region", "options"));
    }

    [Fact]
    public void Nothing_that_changes_AWS_is_cancelled_for_another_run()
    {
        foreach (var job in Workflow.AllJobs.Where(job => job.Session is not null && job.Role != "preview"))
        {
            var groups = new[] { job.Node, job.Workflow.Root }.Where(node => node.At("concurrency") is not null).ToList();
            Assert.NotEmpty(groups);
            Assert.All(groups, node => Assert.Equal("false", node.TextAt("concurrency", "cancel-in-progress")));
        }
    }

    [Fact]
    public void Whoever_changes_the_standing_stacks_does_it_alone()
    {
        var jobs = Workflow.AllJobs.Where(job => job.Role == "deploy").ToList();

        Assert.Equal(4, jobs.Count);
        Assert.All(jobs, job => Assert.Equal("standing-stacks", job.Node.TextAt("concurrency", "group")));
    }

    [Fact]
    public void People_approve_before_the_failover_and_before_the_way_back()
    {
        var exercise = Workflow.Named("exercise");

        Assert.Equal(["plan"], exercise.Job("failover").Needs);
        Assert.Equal(["plan", "failover"], exercise.Job("protect").Needs);
        Assert.All((string[])["failover", "protect"], job => Assert.Null(exercise.Job(job).Node.At("if")));
        Assert.NotEqual(exercise.Job("failover").Environment, exercise.Job("protect").Environment);
        Assert.Null(exercise.Job("plan").Session);
    }

    [Fact]
    public void A_failover_is_of_the_files_that_were_planned_and_approved() =>
        Assert.Equal("infra/Drills/check-newest.sh", Workflow.Named("exercise").Job("failover").Scripts[0]);

    /// <summary>The region that was left has no replica until then, whatever was proved.</summary>
    [Fact]
    public void A_failover_that_was_not_proved_is_followed_by_protection_and_by_a_red_run()
    {
        var exercise = Workflow.Named("exercise");
        var failover = exercise.Job("failover");
        var evidence = Assert.Single(failover.Steps, step => step.TextAt("id") == "evidence");

        Assert.Equal(("always()", "true"), (evidence.TextAt("if"), evidence.TextAt("continue-on-error")));
        Assert.Contains("keep-evidence.sh", evidence.TextAt("run"), StringComparison.Ordinal);
        Assert.Equal("${{ steps.evidence.outcome }}", failover.Node.TextAt("outputs", "evidence"));
        Assert.Equal("${{ steps.failover.outputs.copies }}", failover.Node.TextAt("outputs", "copies"));
        Assert.Equal("needs.failover.outputs.evidence != 'success' || needs.failover.outputs.copies == 'missing'", exercise.Job("verdict").Node.TextAt("if"));
        Assert.EndsWith("\nexit 1\n", Assert.Single(exercise.Job("verdict").Scripts), StringComparison.Ordinal);
        Assert.DoesNotContain("verdict", exercise.Jobs.SelectMany(job => job.Needs));
    }

    [Fact]
    public void A_deployment_is_refused_before_the_first_up_if_it_is_a_failover()
    {
        var scripts = Workflow.Named("deploy").Job("deploy").Scripts;

        Assert.Equal(["infra/Drills/check-newest.sh", "infra/Drills/check-roles.sh backup secondary primary"], scripts.Take(2));
        Assert.Equal(["backup", "secondary", "primary"], scripts.Skip(2).Select(script => script.Split(' ')[2]));
        Assert.All(scripts, script => Assert.DoesNotContain("--change-role", script, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_up_of_a_standing_stack_keeps_a_copy_of_the_state()
    {
        Assert.All(Workflow.AllJobs, job => Assert.All(job.Scripts, script => Assert.DoesNotMatch(@"\bpulumi\s+(up|destroy|refresh|import|state)\b", script)));
        var ups = Directory.EnumerateFiles(s_runners, "*.sh")
            .Where(file => File.ReadLines(file).Any(line => Up().IsMatch(line))).Select(file => Path.GetFileName(file));

        // A drill's state is not worth keeping.
        Assert.Equal(["drill.sh", "up.sh"], ups.Order(StringComparer.Ordinal));
        var up = File.ReadAllText(Path.Combine(s_runners, "up.sh"));
        Assert.InRange(up.IndexOf("export-state.sh --stack", StringComparison.Ordinal), up.IndexOf("\npulumi up ", StringComparison.Ordinal), int.MaxValue);
    }

    [Fact]
    public void Every_script_that_a_workflow_calls_exists_and_knows_the_options_that_it_is_given()
    {
        List<string> called = [];
        foreach (var script in Workflow.AllJobs.SelectMany(job => job.Scripts))
        {
            foreach (Match call in Call().Matches(script))
            {
                var file = Path.Combine(s_runners, call.Groups["script"].Value);
                Assert.True(File.Exists(file), call.Value);
                var text = File.ReadAllText(file);
                Assert.All(
                    Option().Matches(call.Groups["arguments"].Value).Select(option => option.Value.Trim()),
                    option => Assert.Matches($@"(?m)^ +([a-z-]+ \| )*{option}( \| [a-z-]+)*\)|\$1"" != {option} ", text));
                called.Add(Path.GetFileName(file));
            }
        }

        Assert.Contains("drill.sh", called);
        Assert.Contains("planned-failover.sh", called);
    }

    /// <summary>A script of ours with what follows, up to the next one, another program's options or the end of the line.</summary>
    [GeneratedRegex(@"infra/Drills/(?<script>[a-z-]+\.sh)(?<arguments>((?!infra/Drills/|dotnet |[|;&\n]).)*)")]
    private static partial Regex Call();

    [GeneratedRegex(@"^ *(apart )?pulumi up ")]
    private static partial Regex Up();

    [GeneratedRegex(@"(?<= )--[a-z-]+")]
    private static partial Regex Option();
}
