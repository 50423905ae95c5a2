using MlTa.Offline;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Topology;

public sealed class ChatTests
{
    private const string ChannelType = "aws:chatbot/slackChannelConfiguration:SlackChannelConfiguration";

    /// <summary>In a region without the chat service the provider silently takes us-west-2.</summary>
    [Fact]
    public async Task The_channel_is_kept_by_the_archive_alone()
    {
        var graphs = await DeclaredStacks.AllAsync();

        Assert.Equal(["eu-west-1"], graphs.Where(graph => graph.Resources.Any(resource => resource.Type == ChannelType)).Select(graph => graph.Region));
    }

    [Fact]
    public async Task The_channel_shows_every_level_of_every_region()
    {
        var graphs = await DeclaredStacks.AllAsync();
        var channel = Assert.Single((await DeclaredStacks.OfAsync(CommittedStacks.Backup)).Of(ChannelType));

        Assert.Equal(("T0123456789", "C0123456789"), (channel.Text("slackTeamId"), channel.Text("slackChannelId")));
        Assert.Equal(
            graphs.SelectMany(graph => graph.Of("aws:sns/topic:Topic").Select(topic => $"arn:aws:sns:{graph.Region}:111122223333:{topic.Text("name")}")).Order(StringComparer.Ordinal),
            channel.Inputs["snsTopicArns"]!.AsArray().Select(arn => arn!.GetValue<string>()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Before_the_others_exist_it_shows_its_own_region()
    {
        var graph = await OfflineRun.EvaluateAsync(CommittedStacks.Backup with { PeerExists = false });

        Assert.All(graph.Of(ChannelType)[0].Inputs["snsTopicArns"]!.AsArray(), arn => Assert.StartsWith("arn:aws:sns:eu-west-1:", arn!.GetValue<string>(), StringComparison.Ordinal));
    }

    /// <summary>Unset, the limit would be administrator access for everybody in the channel.</summary>
    [Fact]
    public async Task Whoever_is_in_the_channel_can_look_and_change_nothing()
    {
        var graph = await DeclaredStacks.OfAsync(CommittedStacks.Backup);
        var role = graph.Of("aws:iam/role:Role").Single(resource => resource.Name == "chat");
        var rights = Assert.Single(graph.Of("aws:iam/rolePolicy:RolePolicy").Single(resource => resource.Name == "chat").Statements("policy"));

        Assert.Equal("""["arn:aws:iam::aws:policy/CloudWatchReadOnlyAccess"]""", graph.Of(ChannelType)[0].Inputs["guardrailPolicyArns"]!.ToJsonString());
        Assert.Equal(["chatbot.amazonaws.com"], Assert.Single(role.Statements("assumeRolePolicy")).GetProperty("Principal").GetProperty("Service").TextList());
        // It shows alarms with the rights of its role.
        Assert.EndsWith("aws:iam/rolePolicy:RolePolicy::chat", Assert.Single(graph.Of(ChannelType)[0].DependsOn), StringComparison.Ordinal);
        Assert.All(rights.GetProperty("Action").TextList(), action => Assert.Matches("^cloudwatch:(Describe|Get|List)[A-Za-z]+$", action));
    }
}
