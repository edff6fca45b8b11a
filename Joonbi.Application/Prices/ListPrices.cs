namespace Joonbi.Application.Prices;

/// <summary>The price table as everybody may see it, in its order.</summary>
public sealed record ListPrices : IQuery<PriceTable>;

/// <summary>What the studio sells.</summary>
/// <param name="Items">All of it: the table is short.</param>
public sealed record PriceTable(IReadOnlyList<Price> Items);

/// <summary>One line of the price table.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Category">What belongs together.</param>
/// <param name="Name">What the customer reads.</param>
/// <param name="Unit">What the price is for (장, 종, 건), or null for the whole.</param>
/// <param name="Amount">Whole KRW.</param>
/// <param name="IsMinimum">The price begins there.</param>
/// <param name="IsOptionalDeliverable">A document that the customer may order in addition.</param>
public sealed record Price(
    string Code,
    string Category,
    string Name,
    string? Unit,
    [property: System.Text.Json.Serialization.JsonPropertyName("price")] long Amount,
    bool IsMinimum,
    bool IsOptionalDeliverable);
