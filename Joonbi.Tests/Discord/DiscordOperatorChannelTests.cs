using System.Globalization;
using Joonbi.Application;
using Joonbi.Application.Operators;
using Joonbi.Infrastructure;
using Joonbi.Infrastructure.Discord;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Discord;

internal sealed class DiscordOperatorChannelTests : VendorTrouble
{
    private static readonly ChannelPost SomePost = new("[JOONBI_FULL_ANALYSIS]", "새 분석 상담", [new("프로젝트", "동네빵집")], "/consultations/1");

    [Test]
    public async Task Waits_for_the_message_and_returns_its_id()
    {
        var id = await Post(SomePost);

        var call = App.Vendors.Discord.Single();
        Assert.That((call.Method, call.Path, call.Query), Is.EqualTo(("POST", "/discord/api/webhooks/1/token", "?wait=true")));
        Assert.That(long.Parse(id, CultureInfo.InvariantCulture), Is.GreaterThan(1_400_000_000_000_000_000));
        Assert.That(call.Headers["User-Agent"], Does.Match(@"^DiscordBot \(https://joonbi\.co\.kr, \d+\.\d+\.\d+\)$"));
        Assert.That(call.Headers["Content-Type"], Does.StartWith("application/json"));
        Assert.That(call.Headers, Does.Not.ContainKey("traceparent"));
    }

    [Test]
    public async Task Nobody_is_pinged_whatever_the_text_says()
    {
        await Post(SomePost with { Content = "@everyone <@123>" });

        Assert.That(App.Vendors.Discord.Single().Body.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task The_embed_has_title_link_and_fields()
    {
        await Post(SomePost);

        var embed = App.Vendors.Discord.Single().Body.GetProperty("embeds")[0];
        Assert.That((embed.GetProperty("title").GetString(), embed.GetProperty("url").GetString()), Is.EqualTo(("새 분석 상담", "https://joonbi.test/consultations/1")));
        Assert.That(embed.GetProperty("fields")[0].GetProperty("value").GetString(), Is.EqualTo("동네빵집"));
    }

    [Test]
    public async Task The_whole_post_has_the_shape_that_the_vendor_documents()
    {
        await Post(SomePost);

        Assert.That(
            App.Vendors.Discord.Single().Body.GetRawText(),
            Is.EqualTo("""{"content":"[JOONBI_FULL_ANALYSIS]","embeds":[{"title":"새 분석 상담","url":"https://joonbi.test/consultations/1","fields":[{"name":"프로젝트","value":"동네빵집"}]}],"allowed_mentions":{"parse":[]}}"""));
    }

    [Test]
    public async Task A_post_without_content_has_none_so_that_the_agent_passes_over_it()
    {
        await Post(SomePost with { Content = "" });

        Assert.That(App.Vendors.Discord.Single().Body.TryGetProperty("content", out _), Is.False);
    }

    [TestCase("https://discord.test/api/webhooks/1/t?thread_id=5", "?thread_id=5&wait=true")]
    [TestCase("https://discord.test/api/webhooks/1/t?wait=false&thread_id=5", "?thread_id=5&wait=true")]
    [TestCase("https://discord.test/api/webhooks/1/t", "?wait=true")]
    public void The_address_keeps_its_thread(string address, string query)
    {
        var settings = App.Services.GetRequiredService<InfrastructureSettings>() with { DiscordWebhookUrl = new Uri(address) };

        Assert.That(new DiscordWebhook(settings).Address.Query, Is.EqualTo(query));
    }

    [Test]
    public void Every_limit_is_kept_without_halving_a_character()
    {
        var family = string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 600));
        var message = DiscordMessage.Of(
            new ChannelPost(family, family, [.. Enumerable.Range(0, 30).Select(_ => new ChannelField(family, "가" + family))], null), new Uri("https://joonbi.test"));

        var embed = message.Embeds!.Single();
        Assert.That(message.Content!, Has.Length.LessThanOrEqualTo(2_000).And.Length.EqualTo(2_000 / 11 * 11));
        Assert.That(embed.Title, Has.Length.LessThanOrEqualTo(256));
        Assert.That(embed.Fields, Has.Count.LessThanOrEqualTo(25));
        Assert.That(embed.Fields.Select(field => field.Name.Length), Has.All.LessThanOrEqualTo(256));
        Assert.That(embed.Fields.Select(field => field.Value.Length), Has.All.InRange(1, 1_024));
        Assert.That(embed.Title.Length + embed.Fields.Sum(field => field.Name.Length + field.Value.Length), Is.LessThanOrEqualTo(6_000));
        Assert.That(embed.Fields.Select(field => (field.Value.Length - 1) % 11), Has.All.Zero);
    }

