using MlTa.Settings;
using MlTa.Settings.Reading;

namespace MlTa.Recovery.Evidence;

/// <summary>A folder of evidence: every <c>.json</c> file in it, and nothing below it.</summary>
public static class EvidenceFolder
{
    /// <summary>Five paths a month for eight years.</summary>
    public const int MaximumFiles = 500;

    private const string Pattern = "*.json";

    /// <param name="folder">The folder.</param>
    /// <param name="today">Nothing has happened after this day.</param>
    /// <returns>In the order of the names; those that are refused too.</returns>
    /// <exception cref="InvalidSettingsException">The folder, or a file in it, cannot be read.</exception>
    public static IReadOnlyList<EvidenceFile> Read(DirectoryInfo folder, DateOnly today)
    {
        if (!folder.Exists)
        {
            throw new InvalidSettingsException([new("command line", "--evidence", $"expected a folder, got '{folder.FullName}'")]);
        }

        var files = FilesIn(folder);
        if (files.Count > MaximumFiles)
        {
            throw new InvalidSettingsException([new("command line", "--evidence", $"expected at most {MaximumFiles} files in '{folder.FullName}', got more: keep those of the last year")]);
        }

        var reader = new EvidenceReader(today);
        List<Problem> problems = [];
        List<EvidenceFile> read = [];
        foreach (var file in files.OrderBy(file => file.Name, StringComparer.Ordinal))
        {
            if (Begin(file, problems) is { } bytes)
            {
                read.Add(reader.Read(file.Name, bytes));
            }
        }

        return problems.Count == 0 ? read : throw new InvalidSettingsException(problems);
    }

    private static List<FileInfo> FilesIn(DirectoryInfo folder)
    {
        try
        {
            return [.. folder.EnumerateFiles(Pattern).Take(MaximumFiles + 1)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidSettingsException([new(folder.FullName, "", $"cannot be read: {e.Message}")]);
        }
    }

    private static byte[]? Begin(FileInfo file, List<Problem> problems)
    {
        try
        {
            return BoundedFile.Begin(file, EvidenceReader.MaximumBytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(file.FullName, "", $"cannot be read: {e.Message}"));
            return null;
        }
    }
}
