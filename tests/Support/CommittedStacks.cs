using MlTa.Settings;
using MlTa.Settings.Reading;

namespace MlTa.Tests.Support;

/// <summary>The stack files of this commit: valid settings, from which a test changes what it is about.</summary>
internal static class CommittedStacks
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "stacks");

    public static IReadOnlyList<StackSettings> All { get; } = StackFolder.Read(Folder);

    public static StackSettings Primary => Named("primary");

    public static StackSettings Secondary => Named("secondary");

    public static StackSettings Backup => Named("backup");

    private static StackSettings Named(string stack) => All.Single(settings => settings.Stack == stack);
}
