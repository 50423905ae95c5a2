namespace MlTa.Settings.Reading;

/// <summary>Which stack a run is about, and what of its file to replace.</summary>
/// <param name="Stack">The stack; null for all.</param>
/// <param name="ConfigFile">Where the stack's file is, if not beside the others under its own name.</param>
/// <param name="Overrides">Values for this run, <c>key=value</c>.</param>
/// <param name="OverridePaths">Whether the overrides' keys lead into maps and lists.</param>
public sealed record StackRequest(string? Stack, string? ConfigFile, IReadOnlyList<string> Overrides, bool OverridePaths);
