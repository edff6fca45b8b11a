using System.Buffers.Binary;
using Joonbi.Application;
using Joonbi.Application.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Payments;

/// <summary>Pages by time of booking and number, as the entries lie in each of their indexes.</summary>
internal sealed class ListLedgerEntriesHandler(ReadDb db) : IRequestHandler<ListLedgerEntries, Page<LedgerEntry>>
{
    static ListLedgerEntriesHandler() => DapperConventions.AddJson(typeof(PaymentCustomer));

    public async Task<Page<LedgerEntry>> Handle(ListLedgerEntries query, CancellationToken ct)
    {
        var (at, number) = query.Page.Before is { } before ? Place(before) : (DateTimeOffset.MaxValue.AddDays(-1), long.MaxValue);
        var rows = await db.Many<LedgerEntry>(
            $"""
            select {LedgerColumns.Named}
              from (select seq, at, kind, payment_id, amount, currency, refund_id, flag_id
                      from ledger_entries
                     where (at, seq) < (@At, @Number)
                       and (@Kind::text is null or kind = @Kind)
                       and (@PaymentId::uuid is null or payment_id = @PaymentId)
                       and (@From::date is null or at >= @From::timestamp at time zone 'Asia/Seoul')
                       and (@To::date is null or at < (@To + 1)::timestamp at time zone 'Asia/Seoul')
                     order by at desc, seq desc
                     limit @Take) entries
              {LedgerColumns.Joined}
             order by at desc, seq desc
            """,
            new { at, number, query.Kind, query.Filter.PaymentId, query.Filter.From, query.Filter.To, query.Page.Take },
            ct);
        return query.Page.Of(rows, Mark);
    }

    /// <summary>A page's mark is sixteen bytes: here a time and a number.</summary>
    private static Guid Mark(LedgerEntry entry)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, entry.At.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(bytes[8..], entry.Number);
        return new Guid(bytes, bigEndian: true);
    }

    private static (DateTimeOffset At, long Number) Place(Guid mark)
    {
        Span<byte> bytes = stackalloc byte[16];
        mark.TryWriteBytes(bytes, bigEndian: true, out _);
        var ticks = Math.Clamp(BinaryPrimitives.ReadInt64BigEndian(bytes), 0, DateTimeOffset.MaxValue.Ticks - TimeSpan.TicksPerDay);
        return (new DateTimeOffset(ticks, TimeSpan.Zero), BinaryPrimitives.ReadInt64BigEndian(bytes[8..]));
    }
}
