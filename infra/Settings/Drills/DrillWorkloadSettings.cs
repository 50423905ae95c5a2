namespace MlTa.Settings.Drills;

/// <summary>What runs in the drill's cluster: the API and the checks. No workers, which would take work from production's queues.</summary>
public sealed record DrillWorkloadSettings
{
    /// <summary>Where images come from: the container registry of the drill's own region and account, which its network reaches without the internet.</summary>
    public required string Registry { get; init; }

    /// <summary>The tag of <c>ml-ta-api</c>: the one that the active stack runs.</summary>
    public required string Version { get; init; }
}
