namespace MlTa.Settings.Rules;

/// <summary>Something that two stack files must agree about.</summary>
/// <param name="Path">The key, of the first stack, without the project's name.</param>
/// <param name="Broken">Whether the first stack disagrees with the second.</param>
/// <param name="Text">What is wanted and what was received, of the first stack, the second and the second's file.</param>
/// <param name="AlsoReads">The other keys, of either stack, that it depends on. A rule is not asked while any of them could not be read.</param>
internal sealed record PairRule(
    string Path, Func<StackSettings, StackSettings, bool> Broken, Func<StackSettings, StackSettings, string, string> Text, params string[] AlsoReads)
{
    /// <summary>A standby is as large as the active stack, whose whole load it inherits.</summary>
    public static PairRule SameAsActive(string path, Func<StackSettings, string> size) => new(
        path,
        (own, other) => IsStandbyOf(own, other) && size(own) != size(other),
        (own, other, file) => $"a standby inherits the whole load, so it is as large as the active stack, which has '{size(other)}' in {file}, got '{size(own)}'",
        "role");

    public static bool IsStandbyOf(StackSettings own, StackSettings other) => own.Role == Role.Standby && other.Role == Role.Active;

    public bool CanJudge(StackSettings own, StackSettings other) => AlsoReads.Prepend(Path).All(key => own.HasRead(key) && other.HasRead(key));

    /// <summary>Something that all stacks have in common.</summary>
    public static PairRule Shared<T>(string path, Func<StackSettings, T> value) => new(
        path,
        (own, other) => !EqualityComparer<T>.Default.Equals(value(own), value(other)),
        (own, other, file) => $"all stacks share this, which is {value(other)} in {file}, got {value(own)}");
}
