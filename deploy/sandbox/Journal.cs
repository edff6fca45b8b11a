using System.Text.Json;
using System.Threading.Channels;

namespace Joonbi.Sandbox;

internal sealed record DiscordMessage(string Id, DateTimeOffset At, string? Content, JsonElement Body);

internal sealed record Mail(
    string Id, DateTimeOffset At, string From, IReadOnlyList<string> To, string Subject, string? Html, string? Text, string? IdempotencyKey);

/// <summary>One request to a stand-in, accepted or not: "accepted", "replayed", "refused" or the name of a fault.</summary>
internal sealed record Attempt(DateTimeOffset At, string Target, string Outcome, int Status, string? Key);

/// <summary>
/// Everything that arrived, in the order of arrival. Messages and mails are appended to a file, when there is a folder for
/// it, so that they are still on the page after a restart; attempts live in memory, the newest 20,000 of them.
/// </summary>
internal sealed class Journal
{
    private const int KeptAttempts = 20_000;
    private readonly Lock gate = new();
    private readonly List<DiscordMessage> messages = [];
    private readonly List<Mail> mails = [];
    private readonly Queue<Attempt> attempts = [];
    private readonly List<Channel<object>> listeners = [];
    private readonly LineFile<Line> file;

    public Journal(SandboxSettings settings)
    {
        file = new LineFile<Line>(settings.DataFolder, "received.jsonl");
        foreach (var line in file.Read())
        {
            if (line.Message is { } message)
            {
                messages.Add(message);
            }

            if (line.Mail is { } mail)
            {
                mails.Add(mail);
            }
        }
    }

    public IReadOnlyList<DiscordMessage> Messages() => Copy(messages);

    public IReadOnlyList<Mail> Mails() => Copy(mails);

    public IReadOnlyList<Attempt> Attempts() => Copy(attempts);

    public void Add(DiscordMessage message) => Record(() => messages.Add(message), new Line(message, null), message);

    public void Add(Mail mail) => Record(() => mails.Add(mail), new Line(null, mail), mail);

    public void Add(Attempt attempt)
    {
        lock (gate)
        {
            attempts.Enqueue(attempt);
            if (attempts.Count > KeptAttempts)
            {
                attempts.Dequeue();
            }
        }
    }

    /// <summary>Tells the open pages about anything that is not kept here, such as a step of Clawdbot.</summary>
    public void Announce(object news)
    {
        lock (gate)
        {
            listeners.ForEach(listener => listener.Writer.TryWrite(news));
        }
    }

    /// <summary>What arrives from now on, until the listener goes away; a page that cannot follow misses the oldest.</summary>
    public async IAsyncEnumerable<object> Listen([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var listener = Channel.CreateBounded<object>(new BoundedChannelOptions(500) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (gate)
        {
            listeners.Add(listener);
        }

        try
        {
            await foreach (var news in listener.Reader.ReadAllAsync(ct))
            {
                yield return news;
            }
        }
        finally
        {
            lock (gate)
            {
                listeners.Remove(listener);
            }
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            messages.Clear();
            mails.Clear();
            attempts.Clear();
            file.Clear();
        }
    }

    private void Record(Action keep, Line line, object news)
    {
        lock (gate)
        {
            keep();
            file.Append(line);
            listeners.ForEach(listener => listener.Writer.TryWrite(news));
        }
    }

    private List<T> Copy<T>(IEnumerable<T> items)
    {
        lock (gate)
        {
            return [.. items];
        }
    }

    private sealed record Line(DiscordMessage? Message, Mail? Mail);
}
