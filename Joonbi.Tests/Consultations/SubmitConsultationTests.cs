using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Joonbi.Domain;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Consultations;

internal sealed class SubmitConsultationTests : ApiTest
{
    [Test]
    public async Task Answers_with_the_whole_consultation_and_its_place()
    {
        var response = await Submit(Draft.Analysis());

        var body = await Body(response, HttpStatusCode.Created);
        Assert.That(response.Headers.Location?.ToString(), Is.EqualTo($"/api/consultations/{body.GetProperty("id").GetGuid()}"));
        Assert.That(body.GetProperty("projectName").GetString(), Is.EqualTo("동네빵집"));
        Assert.That(body.GetProperty("desiredDate").GetString(), Is.EqualTo("2099-01-31"));
        Assert.That(body.GetProperty("createdAt").GetString(), Does.EndWith("Z"));
        Assert.That(body.GetProperty("features").EnumerateArray().Select(feature => feature.GetString()), Is.EqualTo(new[] { "예약", "게시판" }));
    }

    [Test]
    public async Task An_analysis_on_a_free_slot_is_requested_at_once()
    {
        var body = await Body(await Submit(Draft.Analysis()), HttpStatusCode.Created);

        Assert.That((Status(body), body.GetProperty("freeSlot").GetBoolean()), Is.EqualTo(("REQUESTED", true)));
        Assert.That(await Timeline(body), Is.EqualTo("SUBMITTED,QUEUED"));
    }

    [Test]
    public async Task An_analysis_without_a_reference_url_is_put_on_hold_and_takes_no_slot()
    {
        var body = await Body(await Submit(Draft.Analysis(("referenceUrls", Array.Empty<string>()))), HttpStatusCode.Created);

        Assert.That(Status(body), Is.EqualTo("ON_HOLD"));
        Assert.That(await App.Sql<int>("select taken from campaigns"), Is.Zero);
    }

