using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Application;
using Joonbi.Application.Analyses;
using Joonbi.Application.Operators;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure.Outbox;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Analyses;

internal sealed class PostTriggerTests : ApiTest
{
    private TestUser customer = null!;
    private JoonbiApp inline = null!;

    [OneTimeSetUp]
    public async Task StartOneThatWritesInline() => inline = await TestRun.Replica(_ => new() { ["DISCORD_TRIGGER_STYLE"] = "inline" });

    [OneTimeTearDown]
    public ValueTask StopIt() => inline.DisposeAsync();

    [SetUp]
    public async Task SomeCustomer() => customer = await Customer();

    [Test]
    public async Task The_content_is_for_the_agent_and_carries_no_word_of_the_customer()
    {
        var id = await Submitted();

        await App.DeliverOutbox();

        Assert.That(Content(), Is.EqualTo(
            $"""
            [JOONBI_FULL_ANALYSIS]
            ID: {id}
            ---
            POST /api/internal/consultations/{id}/analysis/start
            POST /api/internal/consultations/{id}/analysis/progress
            POST /api/internal/consultations/{id}/analysis
            POST /api/internal/consultations/{id}/documents
            POST /api/internal/consultations/{id}/designs
            POST /api/internal/consultations/{id}/analysis/fail
            """));
        Assert.That(Post().GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task The_embed_shows_people_project_budget_addresses_and_description()
    {
        var id = await Submitted();

        await App.DeliverOutbox();

        var embed = Post().GetProperty("embeds")[0];
        Assert.That(embed.GetProperty("title").GetString(), Is.EqualTo("새 분석 상담"));
        Assert.That(embed.GetProperty("url").GetString(), Is.EqualTo($"https://joonbi.test/admin/consultations/{id}"));
        Assert.That(embed.TryGetProperty("description", out _), Is.False, "an agent may read the description of an embed");
        Assert.That(Fields(), Is.EqualTo(new[]
        {
            "프로젝트: 동네빵집", "예산: 300~500만원", "참고 URL: https://example.com/bakery?menu=1", "설명: 빵집 홈페이지를 만들고 싶어요.\n예약과 게시판이 필요합니다.",
        }));
    }

    [TestCase(null, null, "미정")]
    [TestCase(3_000_000, 5_000_000, "300~500만원")]
    [TestCase(null, 5_000_000, "500만원 이하")]
    [TestCase(3_000_000, null, "300만원 이상")]
    [TestCase(3_000_000, 3_000_000, "300만원")]
    [TestCase(12_000_000, 15_000_000, "1,200~1,500만원")]
    [TestCase(3_333_333, 5_000_000, "3,333,333~5,000,000원")]
    public async Task The_budget_reads_as_Koreans_say_it(int? min, int? max, string expected)
    {
        await Submitted(("budgetMin", min), ("budgetMax", max));

        await App.DeliverOutbox();

        Assert.That(Fields()[1], Is.EqualTo($"예산: {expected}"));
    }

    [Test]
    public async Task Only_the_first_500_characters_of_the_description_are_shown_and_no_emoji_is_halved()
    {
        await Submitted(("description", string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 272))));

        await App.DeliverOutbox();

        Assert.That(Fields()[3], Is.EqualTo("설명: " + string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 45))));
    }

    [TestCaseSource(typeof(HostileText), nameof(HostileText.All))]
    public async Task Hostile_text_changes_nothing_that_the_agent_reads(string text)
    {
        var id = await Submitted();
        await App.Execute("update consultations set project_name = left(@text, 100), description = @text", new { text });

        await App.DeliverOutbox();

        Assert.That(Content().Split('\n'), Has.Length.EqualTo(9).And.Exactly(1).StartsWith("ID: ").And.Exactly(1).EqualTo("[JOONBI_FULL_ANALYSIS]"));
        Assert.That(Content(), Does.Contain($"ID: {id}\n---\n"));
        Assert.That(string.Concat(Fields()), Does.Not.Match("[\u200B\u202A-\u202E\u2066-\u2069\uFEFF]"));
    }

    [Test]
    public async Task Writes_down_the_message_and_from_then_on_measures_the_agents_silence()
    {
        var id = await Submitted();

        await App.DeliverOutbox();

        var row = await App.Sql<(string Message, DateTimeOffset Triggered, DateTimeOffset Deadline)>(
            "select trigger_message_id, triggered_at, deadline_at from consultations where id = @id", new { id });
        Assert.That(long.Parse(row.Message), Is.GreaterThan(1_400_000_000_000_000_000));
        Assert.That((row.Triggered, row.Deadline), Is.EqualTo((App.Clock.GetUtcNow(), App.Clock.GetUtcNow().AddMinutes(10))));
        Assert.That(await Timeline(id), Is.EqualTo("SUBMITTED,QUEUED,TRIGGERED"));
    }

    [Test]
    public async Task A_trigger_that_nobody_followed_is_posted_again_and_says_so()
    {
        await Submitted();
        await App.DeliverOutbox();
        App.Clock.Advance(TimeSpan.FromMinutes(10));
        await App.RunWatchdog();

        await App.DeliverOutbox();

        Assert.That(App.Vendors.Discord.Select(call => call.Body.GetProperty("embeds")[0].GetProperty("title").GetString()), Is.EqualTo(new[] { "새 분석 상담", "분석 상담 – 트리거 재전송 1회" }));
    }

    [Test]
    public async Task A_trigger_that_was_recorded_is_not_posted_again_when_its_delivery_is_repeated()
    {
        await Submitted();
        await App.DeliverOutbox();
        var payload = JsonSerializer.Serialize(new { consultationId = await App.Sql<Guid>("select id from consultations"), attempt = 1, trigger = 1 });
        await App.Execute("update outbox set processed_at = null, payload = @payload::jsonb where handler = 'PostTrigger'", new { payload });

        await App.DeliverOutbox();

        Assert.That(App.Vendors.Discord, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_process_that_dies_between_post_and_record_posts_again_and_the_second_message_starts_nothing()
    {
        var id = await Submitted();
        var queue = App.Services.GetRequiredService<OutboxQueue>();
        Assert.That(await queue.Claim(Lane.Discord, default), Is.Not.Null);
        await App.Services.GetRequiredService<IOperatorChannel>().Post(TriggerPost.Of(new AnalysisQueued(id, 1, 1), Specimen.Brief(), new TriggerStyle(false)), default);

        App.Clock.Advance(OutboxQueue.Lease);
        await App.DeliverOutbox();

        Assert.That(App.Vendors.Discord.Select(call => call.Body.GetProperty("content").GetString()).Distinct(), Has.Exactly(1).Items);
        Assert.That(App.Vendors.Discord, Has.Count.EqualTo(2));
        using var first = await new Agent(App, id).Started("message 1");
        using var second = new Agent(App, id);
        await Problem(await second.Start("message 2"), HttpStatusCode.Conflict, "ANALYSIS_ALREADY_RUNNING");
    }

    [TestCase("update consultations set status = 'CANCELLED'", TestName = "No_trigger_for_a_cancelled_consultation")]
    [TestCase("update consultations set attempts = 1", TestName = "No_trigger_for_an_attempt_that_is_over")]
    [TestCase("update consultations set triggers = 2", TestName = "No_trigger_for_one_that_was_asked_for_anew")]
    [TestCase("update consultations set status = 'ANALYZING', attempts = 1, run_id = id, lease_until = now()", TestName = "No_trigger_for_one_that_has_begun")]
    public async Task Nothing_is_posted_when_the_consultation_has_moved_on(string moved)
    {
        await Submitted();
        await App.Execute(moved);

        await App.DeliverOutbox();

        Assert.That(App.Vendors.Discord, Is.Empty);
    }

    [Test]
    public async Task It_is_screened_again_and_a_brief_that_fails_by_now_is_refused_instead_of_posted()
    {
        var id = await Submitted();
        await App.Execute("update consultations set description = '온라인 카지노 사이트를 만들어 주세요.'");

        await App.DeliverOutbox();

        Assert.That(App.Vendors.Discord, Is.Empty);
        Assert.That(await Timeline(id), Is.EqualTo("SUBMITTED,QUEUED,REJECTED"));
        Assert.That(await App.Sql<int>("select taken from campaigns"), Is.Zero, "the free slot goes back");
    }

    [Test]
    public async Task What_an_admin_has_overruled_is_not_screened_again()
    {
        await Submitted();
        await App.Execute("update consultations set description = '온라인 카지노 사이트를 만들어 주세요.', screening_overruled = true");

        await App.DeliverOutbox();

        Assert.That(App.Vendors.Discord, Has.Count.EqualTo(1));
    }

    [TestCaseSource(typeof(HostileText), nameof(HostileText.All))]
    public void Inline_one_field_is_one_line_and_hostile_text_in_it_is_harmless(string text)
    {
        var id = Guid.Parse("01900000-0000-7000-8000-000000000001");
        var brief = Specimen.Brief("https://example.com/" + Uri.EscapeDataString(text)[..20], "https://discord.gg/joinme") with { ProjectName = text, Description = text };

        var content = TriggerPost.Of(new AnalysisQueued(id, 1, 1), brief, new TriggerStyle(Inline: true)).Content;

        var lines = content.Split('\n');
        Assert.That(lines.Select(line => line.Split(' ')[0]), Is.EqualTo(new[] { "[JOONBI_FULL_ANALYSIS]", "ID:", "PROJECT:", "BUDGET:", "URLS:", "DESC:", "---", "POST", "POST", "POST", "POST", "POST", "POST" }));
        Assert.That(content, Has.Length.LessThanOrEqualTo(2_000));
        Assert.That(content, Does.Not.Contain("@").And.Not.Contain("<").And.Not.Contain("discord.gg").IgnoreCase);
        Assert.That(string.Join('\n', lines[2..6]), Does.Not.Match(@"(?i)joonbi[\W_]*full|[\p{Cc}\p{Cf}\u2028\u2029\[\]-[\n]]"));
        Assert.That(content.EnumerateRunes(), Has.None.EqualTo(System.Text.Rune.ReplacementChar));
    }

    [Test]
    public void Inline_an_honest_text_stays_readable()
    {
        var brief = Specimen.Brief("https://example.com/a?b=c") with { Description = "빵집 홈페이지입니다.\n예약 + 게시판 ㅎㅎ 🥐", BudgetMax = 5_000_000 };

        var content = TriggerPost.Of(new AnalysisQueued(Guid.Empty, 1, 1), brief, new TriggerStyle(Inline: true)).Content;

        Assert.That(content, Does.Contain("PROJECT: 동네빵집\nBUDGET: 500만원 이하\nURLS: https://example.com/a?b=c\nDESC: 빵집 홈페이지입니다. 예약 + 게시판 ㅎㅎ 🥐\n---"));
    }

    [TestCaseSource(typeof(HostileText), nameof(HostileText.All))]
    public async Task Set_to_inline_the_whole_service_writes_one_harmless_line_for_each_field(string text)
    {
        inline.Vendors.Reset();
        using var client = inline.As(customer);
        var answer = await Body(await client.PostAsync("/api/consultations", JsonContent.Create(Draft.Analysis())), HttpStatusCode.Created);
        await App.Execute("update consultations set project_name = left(@text, 100), description = @text", new { text });

        await inline.DeliverOutbox();

        var post = inline.Vendors.Discord.Single().Body;
        var lines = post.GetProperty("content").GetString()!.Split('\n');
        Assert.That(lines.Select(line => line.Split(' ')[0]), Is.EqualTo(new[] { "[JOONBI_FULL_ANALYSIS]", "ID:", "PROJECT:", "BUDGET:", "URLS:", "DESC:", "---", "POST", "POST", "POST", "POST", "POST", "POST" }));
        Assert.That(lines[1..5], Has.Exactly(1).EqualTo($"ID: {answer.GetProperty("id").GetGuid()}").And.Exactly(1).EqualTo("BUDGET: 300~500만원").And.Exactly(1).EqualTo("URLS: https://example.com/bakery?menu=1"));
        Assert.That(string.Concat(lines), Does.Not.Contain("@").And.Not.Contain("discord.gg"));
        Assert.That(post.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength(), Is.Zero);
        Assert.That(post.GetProperty("embeds")[0].GetProperty("fields").GetArrayLength(), Is.EqualTo(4), "people still read the embed");
    }

    private async Task<Guid> Submitted(params (string Name, object? Value)[] but)
    {
        using var client = App.As(customer);
        var answer = await Body(await client.PostAsync("/api/consultations", JsonContent.Create(Draft.Analysis(but))), HttpStatusCode.Created);
        return answer.GetProperty("id").GetGuid();
    }

    private static JsonElement Post() => App.Vendors.Discord.Single().Body;

    private static string Content() => Post().GetProperty("content").GetString()!;

    private static IReadOnlyList<string> Fields() =>
        [.. Post().GetProperty("embeds")[0].GetProperty("fields").EnumerateArray().Select(field => $"{field.GetProperty("name").GetString()}: {field.GetProperty("value").GetString()}")];

    private static Task<string?> Timeline(Guid id) =>
        App.Sql<string>("select string_agg(kind, ',' order by seq) from consultation_events where consultation_id = @id", new { id });
}
