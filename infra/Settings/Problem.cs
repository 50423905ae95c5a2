namespace MlTa.Settings;

/// <summary>One thing that is wrong with the input: where, and a sentence with the limit and the value received.</summary>
public sealed record Problem(string File, string Path, string Text)
{
    public override string ToString() => Path.Length == 0 ? $"{File}: {Text}" : $"{File}: {Path}: {Text}";
}
