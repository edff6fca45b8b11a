using System.Text.Json;

namespace Joonbi.Sandbox.PortOne;

/// <summary>What PortOne answered, to be answered again to the same idempotency key.</summary>
internal sealed record Answer(int Status, JsonElement Body, DateTimeOffset At);

/// <summary>PortOne's own books: every attempt to pay and every cancellation. They are on disk before anybody is answered.</summary>
internal sealed class Books
{
    /// <summary>How long an idempotency key is remembered.</summary>
    private static readonly TimeSpan KeyLife = TimeSpan.FromHours(3);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Deal> deals = [];
    private readonly Dictionary<string, Answer> answers = [];
    private readonly LineFile<Line> file;
    private readonly Journal journal;
    private readonly TimeProvider clock;

    public Books(SandboxSettings settings, Journal journal, TimeProvider clock)
    {
        (this.journal, this.clock) = (journal, clock);
        file = new LineFile<Line>(settings.DataFolder, "portone.jsonl");
        foreach (var line in file.Read())
        {
            Keep(line);
        }
    }

    public IReadOnlyList<Deal> All()
    {
        lock (gate)
        {
            return [.. deals.Values.OrderBy(deal => deal.At)];
        }
    }

    public Deal? Find(string transaction)
    {
        lock (gate)
        {
            return deals.GetValueOrDefault(transaction);
        }
    }

    /// <summary>All attempts with an order's id, the last first.</summary>
    public IReadOnlyList<Deal> Of(string payment) => [.. All().Where(deal => deal.PaymentId == payment).Reverse()];

    /// <summary>The attempt that stands for an order: the one that was paid, else the last.</summary>
    public Deal? Foremost(string payment) => Of(payment).OrderBy(deal => deal.PaidAt is null).FirstOrDefault();

    /// <summary>Books an attempt; an order that was ever paid cannot be paid again.</summary>
    public bool Open(Deal deal) => Write(() => Foremost(deal.PaymentId)?.PaidAt is null ? deal : null) is not null;

    /// <returns>Null when there is no such attempt, or the change refuses it.</returns>
    public Deal? Change(string transaction, Func<Deal, Deal?> change) =>
        Write(() => deals.GetValueOrDefault(transaction) is { } deal ? change(deal) : null);

    /// <summary>Does a thing once per key, in one line of the file: repeated, it is answered as it was.</summary>
    public Answer Once(string? key, Func<(Deal? Changed, Answer Answer)> act)
    {
        lock (gate)
        {
            if (key is not null && answers.TryGetValue(key, out var known) && known.At + KeyLife > clock.GetUtcNow())
            {
                return known;
            }

            var (changed, answer) = act();
            Record(new Line(changed, key, key is null ? null : answer));
            return answer;
        }
    }

    public object Statement(int received, DateTimeOffset now)
    {
        var all = All();
        return new
        {
            Received = received,
            Sums = all.Where(deal => deal.PaidAt is not null).GroupBy(deal => deal.Currency).ToDictionary(group => group.Key, group => new
            {
                Paid = group.Sum(deal => deal.Total),
                Cancelled = group.Sum(deal => deal.Cancelled(now)),
            }),
            Payments = all.Select(deal => new { Status = deal.Status(now), Deal = deal }),
        };
    }

    public void Clear()
    {
        lock (gate)
        {
            deals.Clear();
            answers.Clear();
            file.Clear();
        }
    }

    private Deal? Write(Func<Deal?> change)
    {
        lock (gate)
        {
            var deal = change();
            if (deal is not null)
            {
                Record(new Line(deal, null, null));
            }

            return deal;
        }
    }

    private void Record(Line line)
    {
        file.Append(line);
        Keep(line);
        if (line.Deal is { } deal)
        {
            journal.Announce(deal);
        }
    }

    private void Keep(Line line)
    {
        if (line.Deal is { } deal)
        {
            deals[deal.TransactionId] = deal;
        }

        if (line is { Key: { } key, Answer: { } answer })
        {
            answers[key] = answer;
        }
    }

    private sealed record Line(Deal? Deal, string? Key, Answer? Answer);
}
