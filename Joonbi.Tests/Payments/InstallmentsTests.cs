using Joonbi.Domain.Payments;

namespace Joonbi.Tests.Payments;

/// <summary>How a price is paid. The seed is fixed: a failure can be looked at again.</summary>
internal sealed class InstallmentsTests
{
    private static readonly PaymentPolicy Policy = new();

    [Test]
    public void Three_million_won_with_the_fee_paid_are_800000_and_2100000() =>
        Assert.That(Installments.Of(3_000_000, PortfolioConsent.Private, 100_000, Policy), Is.EqualTo(new Installments(3_000_000, 100_000, 800_000, 2_100_000)));

    [TestCase(PortfolioConsent.Full, 2_700_000)]
    [TestCase(PortfolioConsent.Anonymous, 2_850_000)]
    [TestCase(PortfolioConsent.Private, 3_000_000)]
    public void Consent_to_the_portfolio_is_10_5_or_0_percent_off(PortfolioConsent consent, long agreed) =>
        Assert.That(Installments.Of(3_000_000, consent, 0, Policy).Agreed, Is.EqualTo(agreed));

    [Test]
    public void Without_a_fee_the_deposit_is_30_percent_rounded_down() =>
        Assert.That(Installments.Of(999_999, PortfolioConsent.Private, 0, Policy), Is.EqualTo(new Installments(999_999, 0, 299_999, 700_000)));

    [Test]
    public void What_the_fee_leaves_over_of_the_deposit_lowers_the_balance() =>
        Assert.That(Installments.Of(200_000, PortfolioConsent.Private, 100_000, Policy), Is.EqualTo(new Installments(200_000, 100_000, 0, 100_000)));

    [Test]
    public void A_project_cheaper_than_its_analysis_has_nothing_left_to_pay() =>
        Assert.That(Installments.Of(60_000, PortfolioConsent.Private, 100_000, Policy), Is.EqualTo(new Installments(60_000, 60_000, 0, 0)));

    [Test]
    public void Whatever_the_numbers_the_parts_add_up_to_the_price_and_none_is_negative()
    {
        var random = new Random(20261124);
        for (var turn = 0; turn < 200_000; turn++)
        {
            var (quote, fee) = (Amount(random), Amount(random));
            var policy = new PaymentPolicy { FullDiscount = random.Next(0, 101), AnonymousDiscount = random.Next(0, 101), PrivateDiscount = random.Next(0, 101) };
            var consent = (PortfolioConsent)random.Next(3);

            var parts = Installments.Of(quote, consent, fee, policy);

            if (parts.FeeCredit + parts.Contract + parts.Final != parts.Agreed
                || parts.FeeCredit < 0 || parts.Contract < 0 || parts.Final < 0 || parts.Agreed < 0
                || parts.Agreed > quote || parts.FeeCredit > fee
                || parts.Contract + parts.FeeCredit > Math.Max(parts.FeeCredit, (long)((Int128)parts.Agreed * 30 / 100)))
            {
                Assert.Fail($"{quote} {consent} {fee} {policy}: {parts}");
            }
        }
    }

    [TestCase(-1, 0)]
    [TestCase(1, -1)]
    public void Negative_numbers_are_no_money(long quote, long fee) =>
        Assert.That(() => Installments.Of(quote, PortfolioConsent.Private, fee, Policy), Throws.InstanceOf<ArgumentOutOfRangeException>());

    /// <summary>Small, usual and absurd ones alike.</summary>
    private static long Amount(Random random) => random.Next(4) switch
    {
        0 => random.Next(0, 100),
        1 => random.Next(0, 500_000),
        2 => random.NextInt64(0, 100_000_000_000),
        _ => random.NextInt64(0, long.MaxValue),
    };
}
