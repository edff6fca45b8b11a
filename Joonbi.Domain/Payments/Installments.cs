namespace Joonbi.Domain.Payments;

/// <summary>What a customer allows to be shown of the finished site; the more, the cheaper.</summary>
public enum PortfolioConsent
{
    /// <summary>With the customer's name.</summary>
    Full,

    /// <summary>Without it.</summary>
    Anonymous,

    /// <summary>Not at all.</summary>
    Private,
}

/// <summary>
/// How an agreed price is paid: the analysis fee that was paid already, the deposit, the balance. Whatever the numbers, the
/// three together are the price, and none is negative.
/// </summary>
/// <param name="Agreed">The quotation less the discount, in whole KRW.</param>
/// <param name="FeeCredit">What of the fee counts: all of it, unless the whole project is cheaper than its analysis.</param>
/// <param name="Contract">The deposit that is still to be paid.</param>
/// <param name="Final">The balance.</param>
public sealed record Installments(long Agreed, long FeeCredit, long Contract, long Final)
{
    private const int DepositPercent = 30;

    /// <summary>The discount is rounded down, as is the deposit; what rounding leaves over is in the balance.</summary>
    /// <param name="quote">What was quoted, in whole KRW; not negative.</param>
    /// <param name="consent">What the discount is for.</param>
    /// <param name="feePaid">The analysis fee as far as it was paid and not refunded; 0 for a free slot.</param>
    /// <param name="policy">How much the discount is.</param>
    public static Installments Of(long quote, PortfolioConsent consent, long feePaid, PaymentPolicy policy)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quote);
        ArgumentOutOfRangeException.ThrowIfNegative(feePaid);
        var agreed = quote - Percent(quote, policy.Discount(consent));
        var credit = Math.Min(feePaid, agreed);
        var contract = Math.Max(Percent(agreed, DepositPercent) - credit, 0);
        return new Installments(agreed, credit, contract, agreed - contract - credit);
    }

    /// <summary>Rounded down to the won, and exact for every amount that fits.</summary>
    private static long Percent(long amount, int percent) => (long)((Int128)amount * percent / 100);
}
