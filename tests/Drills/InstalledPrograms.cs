using System.Globalization;

namespace MlTa.Tests.Drills;

/// <summary>Where this machine's programs are.</summary>
internal static class InstalledPrograms
{
    /// <summary>Debian's folder of what its servers need, by major version; only the clients are on the PATH, as a script that chooses one.</summary>
    private const string DebianPostgres = "/usr/lib/postgresql";

    private static readonly string[] s_folders =
    [
        .. PostgresFolders(),
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        "/usr/sbin",
    ];

    /// <returns>The full path, or null if there is none. Never one on Windows, where none of the scripts runs.</returns>
    public static string? Find(string program) =>
        OperatingSystem.IsWindows() ? null : s_folders.Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    public static string Get(string program) => Find(program) ?? throw new FileNotFoundException($"{program} is not installed");

    private static IEnumerable<string> PostgresFolders() => !Directory.Exists(DebianPostgres)
        ? []
        : Directory.GetDirectories(DebianPostgres)
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"));
}
