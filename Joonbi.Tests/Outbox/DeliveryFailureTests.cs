using Joonbi.Infrastructure.Outbox;
using Joonbi.Tests.Support;
using Microsoft.AspNetCore.Http;

namespace Joonbi.Tests.Outbox;

/// <summary>What becomes of a message whose vendor refuses, rests, breaks or hangs.</summary>
internal sealed class DeliveryFailureTests : OutboxTest
{
    [Test]
    public void The_back_off_doubles_up_to_an_hour_and_never_falls_on_the_same_moment()
    {
        Assert.That(Enumerable.Range(1, 10).Select(attempt => OutboxDelivery.BackOff(attempt, 1).TotalSeconds), Is.EqualTo(new double[] { 10, 20, 40, 80, 160, 320, 640, 1_280, 2_560, 3_600 }));
        Assert.That(OutboxDelivery.BackOff(3, 0.25), Is.EqualTo(TimeSpan.FromSeconds(10)));
    }

    [Test]
    public async Task After_ten_failed_attempts_it_is_a_dead_letter_and_an_admin_is_told()
    {
        var admin = await Admin();
        await Write(App, Posts(1));
        App.Vendors.Instead = async (context, call) => call.Path.StartsWith("/discord/", StringComparison.Ordinal) && await Status(context, 500);

        for (var attempt = 1; attempt <= 9; attempt++)
        {
            await App.DeliverOutbox();
            var row = await Row(App, "PostToOperators");
            Assert.That((row.Attempts, row.Dead, row.Error), Is.EqualTo((attempt, false, "discord: 500")));
            Assert.That(row.Wait, Is.InRange(0, OutboxDelivery.BackOff(attempt, 1).TotalSeconds));
            App.Clock.Advance(TimeSpan.FromHours(1));
        }

        await App.DeliverOutbox();
        Assert.That(await App.Sql<bool>("select failed_at is not null from outbox where handler = 'PostToOperators' and event_type = 'AnswerAwaited'"), Is.True);
        Assert.That(App.Vendors.Mails.Single().Body.GetProperty("to")[0].GetString(), Is.EqualTo(admin.Email));
        Assert.That(App.Vendors.Mails.Single().Body.GetProperty("text").GetString(), Does.Contain("운영 채널에 알리기: discord: 500"));

        App.Clock.Advance(TimeSpan.FromDays(1));
        App.Vendors.Instead = null;
        await App.DeliverOutbox();
        Assert.That(App.Vendors.Discord, Has.Count.EqualTo(10), "it is not tried again by itself");
    }

    [Test]
    public async Task Discord_answers_429_then_500_then_hangs_then_404_while_mails_go_on()
    {
        // Of its own, since the program uses a webhook that has answered 404 no more.
        await using var app = await TestRun.Replica();
        var (customer, admin) = (await Customer(), await Admin());
        var call = 0;
        app.Vendors.Instead = async (context, vendor) => vendor.Path.StartsWith("/discord/", StringComparison.Ordinal) && await (++call switch
        {
            1 => Status(context, 429, new { message = "You are being rate limited.", retry_after = 2.0, global = false }),
            2 => Status(context, 500),
            3 => Hang(app, context),
            _ => Status(context, 404, new { code = 10015, message = "Unknown Webhook" }),
        });
        await Write(app, Posts(1));

        await app.DeliverOutbox();
        Assert.That(await Row(app, "PostToOperators"), Is.EqualTo((0, 2d, false, "discord: 429")), "the vendor's wish, and no failed attempt");

        await Write(app, Mails(customer, 1));
        await app.DeliverOutbox();
        Assert.That((app.Vendors.Discord.Count, app.Vendors.Mails.Count), Is.EqualTo((1, 1)), "the lane rests; mails go on");

        app.Clock.Advance(TimeSpan.FromSeconds(2));
        await app.DeliverOutbox();
        var broken = await Row(app, "PostToOperators");
        Assert.That((broken.Attempts, broken.Error), Is.EqualTo((1, "discord: 500")));

        app.Clock.Advance(TimeSpan.FromSeconds(10));
        await Write(app, Mails(customer, 1));
        await app.DeliverOutbox();
        var hung = await Row(app, "PostToOperators");
        Assert.That((hung.Attempts, hung.Error, app.Vendors.Mails.Count), Is.EqualTo((2, "discord: time-out", 2)));

        app.Clock.Advance(TimeSpan.FromSeconds(20));
        await app.DeliverOutbox();
        Assert.That(await App.Sql<string>("select concat_ws(' ', attempts, failed_at is not null, last_error) from outbox where event_type = 'AnswerAwaited' and lane = 'DISCORD'"), Is.EqualTo("3 t discord: 404 (code 10015)"));
        Assert.That(app.Vendors.Discord, Has.Count.EqualTo(4));
        Assert.That(app.Vendors.Mails[^1].Body.GetProperty("to")[0].GetString(), Is.EqualTo(admin.Email));
        Assert.That(app.Vendors.Mails[^1].Body.GetProperty("subject").GetString(), Is.EqualTo("[준비스튜디오] Discord 전달에 실패했습니다"));
    }

    private static async Task<bool> Hang(JoonbiApp app, HttpContext context)
    {
        app.Clock.Advance(TimeSpan.FromSeconds(11));
        await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return true;
    }

    private static async Task<bool> Status(HttpContext context, int status, object? body = null)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(body ?? new { });
        return true;
    }
}
