using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Xunit;

namespace MlTa.Tests.Drills;

/// <summary>A real Redis or Valkey on loopback, with a password, in the clear and with TLS.</summary>
public sealed class RedisServer : IAsyncLifetime, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ml-ta-redis-");
    private RunningServer? _server;

    internal static string[] Programs { get; } =
    [
        .. InstalledPrograms.Find("valkey-server") is null ? (string[])["redis-server", "redis-cli"] : ["valkey-server", "valkey-cli"],
        .. CheckFolder.Tools,
    ];

    internal static string Client => Programs[1];

    /// <summary>As its client names it.</summary>
    internal static string Product => Client == "valkey-cli" ? "Valkey" : "Redis";

    public int Port { get; } = RunningServer.FreePort();

    public int TlsPort { get; } = RunningServer.FreePort();

    /// <summary>What a URL has to encode is in it.</summary>
    public string Password { get; } = $"p@s%s:/?#\\' {Guid.NewGuid():N}";

    /// <summary>Of its own authority, which nothing else trusts.</summary>
    public string CertificateFile => Path.Combine(_folder.FullName, "certificate.pem");

    private string KeyFile => Path.Combine(_folder.FullName, "key.pem");

    public async Task InitializeAsync()
    {
        if (Programs.Any(program => InstalledPrograms.Find(program) is null))
        {
            return;
        }

        await WriteCertificateAsync();
        _server = new(
            [],
            [
                InstalledPrograms.Get(Programs[0]), "--bind", "127.0.0.1", "--port", $"{Port}", "--requirepass", Password, "--save", "", "--dir", _folder.FullName,
                "--tls-port", $"{TlsPort}", "--tls-cert-file", CertificateFile, "--tls-key-file", KeyFile, "--tls-auth-clients", "no",
            ],
            _folder.FullName);
        await _server.AnswersAsync(async () => await CommandAsync("PING") == "PONG");
    }

    public static string Url(string password, int port) => $"redis://:{Uri.EscapeDataString(password)}@127.0.0.1:{port}/0";

    public async Task<string> CommandAsync(params IEnumerable<string> command) =>
        (await FinishedProcess.RunAsync([InstalledPrograms.Get(Client), "-p", $"{Port}", .. command], _folder.FullName, ("REDISCLI_AUTH", Password))).Output.Trim();

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _server?.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task WriteCertificateAsync()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(CertificateFile, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(KeyFile, key.ExportPkcs8PrivateKeyPem());
    }
}
