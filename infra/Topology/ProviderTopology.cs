using MlTa.Settings;
using Pulumi.Aws.Inputs;

namespace MlTa.Topology;

/// <summary>The stack's only AWS provider: one for another region would fail, or hang, with that region.</summary>
internal static class ProviderTopology
{
    /// <summary>How often the provider repeats a failed call; assumed to be enough. Its default of 25, with growing pauses, makes an outage look like a hang.</summary>
    private const int MaximumRetries = 5;

    /// <summary>On everything. Nothing that a failover changes: it would touch every resource.</summary>
    public static IReadOnlyDictionary<string, string> TagsOf(DeployedSettings settings) => new Dictionary<string, string>
    {
        ["project"] = settings.Prefix,
        ["stack"] = settings.Stack,
        ["managed-by"] = "pulumi",
    };

    public static Pulumi.Aws.Provider Declare(DeployedSettings settings, IReadOnlyDictionary<string, string> tags) => new(settings.Region, new()
    {
        Region = settings.Region,
        AllowedAccountIds = { settings.Account },
        MaxRetries = MaximumRetries,
        DefaultTags = new ProviderDefaultTagsArgs { Tags = tags.ToDictionary() },
    });
}
