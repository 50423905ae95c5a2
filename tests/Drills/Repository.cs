using System.Runtime.CompilerServices;

namespace MlTa.Tests.Drills;

/// <summary>The folder that holds all of this, where it was compiled.</summary>
internal static class Repository
{
    public static string Root { get; } = Of();

    private static string Of([CallerFilePath] string caller = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "..", ".."));
}
