using Joonbi.Application.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Payments;

internal sealed class ReadLedgerEntriesHandler(ReadDb db) : IRequestHandler<ReadLedgerEntries, IAsyncEnumerable<LedgerEntry>>
{
    static ReadLedgerEntriesHandler() => DapperConventions.AddJson(typeof(PaymentCustomer));

    public Task<IAsyncEnumerable<LedgerEntry>> Handle(ReadLedgerEntries query, CancellationToken ct) =>
        Task.FromResult(db.Stream<LedgerEntry>(
            $"""
            select {LedgerColumns.Named}
              from ledger_entries entries
              {LedgerColumns.Joined}
             where entries.at >= @From::timestamp at time zone 'Asia/Seoul' and entries.at < (@To + 1)::timestamp at time zone 'Asia/Seoul'
             order by entries.at, seq
            """,
            new { query.Period.From, query.Period.To },
            ct));
}

/// <summary>An entry with what people want to read beside it.</summary>
internal static class LedgerColumns
{
    public const string Named =
        """
        seq as number, entries.at, kind, entries.payment_id, order_name,
        jsonb_build_object('id', users.id, 'name', name, 'email', email) as customer,
        method, coalesce(refunds.transaction_id, payment_flags.transaction_id, payments.transaction_id) as transaction_id,
        entries.amount, entries.currency, cause, reason
        """;

    public const string Joined =
        """
        join payments on payments.id = entries.payment_id
        join users on users.id = user_id
        left join refunds on refunds.id = refund_id
        left join payment_flags on payment_flags.id = entries.flag_id
        """;
}
