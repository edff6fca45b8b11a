using Joonbi.Domain;

namespace Joonbi.Application.Prices;

/// <summary>Rewrites a line of the price table. What was quoted before stays as it was quoted.</summary>
/// <param name="Id">Which.</param>
/// <param name="AdminId">Who.</param>
/// <param name="Version">The version that the admin saw, or null for any.</param>
/// <param name="Draft">All of it, as it shall be.</param>
public sealed record ChangePrice(Guid Id, Guid AdminId, int? Version, PriceDraft Draft) : ICommand;

internal sealed class ChangePriceHandler(IPriceRepository prices, IAuditLog audit, TimeProvider clock) : AsyncRequestHandler<ChangePrice>
{
    protected override async Task Handle(ChangePrice command, CancellationToken ct)
    {
        var before = await prices.Get(command.Id, ct);
        StaleVersionException.ThrowUnless(command.Version, before.Version);
        var after = command.Draft.ToEntry(before.Id, before.Version + 1, clock.GetUtcNow());
        await prices.Save(after, ct);
        await audit.Write(command.AdminId, "price.change", after.Id, before, after, ct);
    }
}
