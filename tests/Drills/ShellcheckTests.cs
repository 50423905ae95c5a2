using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>Every shell script of the repository.</summary>
public sealed class ShellcheckTests
{
    private static readonly string[] s_folders = [".ci", "infra"];

    [NeedsShellcheck]
    public async Task No_script_has_anything_that_shellcheck_warns_of()
    {
        var scripts = s_folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories))
            .Where(IsScript)
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Contains(scripts, script => Path.GetFileName(script) == "database.sh");
        Assert.Contains(scripts, script => Path.GetFileName(script) == "run");

        // -x: follows what a script sources, from its own folder.
        var checkedScripts = await FinishedProcess.RunAsync([InstalledPrograms.Get("shellcheck"), "-x", "-P", "SCRIPTDIR", .. scripts], Repository.Root);

        Assert.Equal((0, ""), (checkedScripts.ExitCode, checkedScripts.Output + checkedScripts.Errors));
    }

    /// <summary>By its name, or by its first line.</summary>
    private static bool IsScript(string path)
    {
        if (path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        {
            return false;
        }

        return Path.GetExtension(path) == ".sh" || (Path.GetExtension(path) == "" && File.ReadLines(path).FirstOrDefault() is { } line && line.StartsWith("#!", StringComparison.Ordinal));
    }
}
