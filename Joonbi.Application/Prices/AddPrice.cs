using Joonbi.Application.Consultations;
using Joonbi.Domain;

namespace Joonbi.Application.Prices;

/// <summary>A new line of the price table. Customers and the agent see it at once.</summary>
public sealed record AddPrice(Guid AdminId, PriceDraft Draft) : ICommand<Guid>;

/// <summary>A line of the price table as an admin writes it, new or changed.</summary>
/// <param name="Code">For programs: capital letters, digits and underscores.</param>
/// <param name="Category">What belongs together; spelt like a code.</param>
/// <param name="Name">What the customer reads.</param>
/// <param name="Unit">What the price is for (장, 종, 건); absent for the whole.</param>
/// <param name="Price">Whole KRW.</param>
/// <param name="Position">Its place in the table.</param>
/// <param name="IsMinimum">The price begins there.</param>
/// <param name="IsOptionalDeliverable">A document that the customer may order in addition.</param>
/// <param name="Active">False: neither customers nor the agent see it.</param>
public sealed record PriceDraft(
    string Code, string Category, string Name, string? Unit, long Price, int Position, bool IsMinimum = false, bool IsOptionalDeliverable = false, bool Active = true)
{
    internal PriceEntry ToEntry(Guid id, int version, DateTimeOffset now) =>
        new(id, Code, Category, Name.Trim(), Unit?.Trim(), Price, IsMinimum, IsOptionalDeliverable, Position, Active, version, now);
}

internal sealed class PriceDraftValidator : AbstractValidator<PriceDraft>
{
    private const string CodePattern = "^[A-Z][A-Z0-9_]*$";
    private const int MaxCode = 50;
    private const int MaxName = 100;
    private const int MaxUnit = 10;
    private const long MaxPrice = 1_000_000_000;
    private const int MaxPosition = 10_000;

    public PriceDraftValidator()
    {
        RuleFor(draft => draft.Code).NotEmpty().Length(1, MaxCode).Matches(CodePattern);
        RuleFor(draft => draft.Category).NotEmpty().Length(1, MaxCode).Matches(CodePattern);
        RuleFor(draft => draft.Name).NotEmpty().Length(1, MaxName).PlainText();
        RuleFor(draft => draft.Unit).Length(1, MaxUnit).NotBlank().PlainText();
        RuleFor(draft => draft.Price).InclusiveBetween(0, MaxPrice);
        RuleFor(draft => draft.Position).InclusiveBetween(0, MaxPosition);
    }
}

internal sealed class AddPriceHandler(IPriceRepository prices, IAuditLog audit, IRandomSource random, TimeProvider clock) : IRequestHandler<AddPrice, Guid>
{
    public async Task<Guid> Handle(AddPrice command, CancellationToken ct)
    {
        var price = command.Draft.ToEntry(random.NextId(), version: 1, clock.GetUtcNow());
        await prices.Add(price, ct);
        await audit.Write(command.AdminId, "price.add", price.Id, null, price, ct);
        return price.Id;
    }
}
