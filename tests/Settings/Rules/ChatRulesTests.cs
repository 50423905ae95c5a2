using MlTa.Settings;
using MlTa.Settings.Rules;
using MlTa.Tests.Support;
using Xunit;

namespace MlTa.Tests.Settings.Rules;

public sealed class ChatRulesTests
{
    private static readonly ChatSettings s_chat = CommittedStacks.Backup.Chat!;

    [Fact]
    public void The_channel_outlives_every_serving_region() => Verdict.Is(
        "chat: the channel has to outlive every serving region, so move it to the archive's file, got it in one of tier serving",
        CommittedStacks.Primary with { Chat = s_chat });

    [Theory]
    [InlineData("eu-west-1", true)]
    [InlineData("us-east-2", true)]
    [InlineData("ap-southeast-1", true)]
    [InlineData("us-west-2", true)]
    [InlineData("eu-central-1", false)]
    public void The_channel_is_where_the_chat_service_is(string region, bool accepted)
    {
        var problems = StackRules.Check(CommittedStacks.Backup with { Region = region }, null, "file", "").Select(problem => problem.ToString());

        Assert.Equal(
            accepted ? [] : [$"file: chat: the chat service is in eu-west-1, us-east-2, us-west-2, ap-southeast-1 and the provider silently takes us-west-2 elsewhere, got {region}"],
            problems.Where(problem => problem.StartsWith("file: chat", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("T0123456789", true)]
    [InlineData("TAB", true)]
    [InlineData("C0123456789", false)]
    [InlineData("t0123456789", false)]
    [InlineData("T", false)]
    public void A_workspace_is_named_by_its_id(string id, bool accepted) => Check(
        accepted ? null : $"chat.workspaceId: expected a workspace's ID such as T0123456789, got '{id}'",
        chat => chat with { WorkspaceId = id });

    [Theory]
    [InlineData("C0123456789", true)]
    [InlineData("G0123456789", true)]
    [InlineData("#ml-ta-incidents", false)]
    [InlineData("C", false)]
    public void A_channel_is_named_by_its_id(string id, bool accepted) => Check(
        accepted ? null : $"chat.channelId: expected a channel's ID such as C0123456789, not its name, got '{id}'",
        chat => chat with { ChannelId = id });

    [Fact]
    public void Exactly_one_stack_keeps_the_channel()
    {
        Verdict.IsAcross(
            [CommittedStacks.Primary, CommittedStacks.Secondary, CommittedStacks.Backup with { Chat = null }],
            "Pulumi.primary.yaml, Pulumi.secondary.yaml, Pulumi.backup.yaml: ml-ta:chat: exactly one stack keeps the channel, the archive, got 0");
        Verdict.IsAcross(
            [CommittedStacks.Primary with { Chat = s_chat }, CommittedStacks.Secondary, CommittedStacks.Backup],
            "Pulumi.primary.yaml, Pulumi.backup.yaml: ml-ta:chat: exactly one stack keeps the channel, the archive, got 2");
    }

    private static void Check(string? problem, Func<ChatSettings, ChatSettings> change) =>
        Verdict.Is(problem, CommittedStacks.Backup with { Chat = change(s_chat) });
}