    [Test]
    public void An_empty_value_is_shown_as_a_dash_and_a_stranger_cannot_label_a_link()
    {
        var message = DiscordMessage.Of(new ChannelPost("", "제목", [new("a", "  "), new("b", "[관리자 로그인](https://evil.test)")], null), new Uri("https://joonbi.test"));

        Assert.That(message.Embeds!.Single().Fields.Select(field => field.Value), Is.EqualTo(new[] { "-", "[관리자 로그인] (https://evil.test)" }));
    }

    [TestCase("2", 2)]
    [TestCase("0.65", 0.65)]
    [TestCase("99999999", 3_600)]
    public void A_429_is_a_rest_of_so_many_seconds(string body, double seconds)
    {
        App.Vendors.AnswerAll(429, new { message = "You are being rate limited.", retry_after = double.Parse(body, CultureInfo.InvariantCulture), global = false }, ("Retry-After", "77"));

        Assert.That(Refused(() => Post(SomePost)).RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public void A_429_without_a_readable_body_goes_by_its_header()
    {
        App.Vendors.AnswerAll(429, "error code: 1015", ("Retry-After", "77"));

        Assert.That(Refused(() => Post(SomePost)).RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(77)));
    }

    [TestCase(400, 50035, true)]
    [TestCase(401, 50027, true)]
    [TestCase(403, 50013, true)]
    [TestCase(500, 0, false)]
    [TestCase(502, 0, false)]
    public void A_refusal_is_final_and_an_outage_is_not(int status, int code, bool final)
    {
        App.Vendors.AnswerAll(status, new { code, message = "no" });

        var refused = Refused(() => Post(SomePost));

        Assert.That((refused.Final, refused.RetryAfter), Is.EqualTo((final, (TimeSpan?)null)));
        Assert.That(refused.Message, Does.Contain($"{status}").And.Not.Contain("token").And.Not.Contain("http"));
    }

    [Test]
    public void A_hanging_call_ends_by_the_time_out_and_may_be_tried_again()
    {
        VendorsHangFor(TimeSpan.FromSeconds(11));

        var refused = Refused(() => Post(SomePost));

        Assert.That((refused.Final, refused.RetryAfter, refused.Message), Is.EqualTo((false, (TimeSpan?)null, "discord: time-out")));
    }

    [Test]
    public void An_answer_that_is_no_message_is_tried_again()
    {
        App.Vendors.AnswerAll(200, "<html>login to the wifi</html>");

        Assert.That(Refused(() => Post(SomePost)).Final, Is.False);
    }

    [Test]
    public async Task After_a_404_the_webhook_is_never_used_again()
    {
        await using var app = await TestRun.Replica();
        app.Vendors.AnswerAll(404, new { code = 10015, message = "Unknown Webhook" });

        for (var attempt = 1; attempt <= 3; attempt++)
            Assert.That(Refused(() => app.Services.GetRequiredService<IOperatorChannel>().Post(SomePost, default)).Final, Is.True);

        Assert.That(app.Vendors.Discord, Has.Count.EqualTo(1));
    }

    [Test]
    public void While_the_circuit_is_open_the_lane_rests_and_the_vendor_is_left_alone()
    {
        App.Vendors.AnswerAll(503, new { });
        DeliveryException refused;
        do
            refused = Refused(() => Post(SomePost));
        while (refused.RetryAfter is null && App.Vendors.Discord.Count < 100);

        var calls = App.Vendors.Discord.Count;
        Assert.That(Refused(() => Post(SomePost)).RetryAfter, Is.GreaterThan(TimeSpan.Zero));
        Assert.That(App.Vendors.Discord, Has.Count.EqualTo(calls).And.Count.LessThan(100));
    }

    private static Task<string> Post(ChannelPost post) => App.Services.GetRequiredService<IOperatorChannel>().Post(post, default);
}
