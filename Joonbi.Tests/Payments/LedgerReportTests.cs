using System.Net;
using System.Text.Json;
using Joonbi.Domain;

namespace Joonbi.Tests.Payments;

/// <summary>The books as the accountant reads them.</summary>
internal sealed class LedgerReportTests : PaymentTest
{
    /// <summary>What a test forged is gone, and the service has seen that it is.</summary>
    [TearDown]
    public async Task LookAgain()
    {
        await App.Reset();
        await App.LookAtTheBooks();
    }

    [Test]
    public async Task Each_day_says_what_came_what_went_back_and_what_is_left()
    {
        var (monday, payment) = (Morning(), await PaidFee());
        await Refunded(payment, 30_000);
        await Days(2);
        await PaidFee();
        await Tampered(total: 1);
        await Days(1);
        await Refunded(payment, 70_000);

        var report = await Report(monday, monday.AddDays(3));

        Assert.That(Figures(report, "opening", "payments", "refunds", "net", "closing"), Is.EqualTo("0 200000 100000 100000 100000"));
        Assert.That(
            report.GetProperty("days").EnumerateArray().Select(day => $"{day.GetProperty("day")}: {Figures(day, "payments", "refunds", "net", "total", "flags", "suspense")}"),
            Is.EqualTo(new[]
            {
                $"{monday:yyyy-MM-dd}: 100000 30000 70000 70000 0 0",
                $"{monday.AddDays(1):yyyy-MM-dd}: 0 0 0 70000 0 0",
                $"{monday.AddDays(2):yyyy-MM-dd}: 100000 0 100000 170000 1 1",
                $"{monday.AddDays(3):yyyy-MM-dd}: 0 70000 -70000 100000 0 0",
            }));
        Assert.That(Figures(await Report(monday.AddDays(3), monday.AddDays(3)), "opening", "payments", "refunds", "net", "closing"), Is.EqualTo("170000 0 70000 -70000 100000"));
    }

    [Test]
    public async Task A_day_begins_at_midnight_in_Seoul()
    {
        var day = Morning();
        App.Clock.SetUtcNow(new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(9)).AddSeconds(-1).ToUniversalTime());
        await PaidFee();
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        await PaidFee();
        await PaidFee();

        var days = (await Report(day, day.AddDays(1))).GetProperty("days").EnumerateArray();

