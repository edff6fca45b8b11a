using Joonbi.Domain;

namespace Joonbi.Application.Prices;

/// <summary>A line of the price table, as the studio keeps it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">Stable, for programs; unique.</param>
/// <param name="Category">What belongs together.</param>
/// <param name="Name">What the customer reads.</param>
/// <param name="Unit">What the price is for (장, 종, 건), or null for the whole.</param>
/// <param name="Price">Whole KRW.</param>
/// <param name="IsMinimum">The price begins there.</param>
/// <param name="IsOptionalDeliverable">A document that the customer may order in addition.</param>
/// <param name="Position">Its place in the table.</param>
/// <param name="Active">False: neither customers nor the agent see it.</param>
/// <param name="Version">Raised by every change; <c>If-Match</c> demands it.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record PriceEntry(
    Guid Id,
    string Code,
    string Category,
    string Name,
    string? Unit,
    long Price,
    bool IsMinimum,
    bool IsOptionalDeliverable,
    int Position,
    bool Active,
    int Version,
    DateTimeOffset UpdatedAt)
{
    /// <summary>What everyone hears who asks for one that does not exist.</summary>
    public static NotFoundException NotFound() => new("PRICE_NOT_FOUND", "가격 항목을 찾을 수 없습니다.");
}
