using System.Net;
using System.Net.Http.Json;
using Joonbi.Domain.Consultations;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Notifications;

internal sealed class NotificationPreferencesTests : NewsTest
{
    [Test]
    public async Task Everything_is_mailed_until_somebody_says_otherwise()
    {
        Assert.That(await Preferences(Reader), Is.EqualTo("CONSULTATION_RESULT+, PAYMENT_REQUEST+!, DOCUMENT_UPLOADED+, MESSAGE_RECEIVED+"));
        Assert.That(await Preferences(await Admin()), Does.EndWith("MESSAGE_RECEIVED+, ATTENTION+"));
    }

    [Test]
    public async Task A_kind_that_is_switched_off_is_shown_in_the_app_only()
    {
        await Put(Reader, new { preferences = new[] { new { kind = "CONSULTATION_RESULT", email = false } } });
        await Happened(new ConsultationPutOnHold(ConsultationId, Reader.Id, "동네빵집"), new PaymentAwaited(ConsultationId, Reader.Id, "동네빵집", App.Clock.GetUtcNow()));

        Assert.That(Mail().Subject, Does.Contain("분석비 결제를 부탁드립니다"));
        Assert.That(await App.Sql<int>("select count(*)::int from notifications"), Is.EqualTo(2));
        Assert.That(await Preferences(Reader), Does.StartWith("CONSULTATION_RESULT-, "));
    }

    [Test]
    public async Task What_is_about_money_cannot_be_switched_off()
    {
        using var client = App.As(Reader);

        await Problem(await client.PutAsJsonAsync("/api/notifications/preferences", new { preferences = new[] { new { kind = "PAYMENT_REQUEST", email = false } } }), HttpStatusCode.UnprocessableEntity, "NOTIFICATION_REQUIRED");
        await Put(Reader, new { preferences = new[] { new { kind = "PAYMENT_REQUEST", email = true } } });
    }

    [Test]
    public async Task Every_change_replaces_all_wishes_even_when_two_come_at_once()
    {
        await Put(Reader, new { preferences = new[] { new { kind = "CONSULTATION_RESULT", email = false } } });

        await Task.WhenAll(Enumerable.Range(1, 8).Select(_ => Put(Reader, new { preferences = new[] { new { kind = "MESSAGE_RECEIVED", email = false } } })));

        Assert.That(await Preferences(Reader), Is.EqualTo("CONSULTATION_RESULT+, PAYMENT_REQUEST+!, DOCUMENT_UPLOADED+, MESSAGE_RECEIVED-"));
    }

    [Test]
    public async Task Who_has_seen_an_older_version_changes_nothing()
    {
        using var client = App.As(Reader);
        var seen = (await client.GetAsync("/api/notifications/preferences")).Headers.ETag!.Tag;
        await Put(Reader, new { preferences = new[] { new { kind = "CONSULTATION_RESULT", email = false } } });

        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/notifications/preferences") { Content = JsonContent.Create(new { preferences = Array.Empty<object>() }) };
        request.Headers.TryAddWithoutValidation("If-Match", seen);
        await Problem(await client.SendAsync(request), HttpStatusCode.PreconditionFailed, "VERSION_STALE");

        Assert.That(await Preferences(Reader), Does.StartWith("CONSULTATION_RESULT-"));
    }

    [Test]
    public async Task A_kind_named_twice_is_refused()
    {
        using var client = App.As(Reader);

        await Problem(await client.PutAsJsonAsync("/api/notifications/preferences", new { preferences = new[] { new { kind = "MESSAGE_RECEIVED", email = false }, new { kind = "MESSAGE_RECEIVED", email = true } } }), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
    }

    [Test]
    public async Task An_admin_who_switched_alerts_off_is_left_out_of_the_letter()
    {
        var (one, two) = (await Admin(), await Admin("둘째 관리자"));
        await Put(one, new { preferences = new[] { new { kind = "ATTENTION", email = false } } });

        await Happened(new AttentionNeeded(ConsultationId, "동네빵집", "확인해 주세요."));

        Assert.That(Mail().To, Is.EqualTo(two.Email));
        Assert.That(await Notification(one), Is.Not.Null);
    }

    private static async Task Put(TestUser user, object wishes)
    {
        using var client = App.As(user);
        await Body(await client.PutAsJsonAsync("/api/notifications/preferences", wishes));
    }

    /// <summary>Kinds with + when mailed, - when not, ! when they cannot be switched off.</summary>
    private static async Task<string> Preferences(TestUser user)
    {
        using var client = App.As(user);
        var answer = await Body(await client.GetAsync("/api/notifications/preferences"));
        return string.Join(", ", answer.GetProperty("preferences").EnumerateArray().Select(line =>
            Text(line, "kind") + (line.GetProperty("email").GetBoolean() ? "+" : "-") + (line.GetProperty("required").GetBoolean() ? "!" : "")));
    }
}
