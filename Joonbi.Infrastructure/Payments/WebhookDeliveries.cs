using Joonbi.Application.Payments;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Payments;

/// <summary>The primary key makes the second of two at once wait for the first, and then know of it.</summary>
internal sealed class WebhookDeliveries(DbSession session, TimeProvider clock) : IWebhookDeliveries
{
    public async Task<bool> TryTake(string deliveryId, CancellationToken ct) =>
        await session.Execute(
            "insert into webhook_deliveries (source, id, received_at) values ('PORTONE', @deliveryId, @Now) on conflict do nothing",
            new { deliveryId, Now = clock.GetUtcNow() },
            ct) == 1;
}
