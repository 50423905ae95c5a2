using MlTa.Settings.Drills;
using MlTa.Settings.Rules;
using MlTa.Settings.Rules.Drills;

namespace MlTa.Settings.Reading;

/// <summary>A folder with <c>Pulumi.yaml</c> and the stack files beside it.</summary>
public static class StackFolder
{
    /// <summary>The nearest folder from <paramref name="start"/> upwards that has a <c>Pulumi.yaml</c>; null if there is none.</summary>
    public static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, ProjectFile.FileName)))
            {
                return folder.FullName;
            }
        }

        return null;
    }

    /// <summary>Every stack of the folder that stands, the serving ones first, checked by itself and against the others.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="overriddenStack">The stack that <paramref name="overrides"/> are meant for.</param>
    /// <param name="overrides">Values for this run, <c>key=value</c>.</param>
    /// <param name="overridePaths">Whether the overrides' keys are paths.</param>
    /// <exception cref="InvalidSettingsException">Something is wrong; the exception lists all of it.</exception>
    public static IReadOnlyList<StackSettings> Read(
        string folder, string? overriddenStack = null, IReadOnlyList<string>? overrides = null, bool overridePaths = false) =>
        Read(folder, new StackRequest(overriddenStack, null, overrides ?? [], overridePaths)).Standing;

    /// <summary>
    /// Every stack of the folder, checked by itself and against the others. What is wrong with a drill stops nobody but who asked for it: after a failover
    /// its file names copies in the region that serves, and nothing may wait for that.
    /// </summary>
    /// <exception cref="InvalidSettingsException">Something is wrong; the exception lists all of it.</exception>
    public static ReadStacks Read(string folder, StackRequest request)
    {
        List<Problem> problems = [];
        var overrides = ParseOverrides(request.Overrides, request.OverridePaths, problems);
        if (StackPaths.ReadText(Path.Combine(folder, ProjectFile.FileName), problems) is not { } projectText || ProjectFile.Parse(projectText, problems) is not { } project)
        {
            throw new InvalidSettingsException(problems);
        }

        var paths = StackPaths.In(folder, request, problems);
        var prefix = ConfigKeys.PrefixOf(project.Name);
        List<StackSettings> standing = [];
        List<DrillSettings> drills = [];
        var ofDrills = paths.Keys.Where(DrillSettings.IsNameOfDrill).ToDictionary(stack => stack, _ => new List<Problem>());
        foreach (var (stack, path) in paths)
        {
            var file = Path.GetFileName(path);
            if (ofDrills.TryGetValue(stack, out var own))
            {
                Add(drills, own, path, new StackFile<DrillSettings>(stack, project, file), (_, settings) => DrillRules.Check(settings, file, prefix));
            }
            else
            {
                Add(standing, problems, path, new StackFile<StackSettings>(stack, project, file), (read, settings) => StackRules.Check(settings, read.SecretsProvider, file, prefix));
            }
        }

        problems.AddRange(new TopologyRules(standing, [.. paths.Keys.Except(ofDrills.Keys)], StackFile.NameOf, prefix).Check());
        foreach (var drill in drills)
        {
            ofDrills[drill.Stack].AddRange(new DrillPairRules(drill, standing, Path.GetFileName(paths[drill.Stack]), prefix).Check());
        }

        if (request.Stack is { } asked && ofDrills.TryGetValue(asked, out var ofAsked))
        {
            problems.AddRange(ofAsked);
        }

        return problems.Count == 0
            ? new([.. standing.OrderBy(settings => settings.Role)], drills, [.. ofDrills.Values.SelectMany(found => found)])
            : throw new InvalidSettingsException(problems);

        void Add<T>(List<T> read, List<Problem> found, string path, StackFile<T> file, Func<StackFile<T>, T, IEnumerable<Problem>> check)
            where T : DeployedSettings
        {
            if (StackPaths.ReadText(path, found) is not { } text)
            {
                return;
            }

            var settings = file.Parse(text, file.Stack == request.Stack ? overrides : []);
            found.AddRange(file.Problems);
            if (settings is not null)
            {
                found.AddRange(check(file, settings).Select(file.Locate));
                read.Add(settings);
            }
        }
    }

    private static List<SettingOverride> ParseOverrides(IReadOnlyList<string> overrides, bool arePaths, List<Problem> problems)
    {
        List<SettingOverride> parsed = [];
        foreach (var text in overrides)
        {
            try
            {
                parsed.Add(SettingOverride.Parse(text, arePaths));
            }
            catch (FormatException e)
            {
                problems.Add(new("command line", "--config", e.Message));
            }
        }

        return parsed;
    }
}
