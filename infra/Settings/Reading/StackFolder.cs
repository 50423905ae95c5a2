using MlTa.Settings.Drills;
using MlTa.Settings.Rules;
using MlTa.Settings.Rules.Drills;

namespace MlTa.Settings.Reading;

/// <summary>A folder with <c>Pulumi.yaml</c> and the stack files beside it.</summary>
public static class StackFolder
{
    private const string StackFilePattern = "Pulumi.*.yaml";

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
        if (ReadText(Path.Combine(folder, ProjectFile.FileName), problems) is not { } projectText || ProjectFile.Parse(projectText, problems) is not { } project)
        {
            throw new InvalidSettingsException(problems);
        }

        var paths = PathsIn(folder);
        problems.AddRange(Misnamed(folder));
        if (paths.Keys.All(DrillSettings.IsNameOfDrill))
        {
            problems.Add(new(folder, "", $"expected stack files ({StackFilePattern}), got none"));
        }

        if (request is { Stack: { } chosen, ConfigFile: { } file })
        {
            paths[chosen] = file;
        }
        else if (request.Stack is { } unknown && !paths.ContainsKey(unknown))
        {
            problems.Add(new(StackFile.NameOf(unknown), "", DrillSettings.IsNameOfDrill(unknown)
                ? $"there is no such file, and drills share one, so add --config-file {StackFile.NameOf(DrillSettings.StackName)}"
                : $"there is no such file, known stacks are {string.Join(", ", paths.Keys)}"));
        }

        var prefix = ConfigKeys.PrefixOf(project.Name);
        List<StackSettings> standing = [];
        List<DrillSettings> drills = [];
        List<Problem> ofDrills = [];
        foreach (var (stack, path) in paths)
        {
            var ownOverrides = stack == request.Stack ? overrides : [];
            if (DrillSettings.IsNameOfDrill(stack))
            {
                Add(drills, ofDrills, path, new StackFile<DrillSettings>(stack, project, Path.GetFileName(path)), (_, settings) => DrillRules.Check(settings, Path.GetFileName(path), prefix), ownOverrides);
            }
            else
            {
                Add(standing, problems, path, new StackFile<StackSettings>(stack, project, Path.GetFileName(path)), (read, settings) => StackRules.Check(settings, read.SecretsProvider, Path.GetFileName(path), prefix), ownOverrides);
            }
        }

        problems.AddRange(new TopologyRules(standing, [.. paths.Keys.Where(stack => !DrillSettings.IsNameOfDrill(stack))], StackFile.NameOf, prefix).Check());
        ofDrills.AddRange(drills.SelectMany(drill => new DrillPairRules(drill, standing, Path.GetFileName(paths[drill.Stack]), prefix).Check()));
        if (request.Stack is { } wanted && DrillSettings.IsNameOfDrill(wanted))
        {
            problems.AddRange(ofDrills);
        }

        return problems.Count == 0 ? new([.. standing.OrderBy(settings => settings.Role)], drills, ofDrills) : throw new InvalidSettingsException(problems);

        void Add<T>(List<T> read, List<Problem> found, string path, StackFile<T> file, Func<StackFile<T>, T, IEnumerable<Problem>> check, IReadOnlyList<SettingOverride> ownOverrides)
            where T : DeployedSettings
        {
            if (ReadText(path, found) is not { } text)
            {
                return;
            }

            var settings = file.Parse(text, ownOverrides);
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

    /// <summary>Each stack and its file, in the order of their names.</summary>
    private static SortedDictionary<string, string> PathsIn(string folder) => new(
        Directory.EnumerateFiles(folder, StackFilePattern).ToDictionary(path => Path.GetFileName(path)["Pulumi.".Length..^".yaml".Length]), StringComparer.Ordinal);

    /// <summary>What looks like a stack file to a person, or to Pulumi, and would be passed over here.</summary>
    private static IEnumerable<Problem> Misnamed(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "Pulumi.*yml").Order(StringComparer.Ordinal)
            .Select(path => new Problem(Path.GetFileName(path), "", "files of this project end in .yaml, so rename it")),
        .. Directory.EnumerateDirectories(folder, StackFilePattern).Order(StringComparer.Ordinal)
            .Select(path => new Problem(Path.GetFileName(path), "", "expected a file, got a folder")),
    ];

    private static string? ReadText(string path, List<Problem> problems)
    {
        var (file, name) = (new FileInfo(path), Path.GetFileName(path));
        try
        {
            if (!file.Exists)
            {
                problems.Add(new(name, "", "there is no such file"));
            }
            else
            {
                return ReadAtMost(file, YamlNodes.MaximumBytes);
            }
        }
        catch (FormatException e)
        {
            problems.Add(new(name, "", e.Message));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(name, "", $"cannot be read: {e.Message}"));
        }

        return null;
    }

    /// <summary>What a link leads to may be larger than the link says, or have no end.</summary>
    private static string ReadAtMost(FileInfo file, int limit)
    {
        using var stream = file.OpenRead();
        var bytes = new byte[limit + 1];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count <= limit
            ? new StreamReader(new MemoryStream(bytes, 0, count)).ReadToEnd()
            : throw new FormatException($"expected at most {limit} bytes, got more");
    }
}
