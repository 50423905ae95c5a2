namespace MlTa.Settings.Rules;

/// <summary>Something that AWS or the topology refuses: where it stands, when it is broken, and what to say.</summary>
/// <param name="Path">The key without the project's name; empty where the fault is not in a key.</param>
/// <param name="Broken">Whether the settings break the rule.</param>
/// <param name="Text">What is wanted and so what to do, and what was received.</param>
/// <param name="AlsoReads">The other keys that it depends on. A rule is not asked while any of them could not be read.</param>
internal sealed record Rule(string Path, Func<StackSettings, bool> Broken, Func<StackSettings, string> Text, params string[] AlsoReads)
{
    public bool CanJudge(StackSettings settings) => AlsoReads.Prepend(Path).All(settings.HasRead);
}
