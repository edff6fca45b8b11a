using Joonbi.Domain;
using Joonbi.Domain.Screening;

namespace Joonbi.Application.Screening;

/// <summary>A screening rule, as the studio keeps it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Category">What a hit means.</param>
/// <param name="Name">What the studio calls it.</param>
/// <param name="Terms">The words that hit.</param>
/// <param name="Unless">Harmless phrases: a hit inside one of them is none.</param>
/// <param name="Reason">Korean, shown to the customer.</param>
/// <param name="Active">False: it refuses nobody.</param>
/// <param name="Version">Raised by every change; <c>If-Match</c> demands it.</param>
/// <param name="UpdatedAt">When it last changed.</param>
public sealed record RuleEntry(
    Guid Id,
    ScreeningCategory Category,
    string Name,
    IReadOnlyList<string> Terms,
    IReadOnlyList<string> Unless,
    string Reason,
    bool Active,
    int Version,
    DateTimeOffset UpdatedAt)
{
    /// <summary>As the judge reads it.</summary>
    public ScreeningRule ToRule() => new(Category, Name, Terms, Unless, Reason);

    /// <summary>What everyone hears who asks for one that does not exist.</summary>
    public static NotFoundException NotFound() => new("SCREENING_RULE_NOT_FOUND", "심사 규칙을 찾을 수 없습니다.");
}
