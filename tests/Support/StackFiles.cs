using Xunit;

namespace MlTa.Tests.Support;

/// <summary>A copy of the committed stack files in a folder of its own, to be broken by a test.</summary>
internal sealed class StackFiles : IDisposable
{
    public StackFiles()
    {
        foreach (var file in Directory.EnumerateFiles(CommittedStacks.Folder))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)));
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("ml-ta-stacks-").FullName;

    /// <summary>Replaces a text that has to be there, everywhere in the file.</summary>
    public StackFiles Replace(string file, string text, string replacement)
    {
        var content = Read(file);
        Assert.Contains(text, content, StringComparison.Ordinal);
        return Write(file, content.Replace(text, replacement, StringComparison.Ordinal));
    }

    public StackFiles Append(string file, string text) => Write(file, Read(file) + text);

    public StackFiles Write(string file, string content)
    {
        File.WriteAllText(Path.Combine(Folder, file), content);
        return this;
    }

    public StackFiles Delete(string file)
    {
        File.Delete(Path.Combine(Folder, file));
        return this;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));
}
