using System.Text;
using MlTa.Settings.Drills;

namespace MlTa.Settings.Reading;

/// <summary>Which files the stacks of a folder have, and what is in a file.</summary>
internal static class StackPaths
{
    private const string StackFilePattern = "Pulumi.*.yaml";

    /// <summary>Each stack and its file, in the order of their names; the one that was asked for too, wherever it is.</summary>
    public static SortedDictionary<string, string> In(string folder, StackRequest request, List<Problem> problems)
    {
        SortedDictionary<string, string> paths = new(
            Directory.EnumerateFiles(folder, StackFilePattern).ToDictionary(path => Path.GetFileName(path)["Pulumi.".Length..^".yaml".Length]), StringComparer.Ordinal);
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

        return paths;
    }

    /// <summary>Null where it cannot be read, and the reason is noted.</summary>
    public static string? ReadText(string path, List<Problem> problems)
    {
        var (file, name) = (new FileInfo(path), Path.GetFileName(path));
        try
        {
            if (!file.Exists)
            {
                problems.Add(new(name, "", "there is no such file"));
                return null;
            }

            var bytes = BoundedFile.Begin(file, YamlNodes.MaximumBytes);
            if (bytes.Length <= YamlNodes.MaximumBytes)
            {
                using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
                return reader.ReadToEnd();
            }

            problems.Add(new(name, "", $"expected at most {YamlNodes.MaximumBytes} bytes, got more"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(name, "", $"cannot be read: {e.Message}"));
        }

        return null;
    }

    /// <summary>What looks like a stack file to a person, or to Pulumi, and would be passed over here.</summary>
    private static IEnumerable<Problem> Misnamed(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "Pulumi.*yml").Order(StringComparer.Ordinal)
            .Select(path => new Problem(Path.GetFileName(path), "", "files of this project end in .yaml, so rename it")),
        .. Directory.EnumerateDirectories(folder, StackFilePattern).Order(StringComparer.Ordinal)
            .Select(path => new Problem(Path.GetFileName(path), "", "expected a file, got a folder")),
    ];
}
