namespace Joonbi.Domain.Payments;

/// <summary>The settings among the rules of money, each with the default that the business gave.</summary>
public sealed record PaymentPolicy
{
    /// <summary>How often the vendor is asked about a payment of which nobody has told us: after so long, and hourly from then on.</summary>
    private static readonly TimeSpan[] Checks = [TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60)];

    private static readonly TimeSpan Hourly = TimeSpan.FromHours(1);

    /// <summary>Percent off for a portfolio with the customer's name.</summary>
    public int FullDiscount { get; init; } = 10;

    /// <summary>Percent off for a portfolio without it.</summary>
    public int AnonymousDiscount { get; init; } = 5;

    /// <summary>Percent off for no portfolio.</summary>
    public int PrivateDiscount { get; init; }

    /// <summary>How long a payment that nobody makes stays open.</summary>
    public TimeSpan Expiry { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long one stays open whose customer was given an account to transfer to: the bank's own deadlines are days.</summary>
    public TimeSpan TransferExpiry { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a customer may leave the question for an account unanswered before being reminded, and an admin told.</summary>
    public TimeSpan AccountPatience { get; init; } = TimeSpan.FromDays(3);

    /// <summary>Percent off for that consent.</summary>
    public int Discount(PortfolioConsent consent) => consent switch
    {
        PortfolioConsent.Full => FullDiscount,
        PortfolioConsent.Anonymous => AnonymousDiscount,
        PortfolioConsent.Private => PrivateDiscount,
        _ => throw new ArgumentOutOfRangeException(nameof(consent)),
    };

    /// <summary>When to ask next about what began then.</summary>
    public DateTimeOffset NextCheck(DateTimeOffset since, DateTimeOffset now) =>
        Checks.Select(after => since + after).FirstOrDefault(at => at > now, now + Hourly);
}
