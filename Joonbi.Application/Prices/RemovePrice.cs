using Joonbi.Domain;

namespace Joonbi.Application.Prices;

/// <summary>Takes a line out of the price table.</summary>
public sealed record RemovePrice(Guid Id, Guid AdminId, int? Version) : ICommand;

internal sealed class RemovePriceHandler(IPriceRepository prices, IAuditLog audit) : AsyncRequestHandler<RemovePrice>
{
    protected override async Task Handle(RemovePrice command, CancellationToken ct)
    {
        var price = await prices.Get(command.Id, ct);
        StaleVersionException.ThrowUnless(command.Version, price.Version);
        await prices.Remove(price.Id, ct);
        await audit.Write(command.AdminId, "price.remove", price.Id, price, null, ct);
    }
}
