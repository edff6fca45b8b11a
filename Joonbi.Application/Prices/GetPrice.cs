namespace Joonbi.Application.Prices;

/// <summary>One line of the price table, as an admin sees it.</summary>
public sealed record GetPrice(Guid Id) : IQuery<PriceEntry?>;
