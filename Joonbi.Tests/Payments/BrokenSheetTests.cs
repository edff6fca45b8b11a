namespace Joonbi.Tests.Payments;

/// <summary>A file of entries that is larger than any buffer, and breaks off: whoever reads it must not take it for the whole.</summary>
internal sealed class BrokenSheetTests : PaymentTest
{
    private const string Busy = "from pg_stat_activity where datname = current_database() and usename = 'joonbi_app' and state = 'active' and query like '%ledger_entries%'";

    [SetUp]
    public async Task TwentyMegabytesOfEntries()
    {
        var payment = Guid.Parse(await Prepared(await Customer()));
        await App.Execute(
            """
            alter table ledger_entries disable trigger ledger_entries_agree;
            alter table payment_flags disable trigger payment_flags_agree;
            insert into payment_flags (id, payment_id, transaction_id, reason, moved, currency, at)
            select gen_random_uuid(), @payment, number || repeat('x', 4000), 'AMOUNT', 1, 'KRW', @now from generate_series(1, 5000) as number;
            insert into ledger_entries (payment_id, kind, amount, currency, flag_id, at) select payment_id, 'FLAG', moved, currency, id, at from payment_flags;
            alter table ledger_entries enable trigger ledger_entries_agree;
            alter table payment_flags enable trigger payment_flags_agree
            """,
            new { payment, now = App.Clock.GetUtcNow() });
    }

    [Test]
    public async Task Broken_off_by_the_database_it_breaks_off_for_its_reader_too()
    {
        using var response = await Begun();
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        Assert.That(await reader.ReadLineAsync(), Does.Contain("번호,일시(서울)"));

        Assert.That(await App.Sql<bool>($"select bool_and(pg_terminate_backend(pid)) {Busy}"), Is.True);

        Assert.That(async () => await reader.ReadToEndAsync(), Throws.InstanceOf<Exception>(), "no clean end of what is not the whole");
    }

    [Test]
    public async Task Left_by_its_reader_it_is_read_no_further()
    {
        using (var response = await Begun())
            Assert.That(await App.Sql<int>($"select count(*)::int {Busy}"), Is.EqualTo(1));

        Assert.That(async () => await App.Sql<int>($"select count(*)::int {Busy}"), Is.Zero.After(5_000, 50));
    }

    /// <summary>The answer has begun, and the database cannot get rid of the rest.</summary>
    private static async Task<HttpResponseMessage> Begun()
    {
        var day = Joonbi.Domain.Seoul.Day(App.Clock.GetUtcNow());
        var response = await App.As(await Admin()).GetAsync($"/api/admin/ledger/entries.csv?from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}", HttpCompletionOption.ResponseHeadersRead);
        Assert.That(response.IsSuccessStatusCode);
        return response;
    }
}
