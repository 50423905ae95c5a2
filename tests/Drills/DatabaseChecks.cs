namespace MlTa.Tests.Drills;

/// <summary>database.sh, run as its Job runs it.</summary>
internal static class DatabaseChecks
{
    public static IEnumerable<string> All { get; } = ["writable", "schema", "row-counts", "recent-rows", "gaps", "recovery-point"];

    public static CheckFolder Folder(PostgresServer server) =>
        new CheckFolder { Secrets = [server.User.Password, Uri.EscapeDataString(server.User.Password)] }.WithProgram("psql");

    public static async Task<CheckResults> RunAsync(PostgresServer server, string database, params (string Name, string Value)[] different)
    {
        using var folder = Folder(server);
        return await folder.RunAsync("database.sh", RestoredData.Environment(server.Url(database), different));
    }
}
