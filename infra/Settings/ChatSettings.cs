namespace MlTa.Settings;

/// <summary>
/// The Slack channel. Only in the archive's file: the chat service exists in few regions, and where it does not, AWS's provider
/// silently takes us-west-2. The workspace has to be authorized once, by hand, in the console of Amazon Q Developer in chat applications.
/// </summary>
public sealed record ChatSettings
{
    /// <summary>The Slack workspace's ID, which begins with T.</summary>
    public required string WorkspaceId { get; init; }

    /// <summary>The channel's ID, which begins with C. Not its name.</summary>
    public required string ChannelId { get; init; }
}
