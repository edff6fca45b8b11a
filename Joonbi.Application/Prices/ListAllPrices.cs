namespace Joonbi.Application.Prices;

/// <summary>The whole price table in its order, also what is not offered now.</summary>
public sealed record ListAllPrices : IQuery<IReadOnlyList<PriceEntry>>;
