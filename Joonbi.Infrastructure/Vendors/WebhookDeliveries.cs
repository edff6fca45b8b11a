using Joonbi.Application;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Vendors;

/// <summary>The primary key makes the second of two at once wait for the first, and then know of it.</summary>
internal sealed class WebhookDeliveries(DbSession session, TimeProvider clock) : IWebhookDeliveries
{
    public async Task<bool> TryTake(WebhookSource source, string deliveryId, CancellationToken ct) =>
        await session.Execute(
            "insert into webhook_deliveries (source, id, received_at) values (@source, @deliveryId, @Now) on conflict do nothing",
            new { source, deliveryId, Now = clock.GetUtcNow() },
            ct) == 1;
}