    [Test]
    public async Task An_analysis_without_a_free_slot_awaits_the_fee_for_72_hours()
    {
        await App.Execute("update campaigns set taken = slots");

        var body = await Body(await Submit(Draft.Analysis()), HttpStatusCode.Created);

        Assert.That(Status(body), Is.EqualTo("AWAITING_PAYMENT"));
        Assert.That(body.GetProperty("payment").GetProperty("amount").GetInt64(), Is.EqualTo(100_000));
        Assert.That(body.GetProperty("payment").GetProperty("dueBy").GetDateTimeOffset(), Is.EqualTo(App.Clock.GetUtcNow().AddHours(72)).Within(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task A_simple_consultation_waits_for_its_answer_and_takes_no_slot()
    {
        var body = await Body(await Submit(Draft.Simple()), HttpStatusCode.Created);

        Assert.That((Status(body), body.GetProperty("freeSlot").GetBoolean()), Is.EqualTo(("REQUESTED", false)));
        Assert.That(await App.Sql<int>("select taken from campaigns"), Is.Zero);
    }

    [Test]
    public async Task A_budget_under_100000_won_is_rejected_at_once_with_a_korean_reason()
    {
        var body = await Body(await Submit(Draft.Analysis(("budgetMin", null), ("budgetMax", 99_999))), HttpStatusCode.Created);

        Assert.That((Status(body), body.GetProperty("rejection").GetProperty("code").GetString()), Is.EqualTo(("REJECTED", "BUDGET_TOO_LOW")));
        Assert.That(body.GetProperty("rejection").GetProperty("reason").GetString(), Does.Contain("100,000원"));
    }

    [Test]
    public async Task A_budget_of_exactly_100000_won_is_taken() =>
        Assert.That(Status(await Body(await Submit(Draft.Analysis(("budgetMin", null), ("budgetMax", 100_000))), HttpStatusCode.Created)), Is.EqualTo("REQUESTED"));

    [TestCase("projectName", "온라인 카지노", "FORBIDDEN_CONTENT")]
    [TestCase("description", "모바일 앱을 만들고 싶어요.", "OUT_OF_SCOPE")]
    public async Task Each_text_is_screened_and_a_rejection_takes_no_slot(string field, string text, string code)
    {
        var body = await Body(await Submit(Draft.Analysis((field, text))), HttpStatusCode.Created);

        Assert.That((Status(body), body.GetProperty("rejection").GetProperty("code").GetString()), Is.EqualTo(("REJECTED", code)));
        Assert.That(await App.Sql<int>("select taken from campaigns"), Is.Zero);
    }

    [Test]
    public async Task Wanted_features_are_screened_too() =>
        Assert.That(Status(await Body(await Submit(Draft.Analysis(("features", new[] { "예약", "화상 통화" }))), HttpStatusCode.Created)), Is.EqualTo("REJECTED"));

    [Test]
    public async Task Texts_are_trimmed()
    {
        var body = await Body(await Submit(Draft.Analysis(("projectName", "  동네빵집 "), ("features", new[] { " 예약 " }))), HttpStatusCode.Created);

        Assert.That((body.GetProperty("projectName").GetString(), body.GetProperty("features")[0].GetString()), Is.EqualTo(("동네빵집", "예약")));
    }

    [TestCase("projectName", "")]
    [TestCase("projectName", "   ")]
    [TestCase("projectName", "한\n줄")]
    [TestCase("projectName", "벨\u0007")]
    [TestCase("description", "")]
    [TestCase("description", "널\0문자")]
    [TestCase("budgetMin", -1)]
    [TestCase("budgetMin", 5_000_001)]
    [TestCase("budgetMax", -1)]
    [TestCase("budgetMax", "5000000")]
    [TestCase("budgetMax", 1.5)]
    [TestCase("desiredDate", "2026-11-22")]
    [TestCase("desiredDate", "어제")]
    [TestCase("kind", "FREE")]
    [TestCase("kind", null)]
    [TestCase("kind", 1)]
    public async Task Refuses_what_is_not_a_brief_and_names_the_field(string field, object? value)
    {
        var problem = await Problem(await Submit(Draft.Analysis((field, value))), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").TryGetProperty(field, out _), problem.ToString());
    }

    [TestCase("javascript:alert(1)")]
    [TestCase("ftp://example.com")]
    [TestCase("example.com")]
    [TestCase("//example.com")]
    [TestCase("https://")]
    [TestCase("https://user:password@example.com")]
    [TestCase("https://naver.com@evil.example")]
    [TestCase("https://exa mple.com")]
    [TestCase("https://example.com\\@evil.example")]
    [TestCase("https://example.com/\nhttps://evil.example")]
    [TestCase("")]
    [TestCase(null)]
    public async Task Refuses_what_is_not_a_web_address(string? url)
    {
        var problem = await Problem(await Submit(Draft.Analysis(("referenceUrls", new[] { "https://example.com", url }))), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").TryGetProperty("referenceUrls[1]", out _), problem.ToString());
    }

    [Test]
    public async Task Refuses_a_description_over_5000_characters()
    {
        await Problem(await Submit(Draft.Analysis(("description", new string('가', 5_001)))), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        await Body(await Submit(Draft.Analysis(("description", new string('가', 5_000)))), HttpStatusCode.Created);
    }

    [Test]
    public async Task Refuses_a_project_name_over_100_characters() =>
        await Problem(await Submit(Draft.Analysis(("projectName", new string('가', 101)))), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

    [Test]
    public async Task Refuses_more_than_10_reference_urls_and_longer_ones_than_2048()
    {
        await Problem(await Submit(Draft.Analysis(("referenceUrls", Enumerable.Repeat("https://example.com", 11)))), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
        await Problem(await Submit(Draft.Analysis(("referenceUrls", new[] { "https://example.com/" + new string('a', 2_030) }))), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
    }

    [Test]
    public async Task Refuses_more_than_50_features() =>
        await Problem(await Submit(Draft.Analysis(("features", Enumerable.Repeat("예약", 51)))), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

    [Test]
    public async Task Refuses_a_lone_surrogate()
    {
        var text = JsonSerializer.Serialize(Draft.Analysis()).Replace(JsonSerializer.Serialize("동네빵집"), "\"\\ud800\"", StringComparison.Ordinal);

        var response = await App.As(await Customer()).PostAsync("/api/consultations", new StringContent(text, Encoding.UTF8, "application/json"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), await response.Content.ReadAsStringAsync());
    }

    [Test]
    public async Task Refuses_an_unknown_member() =>
        await Problem(await Submit(Draft.Analysis(("status", "COMPLETED"))), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

    [Test]
    public async Task Today_in_seoul_is_not_past()
    {
        // At 18:00 in Seoul the day is the same; at 00:30 in Seoul it is still yesterday in UTC.
        await Body(await Submit(Draft.Analysis(("desiredDate", Seoul.Day(App.Clock.GetUtcNow())))), HttpStatusCode.Created);
    }

    [Test]
    public async Task Own_unused_files_become_attachments_in_their_order()
    {
        var customer = await Customer();
        var (first, second) = (await File(customer, "가.pdf"), await File(customer, "나.pdf"));

        var body = await Body(await Submit(Draft.Analysis(("attachmentIds", new[] { second, first })), customer), HttpStatusCode.Created);

        Assert.That(body.GetProperty("attachments").EnumerateArray().Select(file => file.GetProperty("fileId").GetGuid()), Is.EqualTo(new[] { second, first }));
    }

    [Test]
    public async Task Anothers_file_a_used_one_and_one_named_twice_are_refused()
    {
        var (customer, other) = (await Customer(), await Customer());
        var (used, foreign, own) = (await File(customer, "a.pdf"), await File(other, "b.pdf"), await File(customer, "c.pdf"));
        await Body(await Submit(Draft.Simple(("attachmentIds", new[] { used })), customer), HttpStatusCode.Created);

        foreach (var ids in new[] { new[] { own, foreign }, [used], [own, own] })
        {
            var problem = await Problem(await Submit(Draft.Simple(("attachmentIds", ids)), customer), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
            Assert.That(problem.GetProperty("errors").TryGetProperty("attachmentIds", out _));
        }

        Assert.That(await App.Sql<int>("select count(*)::int from consultations"), Is.EqualTo(1), "A refused submission leaves nothing behind.");
    }

    [Test]
    public async Task Nobody_submits_without_signing_in() =>
        Assert.That((await App.AsNobody().PostAsJsonAsync("/api/consultations", Draft.Simple())).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));

    private static async Task<HttpResponseMessage> Submit(object draft, TestUser? customer = null) =>
        await App.As(customer ?? await Customer()).PostAsJsonAsync("/api/consultations", draft);

    private static string Status(JsonElement body) => body.GetProperty("status").GetString()!;

    private static Task<string?> Timeline(JsonElement body) =>
        App.Sql<string>("select string_agg(kind, ',' order by seq) from consultation_events where consultation_id = @id", new { id = body.GetProperty("id").GetGuid() });

    private static async Task<Guid> File(TestUser owner, string name)
    {
        var id = App.Services.GetRequiredService<IRandomSource>().NextId();
        await App.Execute(
            """
            insert into files (id, owner_id, purpose, storage_key, file_name, content_type, size, sha256, created_at)
            values (@id, @owner, 'ATTACHMENT', @id::text, @name, 'application/pdf', 10, decode(repeat('00', 32), 'hex'), @now)
            """,
            new { id, owner = owner.Id, name, now = App.Clock.GetUtcNow() });
        return id;
    }
}
