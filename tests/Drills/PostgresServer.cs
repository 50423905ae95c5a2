using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>A real PostgreSQL on loopback, with passwords; every test restores into a database of its own.</summary>
public sealed class PostgresServer : IAsyncLifetime, IDisposable
{
    /// <summary>Whose rights the server gets where the tests run as root, as which PostgreSQL does not start.</summary>
    private const string Account = "postgres";

    private const string Administrator = "administrator";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ml-ta-postgres-");
    private RunningServer? _server;
    private int _databases;

    internal static string[] Programs { get; } = Environment.IsPrivilegedProcess
        ? ["initdb", "postgres", "psql", "setpriv", "chown", .. CheckFolder.Tools]
        : ["initdb", "postgres", "psql", .. CheckFolder.Tools];

    public int Port { get; } = RunningServer.FreePort();

    /// <summary>As application's, it is not a superuser's. What a URL has to encode is in it.</summary>
    public DatabaseUser User { get; } = new("ml_ta", $"p@s%s:/?#\\\"' {Guid.NewGuid():N}");

    public Task InitializeAsync() => StartAsync(standby: false);

    /// <param name="standby">Whether it waits for another server's log, as a replica does that nobody promoted.</param>
    internal async Task StartAsync(bool standby)
    {
        if (Programs.Any(program => InstalledPrograms.Find(program) is null))
        {
            return;
        }

        var passwordFile = Path.Combine(_folder.FullName, "password");
        var data = Path.Combine(_folder.FullName, "data");
        await File.WriteAllTextAsync(passwordFile, User.Password);
        string[] prefix = [];
        if (Environment.IsPrivilegedProcess)
        {
            prefix = [InstalledPrograms.Get("setpriv"), $"--reuid={Account}", $"--regid={Account}", "--clear-groups"];
            await RunAsync([InstalledPrograms.Get("chown"), "-R", Account, _folder.FullName]);
        }

        await RunAsync([.. prefix, InstalledPrograms.Get("initdb"), "-D", data, "-U", standby ? User.Name : Administrator, "-A", "scram-sha-256", "--pwfile", passwordFile, "--encoding=UTF8", "--locale=C", "--no-sync"]);
        if (standby)
        {
            await File.WriteAllTextAsync(Path.Combine(data, "standby.signal"), "");
        }

        _server = new(
            prefix,
            [InstalledPrograms.Get("postgres"), "-D", data, "-p", $"{Port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off", "-c", "shared_buffers=16MB"],
            _folder.FullName);
        await _server.AnswersAsync(async () => (await SqlAsync(standby ? User.Name : Administrator, Account, "SELECT 1")).ExitCode == 0);
        if (!standby)
        {
            (await SqlAsync(Administrator, Account, $"CREATE ROLE {User.Name} LOGIN PASSWORD '{User.Password.Replace("'", "''", StringComparison.Ordinal)}'")).Good();
        }
    }

    /// <summary>A database with this content, as a restore leaves it.</summary>
    /// <returns>Its name.</returns>
    public async Task<string> RestoreAsync(string sql)
    {
        var name = $"restored_{Interlocked.Increment(ref _databases)}";
        (await SqlAsync(Administrator, Account, $"CREATE DATABASE {name} OWNER {User.Name}")).Good();
        (await SqlAsync(User.Name, name, sql)).Good();
        return name;
    }

    public string Url(string database) => User.Url(Port, database);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _server?.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>By psql, with the password that both users have.</summary>
    private Task<FinishedProcess> SqlAsync(string user, string database, string sql) => FinishedProcess.RunAsync(
        [InstalledPrograms.Get("psql"), "-XqAt", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p", $"{Port}", "-U", user, "-d", database, "-c", sql],
        _folder.FullName,
        ("PGPASSWORD", User.Password),
        ("PGOPTIONS", "-c client_min_messages=warning -c TimeZone=UTC"));

    private async Task RunAsync(IEnumerable<string> command) => (await FinishedProcess.RunAsync(command, _folder.FullName)).Good();
}
