namespace Joonbi.Sandbox.Clawdbot;

internal sealed record QuotationLine(Price Price, Feature Feature, int Quantity, bool Required, string Reason)
{
    public long Amount => Price.Amount * Quantity;
}

/// <summary>
/// What the project costs, computed from the price table alone. Required lines are what the customer asked for; the others
/// are what such a site often needs. Every sum in the analysis and in the documents comes from here.
/// </summary>
internal sealed record Quotation(IReadOnlyList<QuotationLine> Lines, IReadOnlyList<Price> OptionalDeliverables)
{
    private static readonly string[] OftenNeeded = ["비밀번호 찾기", "이메일 발송", "검색(기본)"];

    public IEnumerable<QuotationLine> Required => Lines.Where(line => line.Required);

    public IEnumerable<QuotationLine> Optional => Lines.Where(line => !line.Required);

    public long RequiredTotal => Required.Sum(line => line.Amount);

    public long OptionalTotal => Optional.Sum(line => line.Amount);

    public long Total => RequiredTotal + OptionalTotal;

    /// <summary>Working days for the required lines, with three for tests and handing over.</summary>
    public int Days => (int)Math.Ceiling(Required.Sum(line => line.Feature.Days)) + 3;

    public static Quotation For(Consultation consultation)
    {
        var wish = string.Join('\n', [consultation.ProjectName, consultation.Description, .. consultation.Features]).ToLowerInvariant();
        var lines = new List<QuotationLine>();
        foreach (var feature in FeatureCatalogue.All)
        {
            if (consultation.Prices.FirstOrDefault(price => SameName(price.Name, feature.PriceName)) is not { } price)
            {
                continue; // The studio no longer sells it.
            }

            if (FeatureCatalogue.Always.FirstOrDefault(always => always.PriceName == feature.PriceName) is { PriceName: not null } always)
            {
                lines.Add(new(price, feature, always.Quantity, true, "모든 사이트의 기본 구성"));
            }
            else if (feature.Keywords.FirstOrDefault(wish.Contains) is { } word)
            {
                lines.Add(new(price, feature, 1, true, $"요청에서 확인: “{word}”"));
            }
            else if (OftenNeeded.Contains(feature.PriceName))
            {
                lines.Add(new(price, feature, 1, false, "함께 두면 좋은 기능"));
            }
        }

        return new Quotation(lines, [.. consultation.Prices.Where(price => price.IsOptionalDeliverable)]);
    }

    private static bool SameName(string left, string right) => Compact(left) == Compact(right);

    private static string Compact(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
