using System.Text.RegularExpressions;

namespace MlTa.Settings.Rules;

/// <summary>The Slack channel, which has to be reached when either serving region is lost.</summary>
internal static partial class ChatRules
{
    /// <summary>
    /// Where the chat service is. For any other region AWS's provider takes us-west-2 without a word, and the channel would depend on
    /// the region that it has to outlive (terraform-provider-aws, internal/service/chatbot/service_package.go).
    /// </summary>
    private static readonly string[] s_regions = ["eu-west-1", "us-east-2", "us-west-2", "ap-southeast-1"];

    public static readonly Rule<StackSettings>[] All =
    [
        new("chat", s => s.Chat is not null && s.Tier != Tier.Archive,
            s => $"the channel has to outlive every serving region, so move it to the archive's file, got it in one of tier {SettingNames.Of(s.Tier)}", "tier"),

        new("chat", s => s.Chat is not null && !s_regions.Contains(s.Region),
            s => $"the chat service is in {string.Join(", ", s_regions)} and the provider silently takes us-west-2 elsewhere, got {s.Region}", "region"),

        new("chat.workspaceId", s => s.Chat is { } chat && !WorkspacePattern().IsMatch(chat.WorkspaceId),
            s => $"expected a workspace's ID such as T0123456789, got '{s.Chat!.WorkspaceId}'"),

        new("chat.channelId", s => s.Chat is { } chat && !ChannelPattern().IsMatch(chat.ChannelId),
            s => $"expected a channel's ID such as C0123456789, not its name, got '{s.Chat!.ChannelId}'"),
    ];

    [GeneratedRegex(@"^T[A-Z0-9]{2,}\z")]
    private static partial Regex WorkspacePattern();

    /// <summary>A private channel's begins with G.</summary>
    [GeneratedRegex(@"^[CG][A-Z0-9]{2,}\z")]
    private static partial Regex ChannelPattern();
}
