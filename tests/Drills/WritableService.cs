using System.Net;
using System.Net.Sockets;

namespace MlTa.Tests.Drills;

/// <summary>A service on loopback that says whether its database is writable: 200, or 503 while a file is there.</summary>
internal sealed class WritableService : IDisposable
{
    private readonly HttpListener _listener = new();

    /// <param name="fault">The file.</param>
    public WritableService(string fault)
    {
        Url = $"http://127.0.0.1:{FreePort()}/health/active/";
        _listener.Prefixes.Add(Url);
        _listener.Start();
        Answering = AnswerAsync(fault);
    }

    public string Url { get; }

    private Task Answering { get; }

    public void Dispose()
    {
        _listener.Close();
        Answering.GetAwaiter().GetResult();
    }

    private async Task AnswerAsync(string fault)
    {
        try
        {
            while (true)
            {
                var request = await _listener.GetContextAsync();
                request.Response.StatusCode = File.Exists(fault) ? 503 : 200;
                request.Response.Close();
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
