using Xunit;

namespace MlTa.Tests.Support;

/// <summary>A test that starts programs which a developer's machine may lack; it is skipped there, and says so.</summary>
internal sealed class WithToolsAttribute : FactAttribute
{
    public WithToolsAttribute(params string[] tools)
    {
        var missing = tools.Where(tool => !IsOnPath(tool)).ToList();
        if (missing.Count > 0)
        {
            Skip = $"Not on the PATH: {string.Join(", ", missing)}.";
        }
    }

    private static bool IsOnPath(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, tool)));
}
