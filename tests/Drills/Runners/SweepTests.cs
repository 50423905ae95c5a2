using System.Globalization;
using System.Text.Json;
using Xunit;

namespace MlTa.Tests.Drills.Runners;

public sealed class SweepTests : IDisposable
{
    private readonly RunnerProject _project = new RunnerProject()
        .On("aws resourcegroupstaggingapi", """echo '{"ResourceTagMappingList":[]}'""")
        .On("pulumi stack tag get expires --stack dr-test-over", $"echo {Hours(-1)}")
        .On("pulumi stack tag get expires --stack dr-test-running", $"echo {Hours(+1)}")
        .On("pulumi stack tag get", "echo 'stack tag not found' >&2; exit 255");

    public void Dispose() => _project.Dispose();

    [NeedsRunnerTools]
    public async Task What_has_expired_goes_and_what_is_needed_stays()
    {
        Stacks(("dr-test-over", Hours(-7)), ("dr-test-running", Hours(-7)), ("primary", Hours(-700)));

        var sweep = await _project.RunAsync("sweep.sh");

        Assert.Equal(0, sweep.ExitCode);
        Assert.Equal(["dr-test-over"], Removed());
        Assert.DoesNotContain(_project.Calls, call => call.Contains("primary", StringComparison.Ordinal));
        Assert.Contains($"sweep.sh: dr-test-running is needed until {Hours(+1)[..13]}", sweep.Errors, StringComparison.Ordinal);
    }

    [NeedsRunnerTools]
    public async Task Without_a_tag_a_day_after_the_last_change_decides()
    {
        Stacks(("dr-test-old", Hours(-24.1)), ("dr-test-young", Hours(-23.9)));

        var sweep = await _project.RunAsync("sweep.sh");

        Assert.Equal(0, sweep.ExitCode);
        Assert.Equal(["dr-test-old"], Removed());
    }

    [NeedsRunnerTools]
    public async Task A_stack_that_was_never_changed_is_named_and_stays()
    {
        Stacks(("dr-test-new", null));

        var sweep = await _project.RunAsync("sweep.sh");

        Assert.Equal(
            (0, "sweep.sh: dr-test-new has no expiry yet and nothing in it. If nobody needs it: infra/Drills/teardown.sh --stack dr-test-new\n"),
            (sweep.ExitCode, sweep.Errors));
        Assert.Empty(Removed());
    }

    [NeedsRunnerTools]
    public async Task A_stack_that_nobody_knows_anything_of_is_reported()
    {
        Stacks(("dr-test-unknown", "yesterday"));

        var sweep = await _project.RunAsync("sweep.sh");

        Assert.Equal(1, sweep.ExitCode);
        Assert.EndsWith(
            "sweep.sh: dr-test-unknown: nobody knows until when it is needed. If nobody does: infra/Drills/teardown.sh --stack dr-test-unknown\n",
            sweep.Errors, StringComparison.Ordinal);
        Assert.Empty(Removed());
    }

