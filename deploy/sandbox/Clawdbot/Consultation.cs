using System.Text.Json.Serialization;

namespace Joonbi.Sandbox.Clawdbot;

/// <summary>What GET /api/internal/consultations/{id} says, as far as Clawdbot needs it.</summary>
internal sealed record Consultation(
    Guid Id,
    string ProjectName,
    string Description,
    IReadOnlyList<string> ReferenceUrls,
    long? BudgetMin,
    long? BudgetMax,
    DateOnly? DesiredDate,
    IReadOnlyList<string> Features,
    string? CustomerName,
    IReadOnlyList<Price> Prices,
    DateTimeOffset CreatedAt);

internal sealed record Price(
    string Code,
    string Name,
    string? Unit,
    [property: JsonPropertyName("price")] long Amount,
    bool IsMinimum,
    bool IsOptionalDeliverable);
