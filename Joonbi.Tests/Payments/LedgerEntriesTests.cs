using System.Net;
using System.Text;
using System.Text.Json;

namespace Joonbi.Tests.Payments;

/// <summary>The ledger entry by entry, on the screen and in a spreadsheet.</summary>
internal sealed class LedgerEntriesTests : PaymentTest
{
    [Test]
    public async Task Each_entry_says_whose_money_it_was_and_why_it_moved()
    {
        Morning();
        var payment = await PaidFee("김민아");
        await Refunded(payment, 30_000);
        await Tampered(total: 1);
        await App.DeliverOutbox();

        var entries = (await List("")).GetProperty("items").EnumerateArray().ToList();

        Assert.That(
            entries.Select(entry => $"{entry.GetProperty("kind")} {entry.GetProperty("amount")} {entry.GetProperty("currency")} {entry.GetProperty("cause")}{entry.GetProperty("reason")}"),
            Is.EqualTo(new[] { "FLAG_REFUND -1 KRW MISMATCHAMOUNT", "FLAG 1 KRW AMOUNT", "REFUND -30000 KRW BY_ADMIN", "PAYMENT 100000 KRW " }));
        Assert.That(entries.Select(entry => entry.GetProperty("number").GetInt64()), Is.Ordered.Descending);
        Assert.That((entries[^1].GetProperty("customer").GetProperty("name").GetString(), entries[^1].GetProperty("orderName").GetString()), Is.EqualTo(("김민아", "준비스튜디오 분석 상담")));
        Assert.That(entries.Select(entry => entry.GetProperty("transactionId").GetString()), Has.All.StartsWith("tx-"));
    }

    [Test]
    public async Task It_is_read_in_parts_and_narrowed_to_a_kind_a_payment_or_days()
    {
        var day = Morning();
        var first = await PaidFee();
        await Refunded(first, 30_000);
        await Days(1);
        var second = await PaidFee();

        Assert.That(await Amounts("?kind=REFUND"), Is.EqualTo("-30000"));
        Assert.That(await Amounts($"?paymentId={Guid.Parse(first)}"), Is.EqualTo("-30000 100000"));
        Assert.That(await Amounts($"?from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}"), Is.EqualTo("-30000 100000"));
        Assert.That(await Amounts($"?from={day.AddDays(1):yyyy-MM-dd}"), Is.EqualTo("100000"));
        Assert.That(await Amounts($"?kind=PAYMENT&to={day:yyyy-MM-dd}&paymentId={Guid.Parse(second)}"), Is.Empty);

        var (amounts, cursor) = (new List<string>(), "");
        for (var part = 0; part < 3; part++)
        {
            var page = await List($"?limit=1{cursor}");
            amounts.Add(Amounts(page));
            cursor = $"&cursor={page.GetProperty("nextCursor").GetString()}";
        }

        Assert.That((string.Join(' ', amounts), cursor), Is.EqualTo(("100000 -30000 100000", "&cursor=")));
    }

