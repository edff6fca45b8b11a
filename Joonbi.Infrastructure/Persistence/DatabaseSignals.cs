using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Joonbi.Infrastructure.Persistence;

/// <summary>
/// Hears what other transactions announce: one connection that listens on every channel, for the whole process. A signal is
/// only a hint to look; whoever subscribes also looks by itself when the connection was lost, since signals sent meanwhile
/// are gone.
/// </summary>
internal sealed partial class DatabaseSignals(NpgsqlDataSource dataSource, TimeProvider clock, ILogger<DatabaseSignals> logger) : BackgroundService
{
    private static readonly TimeSpan Reconnect = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, Action<string?>> subscribers = new();

    /// <summary>True while signals arrive.</summary>
    public bool Listening { get; private set; }

    /// <summary>Calls back with each payload of the channel, and with null after every (re)connect: something may have been missed.</summary>
    /// <remarks>Subscribe before the host starts.</remarks>
    public void Subscribe(string channel, Action<string?> heard) =>
        subscribers.AddOrUpdate(channel, heard, (_, others) => others + heard);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await Listen(stopping);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or IOException)
            {
                Listening = false;
                LogLost(exception.Message);
                await Task.Delay(Reconnect, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task Listen(CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        connection.Notification += (_, signal) => Tell(signal.Channel, signal.Payload);
        foreach (var channel in subscribers.Keys)
        {
            await using var listen = new NpgsqlCommand($"listen {channel}", connection);
            await listen.ExecuteNonQueryAsync(ct);
        }

        foreach (var channel in subscribers.Keys)
            Tell(channel, null);

        Listening = true;
        while (true)
            await connection.WaitAsync(ct);
    }

    private void Tell(string channel, string? payload)
    {
        if (subscribers.TryGetValue(channel, out var heard))
            heard(payload);
    }

    [LoggerMessage(LogLevel.Warning, "The listening connection was lost: {Reason}")]
    private partial void LogLost(string reason);
}
