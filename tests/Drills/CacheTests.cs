using System.Net;
using System.Net.Sockets;
using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>cache.sh against a real server.</summary>
public sealed class CacheTests(RedisServer server) : IClassFixture<RedisServer>
{
    private static readonly string[] s_checks = ["cache-ping", "cache-role", "cache-round-trip"];

    private string Url => RedisServer.Url(server.Password, server.Port);

    private string TlsUrl => RedisServer.Url(server.Password, server.TlsPort).Replace("redis://", "rediss://", StringComparison.Ordinal);

    [NeedsRedis]
    public async Task A_good_cache_passes_and_keeps_nothing_of_it()
    {
        var results = await CheckAsync(Url);

        Assert.Equal((0, """
            {"check":"cache-ping","passed":true,"measured":null,"limit":null,"unit":"","detail":"PING is answered"}
            {"check":"cache-role","passed":true,"measured":null,"limit":null,"unit":"","detail":"the role is master"}
            {"check":"cache-round-trip","passed":true,"measured":null,"limit":null,"unit":"","detail":"SET, GET and DEL of a key"}

            """), (results.ExitCode, results.Output));
        Assert.Equal("0", await server.CommandAsync("DBSIZE"));
    }

    /// <summary>Alpine's image has no other shell and no other tools.</summary>
    [NeedsRedis("busybox")]
    public async Task With_busybox_it_is_the_same()
    {
        using var folder = new CheckFolder("busybox").WithProgram(RedisServer.Client);

        (await folder.RunAsync("cache.sh", ("REDIS_URL", Url))).ShouldPass(s_checks);
    }

    [NeedsRedis]
    public async Task Over_tls_it_is_the_same() => Assert.Equal(0, (await CheckAsync(TlsUrl, ("SSL_CERT_FILE", server.CertificateFile))).ExitCode);

    [NeedsRedis]
    public async Task A_certificate_that_nobody_vouches_for_is_refused() => NothingChecked(
        await CheckAsync(TlsUrl), $"Could not connect to {RedisServer.Product} at 127.0.0.1:{server.TlsPort}: SSL_connect failed: certificate verify failed");

    [NeedsRedis]
    public async Task A_wrong_password_is_refused() => NothingChecked(
        await CheckAsync(RedisServer.Url("of-last-year", server.Port)),
        "AUTH failed: WRONGPASS invalid username-password pair or user is disabled. NOAUTH Authentication required.");

    [NeedsRedis]
    public async Task A_cache_that_is_down_refuses()
    {
        var port = RunningServer.FreePort();

        NothingChecked(await CheckAsync(RedisServer.Url(server.Password, port)), $"Could not connect to {RedisServer.Product} at 127.0.0.1:{port}: Connection refused");
    }

    [NeedsRedis]
    public async Task A_cache_that_says_nothing_is_not_waited_for()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();

        NothingChecked(
            await CheckAsync(RedisServer.Url(server.Password, ((IPEndPoint)listener.LocalEndpoint).Port), ("ANSWER_SECONDS", "1")),
            "no answer within 1 seconds");
    }

    [NeedsRedis]
    public async Task A_cache_that_comes_a_little_later_is_waited_for()
    {
        var port = RunningServer.FreePort();
        var checking = CheckAsync(RedisServer.Url(server.Password, port), ("ATTEMPTS", "100"), ("PAUSE_SECONDS", "0.1"));
        await Task.Delay(TimeSpan.FromSeconds(0.5));
        using var proxy = new CuttingProxy(server.Port, port);

        (await checking).ShouldPass(s_checks);
    }

    [NeedsRedis]
    public async Task A_read_only_copy_fails()
    {
        await server.CommandAsync("REPLICAOF", "127.0.0.1", $"{RunningServer.FreePort()}");
        try
        {
            Fails(
                await CheckAsync(Url),
                "cache-role: the role is not master: slave",
                "cache-round-trip: SET: READONLY You can't write against a read only replica.");
        }
        finally
        {
            await server.CommandAsync("REPLICAOF", "NO", "ONE");
        }
    }

    [NeedsRedis]
    public async Task A_master_that_refuses_writes_fails()
    {
        await server.CommandAsync("CONFIG", "SET", "min-replicas-to-write", "1");
        try
        {
            Fails(await CheckAsync(Url), "cache-round-trip: SET: NOREPLICAS Not enough good replicas to write.");
        }
        finally
        {
            await server.CommandAsync("CONFIG", "SET", "min-replicas-to-write", "0");
        }
    }

    [NeedsRedis]
    public async Task The_password_is_in_no_argument()
    {
        using var folder = new CheckFolder().WithProgram(RedisServer.Client, $"exec {InstalledPrograms.Get(RedisServer.Client)} \"$@\"");
        var results = await folder.RunAsync("cache.sh", ("REDIS_URL", Url));

        Assert.Empty(results.Failures);
        Assert.NotEmpty(folder.Notes);
        Assert.DoesNotContain(folder.Notes, note => note.Contains(server.Password, StringComparison.Ordinal) || note.Contains(Uri.EscapeDataString(server.Password), StringComparison.Ordinal));
    }

    [NeedsShell]
    public async Task Without_a_client_nothing_can_be_checked()
    {
        using var folder = new CheckFolder();

        NothingChecked(await folder.RunAsync("cache.sh", ("REDIS_URL", Url)), "neither valkey-cli nor redis-cli is installed here");
    }

    [NeedsShell]
    public async Task A_url_that_is_none_is_not_printed()
    {
        using var folder = new CheckFolder { Secrets = ["secret"] };

        NothingChecked(await folder.RunAsync("cache.sh", ("REDIS_URL", "redis://:se/secret@h:1/0")), "REDIS_URL is not of the form rediss://[USER]:PASSWORD@HOST:PORT/DATABASE");
    }

    private static void Fails(CheckResults results, params string[] failures) => results.ShouldFail(s_checks, failures);

    private static void NothingChecked(CheckResults results, string reason) => results.ShouldNotBeChecked(s_checks, reason);

    private async Task<CheckResults> CheckAsync(string url, params (string Name, string Value)[] different)
    {
        using var folder = new CheckFolder { Secrets = [server.Password, Uri.EscapeDataString(server.Password)] }.WithProgram(RedisServer.Client);
        return await folder.RunAsync("cache.sh", [("REDIS_URL", url), ("ATTEMPTS", "1"), .. different]);
    }
}