    [TestCase("?from=2026-11-02&to=2026-11-01")]
    [TestCase("?to=9999-12-31")]
    [TestCase("?limit=0")]
    [TestCase("?cursor=nonsense")]
    public async Task What_makes_no_sense_is_refused(string query) =>
        await Problem(await App.As(await Admin()).GetAsync($"/api/admin/ledger/entries{query}"), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

    [TestCase("AAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("_____________________w")]
    public async Task A_cursor_of_another_list_does_no_harm(string cursor) => await List($"?cursor={cursor}");

    [Test]
    public async Task The_file_of_entries_opens_in_a_Korean_spreadsheet()
    {
        var day = Morning();
        var payment = await PaidFee("""김"민아", 대표""");
        await Refunded(payment, 30_000);

        using var response = await Csv("ledger/entries.csv", day);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");

        Assert.That(bytes[..3], Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
        Assert.That(response.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/csv; charset=utf-8"));
        Assert.That(response.Content.Headers.ContentDisposition, Has.Property("FileNameStar").EqualTo($"준비스튜디오_장부기록_{day:yyyy-MM-dd}_{day:yyyy-MM-dd}.csv").And.Property("DispositionType").EqualTo("attachment"));
        Assert.That(lines[0], Is.EqualTo("번호,일시(서울),구분,주문명,고객,이메일,결제수단,금액,통화,사유,결제 번호,거래 번호"));
        Assert.That(lines[1], Does.Contain($",{day:yyyy-MM-dd} 09:00:00,입금,준비스튜디오 분석 상담,\"김\"\"민아\"\", 대표\",").And.Contain(",100000,KRW,,"));
        Assert.That(lines[2], Does.Contain(",환불,").And.Contain(",-30000,KRW,관리자 환불,"));
        Assert.That(lines[3..], Is.EqualTo(new[] { "" }));
    }

    [TestCase("=HYPERLINK(\"https://evil.test\")", "\"'=HYPERLINK(\"\"https://evil.test\"\")\"")]
    [TestCase("+82 10", "'+82 10")]
    [TestCase("-1+1", "'-1+1")]
    [TestCase("@SUM(A1)", "'@SUM(A1)")]
    [TestCase("\t=1", "'\t=1")]
    [TestCase("\r=1", "\"'\r=1\"")]
    [TestCase("＝1", "'＝1")]
    [TestCase("김=1", "김=1")]
    public async Task A_customer_s_name_is_no_formula(string name, string cell)
    {
        var day = Morning();
        await PaidFee(name);

        using var response = await Csv("ledger/entries.csv", day);

        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain($",준비스튜디오 분석 상담,{cell},"));
    }

    [Test]
    public async Task The_file_of_days_says_the_same_as_the_report()
    {
        var day = Morning();
        await PaidFee();
        await Tampered(total: 1);

        using var response = await Csv("ledger.csv", day.AddDays(-1), day);

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo($"날짜,입금,환불,순액,누계,의심 건수,가수금\r\n{day.AddDays(-1):yyyy-MM-dd},0,0,0,0,0,0\r\n{day:yyyy-MM-dd},100000,0,100000,100000,1,1\r\n"));
        Assert.That(response.Content.Headers.ContentDisposition?.FileNameStar, Does.StartWith("준비스튜디오_장부_"));
    }

    [Test]
    public async Task The_file_has_no_length_since_it_comes_row_by_row()
    {
        Morning();
        var day = Joonbi.Domain.Seoul.Day(App.Clock.GetUtcNow());
        var payment = Guid.Parse(await Prepared(await Customer()));
        await App.Execute(
            """
            alter table ledger_entries disable trigger ledger_entries_agree;
            alter table payment_flags disable trigger payment_flags_agree;
            insert into payment_flags (id, payment_id, transaction_id, reason, moved, currency, at)
            select gen_random_uuid(), @payment, 'tx-' || number, 'AMOUNT', 1, 'KRW', @now from generate_series(1, 5000) as number;
            insert into ledger_entries (payment_id, kind, amount, currency, flag_id, at) select payment_id, 'FLAG', moved, currency, id, at from payment_flags;
            alter table ledger_entries enable trigger ledger_entries_agree;
            alter table payment_flags enable trigger payment_flags_agree
            """,
            new { payment, now = App.Clock.GetUtcNow() });

        using var response = await Csv("ledger/entries.csv", day, day, HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        var lines = 0;
        while (await reader.ReadLineAsync() is not null)
            lines++;

        Assert.That((response.Content.Headers.ContentLength, lines), Is.EqualTo(((long?)null, 5_001)));
    }

    private static async Task<HttpResponseMessage> Csv(string path, DateOnly from, DateOnly? to = null, HttpCompletionOption wait = HttpCompletionOption.ResponseContentRead)
    {
        var response = await App.As(await Admin()).GetAsync($"/api/admin/{path}?from={from:yyyy-MM-dd}&to={to ?? from:yyyy-MM-dd}", wait);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return response;
    }

    private static async Task<JsonElement> List(string query) => await Body(await App.As(await Admin()).GetAsync($"/api/admin/ledger/entries{query}"));

    private static async Task<string> Amounts(string query) => Amounts(await List(query));

    private static string Amounts(JsonElement page) => string.Join(' ', page.GetProperty("items").EnumerateArray().Select(entry => entry.GetProperty("amount").GetInt64()));
}
