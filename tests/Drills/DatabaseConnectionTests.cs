using System.Net;
using System.Net.Sockets;
using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>database.sh where there is no connection, or no longer: every check still has its line.</summary>
[Collection(nameof(PostgresTests))]
public sealed class DatabaseConnectionTests(PostgresServer server)
{
    [NeedsPostgres]
    public async Task A_wrong_password_is_refused()
    {
        var user = server.User with { Password = "of-last-year" };
        var results = await CheckAsync(user.Url(server.Port, await server.RestoreAsync("")));

        NothingChecked(results, $"connection to server at \"127.0.0.1\", port {server.Port} failed: FATAL:  password authentication failed for user \"ml_ta\"");
    }

    [NeedsPostgres]
    public async Task A_database_of_another_name_is_missing() => NothingChecked(
        await CheckAsync(server.Url("production")),
        $"connection to server at \"127.0.0.1\", port {server.Port} failed: FATAL:  database \"production\" does not exist");

    [NeedsPostgres]
    public async Task A_server_that_is_down_refuses()
    {
        var port = RunningServer.FreePort();

        NothingChecked(await CheckAsync(server.User.Url(port, "none")), $"connection to server at \"127.0.0.1\", port {port} failed: Connection refused");
    }

    [NeedsPostgres]
    public async Task A_server_that_says_nothing_is_not_waited_for()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        NothingChecked(
            await CheckAsync(server.User.Url(port, "none"), ("CONNECT_SECONDS", "2")),
            $"connection to server at \"127.0.0.1\", port {port} failed: timeout expired");
    }

    [NeedsPostgres]
    public async Task A_server_that_comes_a_little_later_is_waited_for()
    {
        var database = await server.RestoreAsync(RestoredData.Good);
        var port = RunningServer.FreePort();
        var checking = CheckAsync(server.User.Url(port, database), ("ATTEMPTS", "100"), ("PAUSE_SECONDS", "0.1"));
        await Task.Delay(TimeSpan.FromSeconds(0.5));
        using var proxy = new CuttingProxy(server.Port, port);

        (await checking).ShouldPass(DatabaseChecks.All);
    }

    [NeedsPostgres]
    public async Task A_server_that_goes_away_half_way_leaves_what_was_found_until_then()
    {
        using var proxy = new CuttingProxy(server.Port, RunningServer.FreePort(), lastWord: "INTERVAL '24 hours'");
        var database = await server.RestoreAsync(RestoredData.Good);
        var results = await CheckAsync(server.User.Url(proxy.Port, database));

        Assert.Equal((2, 6), (results.ExitCode, results.Lines.Count));
        Assert.Equal(
            DatabaseChecks.All.Skip(3).Select(check => $"{check}: could not be checked: server closed the connection unexpectedly"),
            results.Failures);
    }

    /// <summary>What was never promoted takes no writes, whatever data it has.</summary>
    [NeedsPostgres]
    public async Task A_server_in_recovery_is_not_writable()
    {
        using var standby = new PostgresServer();
        await standby.StartAsync(standby: true);
        var results = await DatabaseChecks.RunAsync(standby, "postgres");

        Assert.Equal("the server is in recovery: it was not promoted and takes no writes", results.Of("writable").Detail);
        Assert.Equal((1, false), (results.ExitCode, results.Of("writable").Passed));
    }

    [NeedsPostgres]
    public async Task The_password_is_in_no_argument()
    {
        var database = await server.RestoreAsync(RestoredData.Good);
        using var folder = new CheckFolder().WithProgram("psql", $"exec {InstalledPrograms.Get("psql")} \"$@\"");
        var results = await folder.RunAsync("database.sh", RestoredData.Environment(server.Url(database)));

        Assert.Empty(results.Failures);
        Assert.Contains(folder.Notes, note => note.Contains($"postgresql://ml_ta@127.0.0.1:{server.Port}/{database}?sslmode=prefer", StringComparison.Ordinal));
        Assert.DoesNotContain(folder.Notes, note =>
            note.Contains(server.User.Password, StringComparison.Ordinal) || note.Contains(Uri.EscapeDataString(server.User.Password), StringComparison.Ordinal));
    }

    private static void NothingChecked(CheckResults results, string reason) => results.ShouldNotBeChecked(DatabaseChecks.All, reason);

    private async Task<CheckResults> CheckAsync(string url, params (string Name, string Value)[] different)
    {
        using var folder = DatabaseChecks.Folder(server);
        return await folder.RunAsync("database.sh", RestoredData.Environment(url, different));
    }
}