        Assert.That(days.Select(line => line.GetProperty("payments").GetInt64()), Is.EqualTo(new[] { 100_000, 200_000 }));
    }

    [Test]
    public async Task Money_in_another_currency_is_in_no_sum_of_won()
    {
        var day = Morning();
        await Tampered(currency: "USD");

        var report = await Report(day, day);

        Assert.That(Figures(report.GetProperty("days")[0], "payments", "total", "flags", "suspense"), Is.EqualTo("0 0 1 0"));
    }

    [TestCase("?from=2026-11-02&to=2026-11-01", "to")]
    [TestCase("?from=2026-01-01&to=2027-01-02", "to")]
    [TestCase("?from=0001-01-01&to=0001-12-31", "from")]
    [TestCase("?from=9999-12-31&to=9999-12-31", "from")]
    public async Task More_than_a_year_less_than_a_day_and_the_ends_of_time_are_refused(string query, string field)
    {
        var problem = await Problem(await App.As(await Admin()).GetAsync($"/api/admin/ledger{query}"), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        Assert.That(problem.GetProperty("errors").TryGetProperty(field, out _), Is.True, problem.ToString());
    }

    [TestCase("")]
    [TestCase("?from=2026-11-01")]
    [TestCase("?from=2026-11-31&to=2026-12-01")]
    [TestCase("?from=yesterday&to=today")]
    public async Task What_are_no_days_is_refused(string query) =>
        await Body(await App.As(await Admin()).GetAsync($"/api/admin/ledger{query}"), HttpStatusCode.BadRequest);

    [TestCase("?from=2024-01-01&to=2024-12-31")]
    [TestCase("?from=2000-01-01&to=2000-12-31")]
    public async Task A_whole_leap_year_can_be_asked_for(string query) =>
        Assert.That((await Body(await App.As(await Admin()).GetAsync($"/api/admin/ledger{query}"))).GetProperty("closing").GetInt64(), Is.Zero);

    [TestCase("ledger?from=2026-11-01&to=2026-11-01")]
    [TestCase("ledger.csv?from=2026-11-01&to=2026-11-01")]
    [TestCase("ledger/entries")]
    [TestCase("ledger/entries.csv?from=2026-11-01&to=2026-11-01")]
    public async Task Nobody_but_the_studio_reads_the_books(string path)
    {
        await Problem(await App.As(await Customer()).GetAsync($"/api/admin/{path}"), HttpStatusCode.Forbidden, "FORBIDDEN");
        await Problem(await App.AsNobody().GetAsync($"/api/admin/{path}"), HttpStatusCode.Unauthorized, "UNAUTHENTICATED");
    }

    [Test]
    public async Task The_books_agree_whatever_happened()
    {
        var day = Morning();
        var payment = await PaidFee();
        await Refunded(payment, 30_000);
        await Tampered(total: 1);
        App.Vendors.PortOne.Pay(payment);
        await Webhook(payment);

        var report = await Report(day, day);

        Assert.That((report.GetProperty("agrees").GetBoolean(), report.GetProperty("differences").GetArrayLength()), Is.EqualTo((true, 0)));
    }

    [Test]
    public async Task What_came_round_the_database_s_guard_is_told_to_the_won()
    {
        var payment = await PaidFee();
        await Forge("update payments set refunded = 40000, status = 'PARTIALLY_REFUNDED'");

        var report = await Report(Seoul.Day(App.Clock.GetUtcNow()), Seoul.Day(App.Clock.GetUtcNow()));

        Assert.That(report.GetProperty("agrees").GetBoolean(), Is.False);
        var difference = report.GetProperty("differences")[0];
        Assert.That(difference.GetProperty("paymentId").GetGuid(), Is.EqualTo(Guid.Parse(payment)));
        Assert.That(Figures(difference.GetProperty("ledger"), "paid", "refunded", "moved", "returned"), Is.EqualTo("100000 0 0 0"));
        Assert.That(Figures(difference.GetProperty("payment"), "paid", "refunded", "moved", "returned"), Is.EqualTo("100000 40000 0 0"));
    }

    [Test]
    public async Task A_disagreement_shows_in_health_and_on_the_dashboard_until_it_is_mended()
    {
        await PaidFee();
        await App.LookAtTheBooks();
        Assert.That(await Shown(), Is.EqualTo(("ok", "ok", 0)));

        await Forge("update payments set refunded = 40000, status = 'PARTIALLY_REFUNDED'");
        await App.LookAtTheBooks();
        Assert.That(await Shown(), Is.EqualTo(("degraded", "degraded", 1)));

        await Forge("update payments set refunded = 0, status = 'PAID'");
        await App.LookAtTheBooks();
        Assert.That(await Shown(), Is.EqualTo(("ok", "ok", 0)));
    }

    [Test]
    public async Task An_admin_is_told_of_a_disagreement_once_and_of_a_new_one_again()
    {
        var admin = await Admin();
        var payment = await PaidFee();
        await App.DeliverOutbox();
        App.Vendors.Reset();
        await Forge("update payments set refunded = 40000, status = 'PARTIALLY_REFUNDED'");
        for (var look = 0; look < 3; look++)
        {
            await App.LookAtTheBooks();
            await App.DeliverOutbox();
        }

        Assert.That(App.Vendors.Mails.Single().Body.GetProperty("to")[0].GetString(), Is.EqualTo(admin.Email));
        Assert.That(App.Vendors.Mails.Single().Body.GetProperty("subject").GetString(), Is.EqualTo("[준비스튜디오] 장부와 결제 기록이 다릅니다"));
        Assert.That(
            await App.Sql<string>("select concat_ws(' | ', kind, body, link) from notifications where user_id = @Id", new { admin.Id }),
            Is.EqualTo($"ATTENTION | 결제 {Guid.Parse(payment)} – 장부: 입금 100,000원, 환불 0원. 결제 기록: 입금 100,000원, 환불 40,000원. | /admin/ledger"));
        Assert.That(App.Vendors.Discord, Has.Count.EqualTo(1));

        await Forge("update payments set refunded = 0, status = 'PAID'");
        await App.LookAtTheBooks();
        await Forge("update payments set refunded = 40000, status = 'PARTIALLY_REFUNDED'");
        await App.LookAtTheBooks();
        await App.DeliverOutbox();

        Assert.That(App.Vendors.Mails, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task An_entry_that_somebody_added_by_hand_is_told()
    {
        await Admin();
        var payment = await Prepared(await Customer());
        await App.Execute(
            """
            alter table ledger_entries disable trigger ledger_entries_agree;
            insert into ledger_entries (payment_id, kind, amount, currency, at) values (@id, 'PAYMENT', 100, 'KRW', now());
            alter table ledger_entries enable trigger ledger_entries_agree
            """,
            new { id = Guid.Parse(payment) });
        await App.DeliverOutbox();
        App.Vendors.Reset();

        await App.LookAtTheBooks();
        await App.DeliverOutbox();

        Assert.That(App.Vendors.Mails.Single().Body.GetProperty("text").GetString(), Does.Contain("장부: 입금 100원, 환불 0원. 결제 기록: 입금 0원, 환불 0원."));
    }

    private static async Task<(string?, string?, int)> Shown()
    {
        var health = await Body(await App.AsNobody().GetAsync("/api/health"));
        var money = (await Body(await App.As(await Admin()).GetAsync("/api/admin/dashboard"))).GetProperty("money");
        return (health.GetProperty("status").GetString(), health.GetProperty("books").GetString(), money.GetProperty("ledgerDifferences").GetInt32());
    }

    /// <summary>As only the schema's owner can: with the guard switched off.</summary>
    private static Task Forge(string sql) =>
        App.Execute($"alter table payments disable trigger payments_agree; {sql}; alter table payments enable trigger payments_agree");

    private static async Task<JsonElement> Report(DateOnly from, DateOnly to) =>
        await Body(await App.As(await Admin()).GetAsync($"/api/admin/ledger?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}"));

    private static string Figures(JsonElement of, params string[] names) => string.Join(' ', names.Select(name => of.GetProperty(name).GetInt64()));
}
