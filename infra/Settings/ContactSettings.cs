namespace MlTa.Settings;

/// <summary>
/// Who is written to. Each address gets a message from AWS for each topic of each region, and receives nothing until somebody
/// has confirmed it. Phones and the pager are secrets of their own.
/// </summary>
public sealed record ContactSettings
{
    /// <summary>Reads of everything, at once.</summary>
    public required IReadOnlyList<string> TeamEmails { get; init; }

    /// <summary>Level 3.</summary>
    public required IReadOnlyList<string> ManagementEmails { get; init; }

    /// <summary>Level 4: whoever writes to customers and keeps the status page.</summary>
    public required IReadOnlyList<string> CustomerEmails { get; init; }
}
