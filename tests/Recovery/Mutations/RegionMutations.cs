using T = MlTa.Recovery.Findings.ResourceTypes;

namespace MlTa.Tests.Recovery.Mutations;

/// <summary>Stacks that need another region.</summary>
internal static class RegionMutations
{
    public static IReadOnlyList<GraphMutation> All { get; } =
    [
        new("a second provider", s => s.Again($"secondary {T.AwsProvider}", "us-west-2", provider => provider with { Inputs = ChangedInputs.Of(provider, ("region", "us-west-2")) }), "one-provider"),
        new("a provider for another region", s => s.Set($"secondary {T.AwsProvider}", "region", "us-west-2"), "one-provider"),
        new("a topic that is in another region", s => s.With($"secondary {T.Topic} customers", topic => topic with { Region = "us-west-2" }), "own-region-only"),
        new("a reference to another stack", s => s.Again($"secondary {T.AwsProvider}", "primary", provider => provider with { Type = T.StackReference }), "no-stack-reference"),
        new("a provider that never gives up", s => s.Set($"secondary {T.AwsProvider}", "maxRetries", null), "provider-gives-up"),
        new("images in the region that is replaced", s => s.Say($"secondary {T.Deployment} api", "ecr.us-east-1", "ecr.us-west-2"), "images-survive"),
        new("a chart in the region that is replaced", s => s.Say($"secondary {T.Release} velero", "ecr.us-east-1.amazonaws.com/charts", "ecr.us-west-2.amazonaws.com/charts"), "images-survive"),
    ];
}
