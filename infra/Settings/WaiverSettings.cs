namespace MlTa.Settings;

/// <summary>A finding of <c>assess</c> that somebody has looked at and accepts for a time. After that it is a finding again.</summary>
public sealed record WaiverSettings
{
    /// <summary>The rule's ID, as <c>assess</c> prints it.</summary>
    public required string Rule { get; init; }

    /// <summary>The resource or the scenario, as <c>assess</c> prints it. Without it everything that the rule finds in this stack is accepted.</summary>
    public string? Subject { get; init; }

    /// <summary>Why, in words that the next reader can judge.</summary>
    public required string Reason { get; init; }

    /// <summary>The last day on which it is accepted, such as 2027-03-31.</summary>
    public required string Expires { get; init; }
}
