using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

/// <summary>The secondary stack must be deployable while us-west-2, the region that it replaces, is lost.</summary>
public sealed class SurvivalRulesTests
{
    private const string Limit = "must outlive the region that this stack replaces, so it may be in us-east-1 or eu-west-1";

    private static readonly StackSettings s_secondary = CommittedStacks.Secondary;

    [Theory]
    [InlineData("s3://ml-ta-pulumi-secondary?region=us-east-1", null)]
    [InlineData("s3://ml-ta-pulumi-secondary/state?awssdk=v2&region=eu-west-1", null)]
    [InlineData("s3://ml-ta-pulumi-secondary?region=us-west-2", $"stateBackend: {Limit}, got us-west-2")]
    [InlineData("s3://ml-ta-pulumi-secondary?region=eu-central-1", $"stateBackend: {Limit}, got eu-central-1")]
    public void The_state_survives(string stateBackend, string? problem) => Verdict.Is(problem, s_secondary with { StateBackend = stateBackend });

    [Theory]
    [InlineData("s3://ml-ta-pulumi-secondary")] // the region of whatever shell runs it
    [InlineData("s3://?region=us-east-1")]
    [InlineData("s3://ml-ta-pulumi-secondary?region=")]
    [InlineData("s3://ml-ta-pulumi-secondary?myregion=us-east-1")]
    [InlineData("s3://ml-ta-pulumi-secondary?region=us-east-1\n")]
    [InlineData("https://api.pulumi.com")]
    [InlineData("file:///state?region=us-east-1")]
    [InlineData("")]
    public void A_state_whose_region_nobody_can_tell_is_refused(string stateBackend) => Verdict.Is(
        $"stateBackend: expected s3://BUCKET?region=REGION, got '{stateBackend}'", s_secondary with { StateBackend = stateBackend });

    [Theory]
    [InlineData(null)] // a passphrase is in no region
    [InlineData("passphrase")]
    [InlineData("awskms://alias/ml-ta-pulumi?region=us-east-1")]
    [InlineData("awskms://alias/ml-ta-pulumi?region=eu-west-1")]
    [InlineData("awskms:///arn:aws:kms:us-east-1:111122223333:key/k?context_a=b&region=us-east-1")]
    public void The_key_of_the_secrets_survives(string? secretsProvider) => Verdict.Is(null, s_secondary, secretsProvider);

    [Fact]
    public void A_key_in_the_region_that_the_stack_replaces_is_refused() => Verdict.Is(
        $"secretsprovider: {Limit}, got us-west-2", s_secondary, "awskms://alias/ml-ta-pulumi?region=us-west-2");

    [Theory]
    [InlineData("awskms://alias/ml-ta-pulumi")]
    [InlineData("awskms://alias/ml-ta-pulumi?regions=us-east-1")]
    [InlineData("awskms://?region=us-east-1")]
    public void A_key_whose_region_nobody_can_tell_is_refused(string secretsProvider) => Verdict.Is(
        $"secretsprovider: expected awskms://KEY?region=REGION, got '{secretsProvider}'", s_secondary, secretsProvider);

    [Fact]
    public void An_archive_keeps_its_state_at_home() => Verdict.Is(
        "stateBackend: must outlive the region that this stack replaces, so it may be in eu-west-1, got us-east-1",
        CommittedStacks.Backup with { StateBackend = "s3://ml-ta-pulumi-backup?region=us-east-1" });
}