    [NeedsRunnerTools]
    public async Task Roles_and_logs_of_a_stack_that_is_gone_are_reported()
    {
        Stacks(("dr-test-running", Hours(-1)));
        _project.Says("aws iam list-roles", "ml-ta-dr-test-running-nodes\tml-ta-dr-test-runn-nodes\tml-ta-dr-test-running2-nodes\tml-ta-dr-test-7-cluster\tml-ta-drill-deploy")
            .Says(
                "aws logs describe-log-groups --log-group-name-prefix /aws/eks/ml-ta-dr-test- --region us-east-1",
                "/aws/eks/ml-ta-dr-test-7/cluster\t/aws/eks/ml-ta-dr-test-running/cluster");

        var sweep = await _project.RunAsync("sweep.sh");

        Assert.Equal(1, sweep.ExitCode);
        Assert.EndsWith("""
            sweep.sh: the role ml-ta-dr-test-runn-nodes is left of a drill and has to be deleted by hand
            sweep.sh: the role ml-ta-dr-test-running2-nodes is left of a drill and has to be deleted by hand
            sweep.sh: the role ml-ta-dr-test-7-cluster is left of a drill and has to be deleted by hand
            sweep.sh: the log group in us-east-1 /aws/eks/ml-ta-dr-test-7/cluster is left of a drill and has to be deleted by hand

            """, sweep.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("running/cluster", sweep.Errors, StringComparison.Ordinal);
    }

    [NeedsRunnerTools]
    public async Task Roles_and_logs_that_cannot_be_listed_are_reported()
    {
        Stacks();
        _project.On("aws iam", "exit 254").On("aws logs", "exit 254");

        var sweep = await _project.RunAsync("sweep.sh", "--region", "us-east-1");

        Assert.Equal(
            (1, "sweep.sh: the roles could not be listed\nsweep.sh: the log groups in us-east-1 could not be listed\n"), (sweep.ExitCode, sweep.Errors));
    }

    [NeedsRunnerTools]
    public async Task A_tag_that_is_no_time_decides_nothing()
    {
        using var project = new RunnerProject().On("aws resourcegroupstaggingapi", """echo '{"ResourceTagMappingList":[]}'""")
            .Says("pulumi stack tag get", "0")
            .Says("pulumi stack ls", $$"""[{"name":"dr-test-7","lastUpdate":"{{Hours(-1)}}"}]""");

        Assert.Equal(0, (await project.RunAsync("sweep.sh")).ExitCode);
        Assert.DoesNotContain(project.Calls, call => call.StartsWith("pulumi destroy", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task One_that_cannot_be_removed_does_not_keep_the_next_from_it()
    {
        Stacks(("dr-test-older", Hours(-48)), ("dr-test-over", Hours(-7)));
        _project.On("pulumi destroy --yes --skip-preview --stack dr-test-older", "exit 255")
            .On("pulumi destroy --yes --skip-preview --refresh --stack dr-test-older", "exit 255");

        var sweep = await _project.RunAsync("sweep.sh");

        Assert.Equal(1, sweep.ExitCode);
        Assert.Contains("sweep.sh: dr-test-older could not be removed\n", sweep.Errors, StringComparison.Ordinal);
        Assert.Contains("pulumi stack rm --yes --preserve-config --stack dr-test-over", _project.Calls);
    }

    [NeedsRunnerTools]
    public async Task What_is_left_of_a_drill_is_reported_with_its_ARN()
    {
        using var project = new RunnerProject().Says("pulumi stack ls", "[]")
            .Says("aws resourcegroupstaggingapi get-resources --tag-filters Key=expires --region eu-west-1", Tagged(
                ("arn:aws:rds:eu-west-1:111122223333:db:left", "dr-test-7", Hours(-3)),
                ("arn:aws:rds:eu-west-1:111122223333:db:just-deleted", "dr-test-7", Hours(-1)),
                ("arn:aws:rds:eu-west-1:111122223333:db:running", "dr-test-8", Hours(+1)),
                ("arn:aws:rds:eu-west-1:111122223333:db:not-ours", "other", Hours(-3)),
                ("arn:aws:kms:eu-west-1:111122223333:key/going", "dr-test-7", Hours(-3)),
                ("arn:aws:kms:eu-west-1:111122223333:key/staying", "dr-test-7", Hours(-3))))
            .Says("aws resourcegroupstaggingapi", Tagged())
            .Says("aws kms describe-key --key-id arn:aws:kms:eu-west-1:111122223333:key/going", "PendingDeletion")
            .Says("aws kms describe-key", "Enabled");

        var sweep = await project.RunAsync("sweep.sh");

        Assert.Equal(
            (1, """
                sweep.sh: arn:aws:rds:eu-west-1:111122223333:db:left is left of dr-test-7 and has to be deleted by hand
                sweep.sh: arn:aws:kms:eu-west-1:111122223333:key/staying is left of dr-test-7 and has to be deleted by hand

                """),
            (sweep.ExitCode, sweep.Errors));
        Assert.Contains(project.Calls, call => call.Contains("--region us-east-1", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task A_region_that_does_not_answer_is_reported_and_the_next_is_asked()
    {
        using var project = new RunnerProject().Says("pulumi stack ls", "[]")
            .On("aws resourcegroupstaggingapi get-resources --tag-filters Key=expires --region us-east-1", "exit 255")
            .Says("aws resourcegroupstaggingapi", Tagged());

        var sweep = await project.RunAsync("sweep.sh");

        Assert.Equal(1, sweep.ExitCode);
        Assert.Contains("sweep.sh: what drills left in us-east-1 could not be listed\n", sweep.Errors, StringComparison.Ordinal);
        Assert.Contains(project.Calls, call => call.Contains("--region eu-west-1", StringComparison.Ordinal));
    }

    [NeedsRunnerTools]
    public async Task Bad_input_is_refused_with_every_problem()
    {
        var sweep = await _project.RunAsync("sweep.sh", "--all", "--region", "here");

        Assert.Equal(2, sweep.ExitCode);
        Assert.StartsWith(
            "sweep.sh: unknown argument '--all'\nsweep.sh: --region: expected a region such as eu-west-1, got 'here'\nRemoves drills",
            sweep.Errors, StringComparison.Ordinal);
    }

    private static string Hours(double fromNow) =>
        DateTimeOffset.UtcNow.AddHours(fromNow).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Tagged(params (string Arn, string Stack, string Expires)[] resources) => JsonSerializer.Serialize(new
    {
        ResourceTagMappingList = resources.Select(resource => new
        {
            ResourceARN = resource.Arn,
            Tags = new[] { new { Key = "expires", Value = resource.Expires }, new { Key = "stack", Value = resource.Stack } },
        }),
    });

    private void Stacks(params (string Name, string? LastUpdate)[] stacks) =>
        _project.Says("pulumi stack ls", JsonSerializer.Serialize(stacks.Select(stack => new { name = stack.Name, lastUpdate = stack.LastUpdate })));

    private IEnumerable<string> Removed() => _project.Calls.Where(call => call.StartsWith("pulumi stack rm", StringComparison.Ordinal)).Select(call => call.Split(' ')[^1]);
}
