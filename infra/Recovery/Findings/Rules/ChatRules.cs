using MlTa.Naming;
using MlTa.Settings;

namespace MlTa.Recovery.Findings.Rules;

/// <summary>The chat in which people meet when a region is lost.</summary>
internal static class ChatRules
{
    /// <summary>Where the chat service is (terraform-provider-aws, internal/service/chatbot/service_package.go).</summary>
    private static readonly string[] s_regions = ["ap-southeast-1", "eu-west-1", "us-east-2", "us-west-2"];

    public static readonly RecoveryRule[] All =
    [
        new("chat-survives", Severity.Error,
            "The chat is declared in an archive, in a region that has the chat service.",
            "For any other region the provider takes us-west-2 without a word, and the channel falls silent with the region that it is to report.",
            "Declare it in the stack that only keeps copies, in eu-west-1, us-east-2, us-west-2 or ap-southeast-1.",
            "terraform-provider-aws, internal/service/chatbot/service_package.go")
        {
            Check = declared => declared.All(ResourceTypes.Chat)
                .Where(chat => chat.Stack.Settings.Tier != Tier.Archive || !s_regions.Contains(chat.Stack.Region))
                .Select(chat => chat.Gap($"is in {chat.Stack.Name}, {chat.Stack.Region}")),
        },

        new("chat-hears-every-region", Severity.Warning,
            "The chat shows the topics of every region.",
            "People in it read half of what happens.",
            "List the topics of all stacks in the channel's snsTopicArns.",
            "This project's decision")
        {
            Check = declared =>
                from stack in declared.Stacks
                let shown = declared.All(ResourceTypes.Chat).SelectMany(chat => chat.Resource.Inputs.List("snsTopicArns")).ToHashSet()
                let missing = Enum.GetValues<EscalationLevel>().Where(level => !shown.Contains(stack.Names.TopicArn(level))).Select(level => stack.Names.Topic(level)).ToList()
                where missing.Count > 0
                select stack.Gap("chat", $"no channel shows {string.Join(", ", missing)} of {stack.Region}"),
        },
    ];
}
