namespace MlTa.Settings.Rules;

/// <summary>Something that AWS or the topology refuses: where it stands, when it is broken, and what to say.</summary>
/// <typeparam name="T">What it judges: a stack that stands, a drill, or either.</typeparam>
/// <param name="Path">The key without the project's name; empty where the fault is not in a key.</param>
/// <param name="Broken">Whether the settings break the rule.</param>
/// <param name="Text">What is wanted and so what to do, and what was received.</param>
/// <param name="AlsoReads">The other keys that it depends on. A rule is not asked while any of them could not be read.</param>
internal sealed record Rule<T>(string Path, Func<T, bool> Broken, Func<T, string> Text, params string[] AlsoReads) : IRule<T>
    where T : DeployedSettings
{
    public string? ProblemOf(T settings) => AlsoReads.Prepend(Path).All(settings.HasRead) && Broken(settings) ? Text(settings) : null;
}
