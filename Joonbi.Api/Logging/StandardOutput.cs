using Serilog.Configuration;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace Joonbi.Api.Logging;

/// <summary>
/// Lines on stdout, written together: a request hands its line over and goes on, where a line at a time made all requests queue
/// for one lock around one system call each. A killed process takes the last moment's lines with it; one that stops or fails
/// writes them first.
/// </summary>
internal sealed class StandardOutput(ITextFormatter lines) : IBatchedLogEventSink, IDisposable
{
    /// <summary>Soon enough for who watches; a full queue (a reader that stands still) drops lines rather than stopping the service.</summary>
    public static readonly BatchingOptions Batching = new() { BufferingTimeLimit = TimeSpan.FromMilliseconds(50), BatchSizeLimit = 1_000, QueueLimit = 100_000 };

    private readonly StreamWriter output = new(Console.OpenStandardOutput(), bufferSize: 16_384) { AutoFlush = false };

    public Task EmitBatchAsync(IReadOnlyCollection<LogEvent> batch)
    {
        foreach (var line in batch)
            lines.Format(line, output);

        return output.FlushAsync();
    }

    public void Dispose() => output.Dispose();
}
