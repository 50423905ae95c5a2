using MlTa.Settings.Rules;

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

    /// <summary>Every stack of the folder, the serving ones first, checked by itself and against the others.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="overriddenStack">The stack that <paramref name="overrides"/> are meant for.</param>
    /// <param name="overrides">Values for this run, <c>key=value</c>.</param>
    /// <param name="overridePaths">Whether the overrides' keys are paths.</param>
    /// <exception cref="InvalidSettingsException">Something is wrong; the exception lists all of it.</exception>
    public static IReadOnlyList<StackSettings> Read(
        string folder, string? overriddenStack = null, IReadOnlyList<string>? overrides = null, bool overridePaths = false)
    {
        List<Problem> problems = [];
        var parsedOverrides = ParseOverrides(overrides ?? [], overridePaths, problems);
        if (ReadText(folder, ProjectFile.FileName, problems) is not { } projectText || ProjectFile.Parse(projectText, problems) is not { } project)
        {
            throw new InvalidSettingsException(problems);
        }

        var stacks = StacksIn(folder);
        problems.AddRange(Misnamed(folder));
        if (stacks.Count == 0)
        {
            problems.Add(new(folder, "", $"expected stack files ({StackFilePattern}), got none"));
        }

        if (overriddenStack is not null && !stacks.Contains(overriddenStack))
        {
            problems.Add(new(StackFile.NameOf(overriddenStack), "", $"there is no such file, known stacks are {string.Join(", ", stacks)}"));
        }

        List<StackSettings> readable = [];
        foreach (var stack in stacks)
        {
            var file = new StackFile(stack, project);
            if (ReadText(folder, StackFile.NameOf(stack), problems) is { } text)
            {
                var settings = file.Parse(text, stack == overriddenStack ? parsedOverrides : []);
                problems.AddRange(file.Problems);
                if (settings is not null)
                {
                    problems.AddRange(file.Check(settings));
                    readable.Add(settings);
                }
            }
        }

        problems.AddRange(new TopologyRules(readable, stacks, StackFile.NameOf, ConfigKeys.PrefixOf(project.Name)).Check());
        return problems.Count == 0 ? [.. readable.OrderBy(settings => settings.Role)] : throw new InvalidSettingsException(problems);
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

    private static List<string> StacksIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, StackFilePattern)
            .Select(path => Path.GetFileName(path)["Pulumi.".Length..^".yaml".Length])
            .Order(StringComparer.Ordinal)];

    /// <summary>What looks like a stack file to a person, or to Pulumi, and would be passed over here.</summary>
    private static IEnumerable<Problem> Misnamed(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "Pulumi.*yml").Order(StringComparer.Ordinal)
            .Select(path => new Problem(Path.GetFileName(path), "", "files of this project end in .yaml, so rename it")),
        .. Directory.EnumerateDirectories(folder, StackFilePattern).Order(StringComparer.Ordinal)
            .Select(path => new Problem(Path.GetFileName(path), "", "expected a file, got a folder")),
    ];

    private static string? ReadText(string folder, string name, List<Problem> problems)
    {
        var file = new FileInfo(Path.Combine(folder, name));
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
