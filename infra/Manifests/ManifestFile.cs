namespace MlTa.Manifests;

/// <summary>One file to be written.</summary>
/// <param name="Name">Unique among the files of a stack.</param>
/// <param name="Text">YAML.</param>
public sealed record ManifestFile(string Name, string Text);
