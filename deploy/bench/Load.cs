using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Joonbi.Bench;

/// <summary>
/// A load of GETs over keep-alive connections. It writes fixed bytes and reads to the end of the answer and does nothing
/// else, since on a small machine the client's own work would be counted into both sides of a ratio and flatter it.
/// </summary>
internal static class Load
{
    /// <returns>Requests per second.</returns>
    public static async Task<double> Run(Uri address, string path, string? token, int connections, TimeSpan time)
    {
        var request = Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n{(token is null ? "" : $"Authorization: Bearer {token}\r\n")}\r\n");
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => Connection(address, request, watch, time))));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task<long> Connection(Uri address, byte[] request, Stopwatch watch, TimeSpan time)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(address.Host, address.Port);
        var buffer = new byte[65_536];
        long count = 0;
        for (; watch.Elapsed < time; count++)
        {
            await socket.SendAsync(request);
            await ReadAnswer(socket, buffer);
        }

        return count;
    }

    private static async Task ReadAnswer(Socket socket, byte[] buffer)
    {
        var filled = 0;
        while (true)
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(filled));
            if (read == 0)
                throw new IOException("The server closed the connection.");

            filled += read;
            if (Ended(buffer.AsSpan(0, filled)))
                return;
        }
    }

    private static bool Ended(ReadOnlySpan<byte> answer)
    {
        if (!answer.StartsWith("HTTP/1.1 200"u8))
            throw new IOException($"Not a 200: {Encoding.UTF8.GetString(answer)}");

        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
            return false;

        var length = answer[..head].IndexOf("Content-Length: "u8);
        if (length < 0)
            return answer.EndsWith("0\r\n\r\n"u8);

        return System.Buffers.Text.Utf8Parser.TryParse(answer[(length + 16)..head], out int body, out _) && answer.Length >= head + 4 + body;
    }
}
