namespace MlTa.Settings.Rules;

/// <summary>Something that AWS or the topology refuses: where it stands, when it is broken, and what to say.</summary>
internal sealed record Rule(string Path, Func<StackSettings, bool> Broken, Func<StackSettings, string> Text);
