using MlTa.Recovery.Evidence.Results;

namespace MlTa.Tests.Recovery.Evidence.Results;

/// <summary>A folder in which a drill has left what it saw.</summary>
internal sealed class ResultFolder : IDisposable
{
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("ml-ta-results-");

    public ResultFolder Write(string name, params IEnumerable<string> lines)
    {
        File.WriteAllLines(Path.Combine(Folder.FullName, name), lines);
        return this;
    }

    public DrillResults Read() => DrillResults.Read(Folder);

    public void Dispose() => Folder.Delete(recursive: true);
}
