using MlTa.Offline;
using MlTa.Settings;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

/// <summary>Where messages go: a topic for each level in each region, and the recovery plan's channels.</summary>
public sealed class TopicTests
{
    private const string TopicType = "aws:sns/topic:Topic";
    private const string PolicyType = "aws:sns/topicPolicy:TopicPolicy";
    private const string SubscriptionType = "aws:sns/topicSubscription:TopicSubscription";

    [Fact]
    public async Task Every_region_has_a_topic_for_each_level()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.Equal(
                ["ml-ta-automated-recovery", "ml-ta-customers", "ml-ta-management", "ml-ta-on-call"],
                graph.Of(TopicType).Select(topic => topic.Text("name")).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Every_topic_is_encrypted_with_the_regions_key_for_alerts()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.All(graph.Of(TopicType), topic => Assert.Equal(
                $"arn:aws:kms:{graph.Region}:111122223333:key/${{aws:kms/key:Key::alerts-key.id}}", topic.Text("kmsMasterKeyId")));
        }
    }

    [Fact]
    public async Task Every_level_reaches_the_plans_channels_and_secrets_stay_secret()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.Equal(
                [
                    "automated-recovery email ml-ta-oncall@ml-ta.com",
                    "customers email incidents@ml-ta.com",
                    "management email cto@ml-ta.com",
                    "management email vp-engineering@ml-ta.com",
                    "management sms [secret]",
                    "on-call email ml-ta-oncall@ml-ta.com",
                    "on-call https [secret]",
                    "on-call sms [secret]",
                    "on-call sms [secret]",
                ],
                graph.Of(SubscriptionType)
                    .Select(subscription => $"{subscription.Text("topic").Split(":ml-ta-")[1]} {subscription.Text("protocol")} {subscription.Text("endpoint")}")
                    .Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task Known_phones_and_pagers_are_secret_too()
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Primary with
        {
            OnCallPhone = SecretText.Of("+15550101"),
            DeputyPhone = SecretText.Of("+15550102"),
            CommanderPhone = SecretText.Of("+15550103"),
            PagerUrl = SecretText.Of("https://pager.example/token"),
        });

        Assert.DoesNotContain(graph.Resources, resource => resource.Texts().Any(input =>
            input.Text.Contains("+1555", StringComparison.Ordinal) || input.Text.Contains("pager.example", StringComparison.Ordinal)));
        Assert.Equal(4, graph.Of(SubscriptionType).Count(subscription => subscription.Text("endpoint") == SecretText.Redacted));
    }

    /// <summary>An https endpoint that does not confirm by itself fails the whole <c>up</c>.</summary>
    [Fact]
    public async Task Only_the_pager_confirms_itself()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.All(graph.Of(SubscriptionType), subscription => Assert.Equal(
                subscription.Text("protocol") == "https", subscription.Inputs["endpointAutoConfirms"]?.GetValue<bool>() ?? false));
        }
    }

    [Fact]
    public async Task Subscriptions_are_numbered_and_never_named_after_an_address()
    {
        var contacts = CommittedStacks.Primary.Contacts with { TeamEmails = ["a.b@ml-ta.com", "c.d@ml-ta.com"] };
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Primary with { Contacts = contacts });

        Assert.Equal(
            ["automated-recovery-team-1", "automated-recovery-team-2", "on-call-team-1", "on-call-team-2"],
            graph.Of(SubscriptionType).Select(subscription => subscription.Name).Where(name => name.Contains("team", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Alarms_publish_to_every_topic_and_other_services_to_the_on_call_engineers_alone()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            foreach (var policy in graph.Of(PolicyType))
            {
                var allowed = policy.Statements("policy").Where(statement => statement.GetProperty("Effect").GetString() == "Allow").ToList();

                Assert.Equal(
                    policy.Name == "on-call" ? ["cloudwatch.amazonaws.com", "events.amazonaws.com", "events.rds.amazonaws.com"] : ["cloudwatch.amazonaws.com"],
                    allowed.SelectMany(statement => statement.GetProperty("Principal").GetProperty("Service").TextList()));
                Assert.All(allowed, statement =>
                {
                    Assert.Equal(["sns:Publish"], statement.GetProperty("Action").TextList());
                    Assert.Equal([policy.Text("arn")], statement.GetProperty("Resource").TextList());
                    // EventBridge alone does not say for which account it asks.
                    Assert.Equal(
                        statement.GetProperty("Principal").GetProperty("Service").TextList()[0] != "events.amazonaws.com",
                        statement.TryGetProperty("Condition", out var condition)
                            && condition.GetProperty("StringEquals").GetProperty("aws:SourceAccount").TextList().SequenceEqual(["111122223333"]));
                });
            }
        }
    }

    [Fact]
    public async Task Nothing_is_published_in_plain_text()
    {
        foreach (var graph in await DeclaredStacks.AllAsync())
        {
            Assert.All(graph.Of(PolicyType), policy =>
            {
                var denied = Assert.Single(policy.Statements("policy"), statement => statement.GetProperty("Effect").GetString() == "Deny");
                Assert.Equal(["*"], denied.GetProperty("Principal").GetProperty("AWS").TextList());
                Assert.Equal(["false"], denied.GetProperty("Condition").GetProperty("Bool").GetProperty("aws:SecureTransport").TextList());
            });
        }
    }
}
