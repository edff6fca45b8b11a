using Joonbi.Application.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Payments;

/// <summary>A row for each disagreement that was told; of two replicas that find the same one, the second inserts nothing.</summary>
internal sealed class LedgerAlarms(DbSession session, TimeProvider clock) : ILedgerAlarms
{
    public async Task<IReadOnlyList<Guid>> Raise(IReadOnlyList<Guid> differing, CancellationToken ct)
    {
        var ids = differing.ToArray();
        await session.Execute("delete from ledger_alarms where payment_id <> all (@ids) and payment_id not in (select payment_id from ledger_differences)", new { ids }, ct);
        return await session.Many<Guid>(
            "insert into ledger_alarms (payment_id, told_at) select id, @Now from unnest(@ids) as id order by id on conflict do nothing returning payment_id",
            new { ids, Now = clock.GetUtcNow() },
            ct);
    }
}
