namespace MlTa.Components.Experiments;

/// <summary>What FIS does to which resource: one action, on one target.</summary>
/// <param name="ActionId">As FIS calls it.</param>
/// <param name="TargetKey">What the action calls its targets.</param>
/// <param name="ResourceType">What a target is, as FIS calls it.</param>
public sealed record Fault(string ActionId, string TargetKey, string ResourceType)
{
    public required string Description { get; init; }

    public IReadOnlyList<(string Key, string Value)> Parameters { get; init; } = [];

    /// <summary>The target's ARN; null where <see cref="TargetTag"/> finds it.</summary>
    public Output<string>? TargetArn { get; init; }

    /// <summary>A tag that only the target has.</summary>
    public (string Key, string Value)? TargetTag { get; init; }
}
