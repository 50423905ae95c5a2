using System.Runtime.CompilerServices;
using Xunit;

namespace MlTa.Tests.Support;

/// <summary>Text that somebody has read and approved, in <c>tests/Snapshots</c>.</summary>
internal static class Snapshot
{
    private const string Switch = "UPDATE_SNAPSHOTS";

    public static void Match(string name, string actual, [CallerFilePath] string caller = "")
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", "Snapshots", $"{name}.txt"));
        actual = string.Concat(actual.ReplaceLineEndings("\n").Split('\n').Select(line => $"{line.TrimEnd()}\n")).TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{path} is missing. {Advice}");
        var approved = File.ReadAllText(path).ReplaceLineEndings("\n");
        Assert.True(approved == actual, $"{path} differs. {Advice}\n{FirstDifference(approved, actual)}");
    }

    private static string Advice => $"Run `{Switch}=1 dotnet test`, read what changed, and commit it if it is right.";

    private static string FirstDifference(string approved, string actual)
    {
        var (before, after) = (approved.Split('\n'), actual.Split('\n'));
        var line = before.Zip(after).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"line {line + 1}\n- {before.ElementAtOrDefault(line)}\n+ {after.ElementAtOrDefault(line)}";
    }
}
