using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MlTa.Tests.Drills;

/// <summary>A server that goes away half-way: passes everything on to another, until a client says a certain word.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private const int BufferBytes = 65536;

    private readonly TcpListener _listener;
    private readonly int _target;
    private readonly string? _lastWord;

    /// <param name="target">The other server's port.</param>
    /// <param name="port">Its own.</param>
    /// <param name="lastWord">Is not passed on. No connection outlives it, and there are no more.</param>
    public CuttingProxy(int target, int port, string? lastWord = null)
    {
        (_target, Port, _lastWord) = (target, port, lastWord);
        _listener = new(IPAddress.Loopback, port);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port { get; }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var server = new TcpClient();
        using var _ = client;
        await server.ConnectAsync(IPAddress.Loopback, _target);
        await Task.WhenAny(PassAsync(client, server, cuts: true), PassAsync(server, client, cuts: false));
    }

    private async Task PassAsync(TcpClient from, TcpClient to, bool cuts)
    {
        var buffer = new byte[BufferBytes];
        try
        {
            for (var read = await from.GetStream().ReadAsync(buffer); read > 0; read = await from.GetStream().ReadAsync(buffer))
            {
                if (cuts && _lastWord is not null && Encoding.ASCII.GetString(buffer, 0, read).Contains(_lastWord, StringComparison.Ordinal))
                {
                    _listener.Stop();
                    return;
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, read));
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The other side has gone.
        }
    }
}
