using Joonbi.Tests.Ownership;

namespace Joonbi.Tests.Accounts;

internal sealed class ExportAccountTests : AccountTest
{
    [Test]
    public async Task Holds_everything_of_the_person_and_nothing_of_others()
    {
        var user = await Registered();
        var things = await Belongings.Of(App, user);
        await App.Execute(
            "insert into payments (id, user_id, purpose, subject_id, order_name, amount, status, created_at, updated_at) values (gen_random_uuid(), @Id, 'CONSULTATION', @Consultation, '분석 상담', 100000, 'PENDING', @now, @now)",
            new { user.Id, things.Consultation, now = App.Clock.GetUtcNow() });
        var other = await Requested(await Customer("다른 사람"));

        var response = await With(await Login()).GetAsync("/api/users/me/export");

        var export = await Body(response);
        var consultation = export.GetProperty("consultations").EnumerateArray().Single();
        Assert.That(response.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
        Assert.That(export.GetProperty("profile").GetProperty("email").GetString(), Is.EqualTo(Email));
        Assert.That(export.GetProperty("sessions").GetArrayLength(), Is.EqualTo(2));
        Assert.That(consultation.GetProperty("id").GetGuid(), Is.EqualTo(things.Consultation));
        Assert.That(consultation.GetProperty("messages")[0].GetProperty("body").GetString(), Is.EqualTo("남의 말"));
        Assert.That(consultation.GetProperty("documents")[0].GetProperty("fileName").GetString(), Is.EqualTo("견적서.pdf"));
        Assert.That(consultation.GetProperty("attachments")[0].GetProperty("fileName").GetString(), Is.EqualTo("로고.png"));
        Assert.That(export.GetProperty("payments")[0].GetProperty("amount").GetInt64(), Is.EqualTo(100_000));
        Assert.That(export.GetProperty("notifications")[0].GetProperty("title").GetString(), Is.EqualTo("남의 알림"));
        Assert.That(export.ToString(), Does.Not.Contain(other.ToString()).And.Not.Contain("password"));
    }
}
