namespace Joonbi.Application.Prices;

/// <summary>The price table as admins change it, in the command's own transaction.</summary>
public interface IPriceRepository
{
    /// <summary>Stores a new line.</summary>
    /// <exception cref="Domain.ConflictException"><c>PRICE_CODE_TAKEN</c>.</exception>
    Task Add(PriceEntry price, CancellationToken ct);

    /// <summary>Loads a line and locks it until the command ends.</summary>
    /// <exception cref="Domain.NotFoundException"><c>PRICE_NOT_FOUND</c>.</exception>
    Task<PriceEntry> Get(Guid id, CancellationToken ct);

    /// <summary>Stores the changed line.</summary>
    /// <exception cref="Domain.ConflictException"><c>PRICE_CODE_TAKEN</c>.</exception>
    Task Save(PriceEntry price, CancellationToken ct);

    /// <summary>Forgets a line. Quotations keep their own copy of what they were reckoned with.</summary>
    Task Remove(Guid id, CancellationToken ct);
}
