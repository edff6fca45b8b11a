using Joonbi.Sandbox.Clawdbot;
using Joonbi.Sandbox.Clawdbot.Documents;

namespace Joonbi.Tests.Sandbox;

internal sealed class QuotationTests
{
    private static readonly Price[] Prices =
    [
        new("LANDING_PAGE", "랜딩페이지", "장", 30_000, false, false),
        new("STATIC_PAGE", "정적 페이지", "장", 50_000, false, false),
        new("LOGIN", "로그인/회원가입", null, 200_000, false, false),
        new("BOARD", "기본 게시판", null, 150_000, false, false),
        new("PAYMENT", "PG 결제 연동", null, 500_000, false, false),
        new("SEARCH", "검색(기본)", null, 50_000, false, false),
        new("ERD", "ERD", null, 50_000, false, true),
    ];

    [Test]
    public void Takes_what_the_customer_names_and_what_every_site_has()
    {
        var quotation = Quotation.For(Wish("공지 게시판이 있고 카드로 결제합니다."));
        Assert.Multiple(() =>
        {
            Assert.That(quotation.Required.Select(line => line.Price.Code), Is.EquivalentTo((string[])["LANDING_PAGE", "STATIC_PAGE", "LOGIN", "BOARD", "PAYMENT"]));
            Assert.That(quotation.Optional.Select(line => line.Price.Code), Is.EquivalentTo((string[])["SEARCH"]));
            Assert.That(quotation.RequiredTotal, Is.EqualTo(30_000 + (3 * 50_000) + 200_000 + 150_000 + 500_000));
            Assert.That(quotation.Total, Is.EqualTo(quotation.RequiredTotal + 50_000));
        });
    }

    [Test]
    public void Follows_the_price_table_and_not_a_memory_of_it()
    {
        var dearer = Wish("게시판") with { Prices = [.. Prices.Select(price => price with { Amount = price.Amount * 2 })] };
        Assert.That(Quotation.For(dearer).RequiredTotal, Is.EqualTo(2 * Quotation.For(Wish("게시판")).RequiredTotal));
    }

    [Test]
    public void Leaves_out_what_is_no_longer_sold() =>
        Assert.That(Quotation.For(Wish("결제") with { Prices = Prices[..3] }).Lines, Has.Count.EqualTo(3));

    [TestCase(null, "FEASIBLE")]
    [TestCase(5_000_000, "FEASIBLE")]
    [TestCase(600_000, "CONDITIONAL")]
    [TestCase(150_000, "INFEASIBLE")]
    public void Judges_by_the_budget(long? budget, string feasibility)
    {
        var wish = Wish("게시판과 결제") with { BudgetMax = budget };
        var verdict = Verdict.For(wish, Quotation.For(wish));
        Assert.Multiple(() =>
        {
            Assert.That(verdict.Feasibility, Is.EqualTo(feasibility));
            Assert.That(verdict.RejectReason is not null, Is.EqualTo(feasibility == "INFEASIBLE"));
        });
    }

    [Test]
    public void Shows_the_same_sums_in_the_document()
    {
        var wish = Wish("게시판과 결제");
        var quotation = Quotation.For(wish);
        var document = QuotationDocument.Write(new DocumentContext(wish, quotation, Verdict.For(wish, quotation)));
        Assert.That(document, Does.Contain($"**{quotation.RequiredTotal:N0}원**").And.Contain($"**{quotation.Total:N0}원**"));
    }

    [Test]
    public void Writes_the_same_documents_every_time()
    {
        DocumentContext Context() => new(Wish("예약"), Quotation.For(Wish("예약")), Verdict.For(Wish("예약"), Quotation.For(Wish("예약"))));
        Assert.That(PlanDocument.Write(Context()), Is.EqualTo(PlanDocument.Write(Context())));
    }

    internal static Consultation Wish(string description) => new(
        Guid.Parse("01930c2e-7b7e-7cc3-98a2-5b1f4a1b2c3d"), "동네 카페", description, ["https://cafe.example"], null, null, null, [], "김준비", Prices,
        new DateTimeOffset(2026, 11, 23, 20, 0, 0, TimeSpan.Zero));
}
