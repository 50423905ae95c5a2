using System.Globalization;
using System.Text.RegularExpressions;
using MlTa.Tests.Drills;
using Xunit;

namespace MlTa.Tests.Workflows;

/// <summary>What a workflow may do, whoever wrote the code that it runs.</summary>
public sealed partial class SafetyTests
{
    private const string SameRepository = "github.event.pull_request.head.repo.full_name == github.repository";

    [Fact]
    public void Nothing_of_a_fork_runs_with_the_rights_of_this_repository()
    {
        Assert.Equal(["build", "deploy", "drift", "drill", "exercise", "experiments", "preview", "sweep"], Workflow.All.Select(workflow => workflow.Name));
        Assert.All(Workflow.All, workflow => Assert.DoesNotContain("pull_request_target", workflow.Triggers));
        Assert.Equal(["sweep"], Workflow.All.Where(workflow => workflow.Triggers.Contains("workflow_run")).Select(workflow => workflow.Name));
        Assert.DoesNotContain("pull_request", Workflow.Named("drill").Triggers);
    }

    [Fact]
    public void A_session_in_AWS_is_for_branches_of_this_repository()
    {
        var onPullRequests = Workflow.AllJobs.Where(job => job.Session is not null && job.Workflow.Triggers.Contains("pull_request")).ToList();

        Assert.Equal(["preview: preview", "preview: worth"], onPullRequests.Select(job => job.ToString()));
        Assert.All(onPullRequests, job => Assert.Equal(SameRepository, job.Node.TextAt("if")));
    }

    [Fact]
    public void Only_a_job_with_a_session_may_ask_for_an_identity()
    {
        Assert.Contains(Workflow.AllJobs, job => job.MayAskForIdentity);
        Assert.All(Workflow.AllJobs, job => Assert.True(job.MayAskForIdentity == job.Session is not null, job.ToString()));
    }

    [Fact]
    public void Every_job_says_what_it_may_do_and_nobody_may_write_code()
    {
        Assert.All(Workflow.All, workflow => Assert.Equal(["contents"], workflow.Root.NamesAt("permissions")));
        Assert.All(Workflow.All, workflow => Assert.Equal("read", workflow.Root.TextAt("permissions", "contents")));
        foreach (var job in Workflow.AllJobs)
        {
            var rights = job.Node.NamesAt("permissions").Select(right => $"{right}: {job.Node.TextAt("permissions", right)}").ToList();
            Assert.NotEmpty(rights);
            Assert.All(rights, right => Assert.Contains(right, (string[])["contents: read", "id-token: write", "issues: write"]));
            Assert.True(!rights.Contains("issues: write") || !job.MayAskForIdentity, job.ToString());
        }
    }

    [Fact]
    public void Every_job_ends_and_its_session_lasts_as_long()
    {
        foreach (var job in Workflow.AllJobs)
        {
            var minutes = int.Parse(job.Node.TextAt("timeout-minutes") ?? throw new KeyNotFoundException($"{job} has no timeout-minutes"), CultureInfo.InvariantCulture);
            Assert.InRange(minutes, 1, 360);
            if (job.Session is not null)
            {
                var hours = int.Parse(job.Session.TextAt("with", "hours") ?? "1", CultureInfo.InvariantCulture);
                Assert.True(minutes <= hours * 60, $"{job} lasts {minutes} minutes, its session {hours} hours");
            }
        }
    }

    [Fact]
    public void Each_role_belongs_to_environments_which_is_what_AWS_trusts()
    {
        var environments = Workflow.AllJobs.Where(job => job.Session is not null).GroupBy(job => job.Role!)
            .ToDictionary(role => role.Key, role => role.Select(job => job.Environment ?? "none").Distinct().Order(StringComparer.Ordinal));

        Assert.Equal(["exercise-failback", "exercise-failover", "experiments", "production"], environments["deploy"]);
        Assert.Equal(["drill"], environments["drill-deploy"]);
        Assert.Equal(["preview"], environments["preview"]);
        Assert.Equal(3, environments.Count);
    }

    [Fact]
    public void No_workflow_needs_a_secret()
    {
        Assert.All(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, ".github"), "*.yml", SearchOption.AllDirectories),
            file => Assert.DoesNotMatch(@"\$\{\{[^}]*secrets", File.ReadAllText(file)));
    }

    [Fact]
    public void What_somebody_typed_is_never_part_of_a_script()
    {
        Assert.All(Workflow.AllJobs, job => Assert.All(job.Scripts, script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal)));
        Assert.DoesNotContain(ActionSteps(), step => step.TextAt("run")?.Contains("${{", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Actions_are_those_that_are_known_each_in_one_version()
    {
        var used = Workflow.AllJobs.SelectMany(job => job.Steps).Concat(ActionSteps())
            .Select(step => step.TextAt("uses")).OfType<string>().Where(action => action != WorkflowJob.CloudSession).Distinct().ToList();

        Assert.All(used, action => Assert.Matches(MajorVersion(), action));
        Assert.Equal(
            [
                "actions/checkout", "actions/download-artifact", "actions/setup-dotnet", "actions/upload-artifact",
                "aws-actions/configure-aws-credentials", "pulumi/actions",
            ],
            used.Select(action => action.Split('@')[0]).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<YamlDotNet.RepresentationModel.YamlNode> ActionSteps() =>
        (YamlDotNet.RepresentationModel.YamlSequenceNode)Yaml.Read(Path.Combine(Repository.Root, WorkflowJob.CloudSession, "action.yml")).At("runs", "steps")!;

    [GeneratedRegex(@"^[a-z-]+/[a-z-]+@v\d+$")]
    private static partial Regex MajorVersion();
}
