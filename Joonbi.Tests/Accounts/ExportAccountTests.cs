using Joonbi.Tests.Ownership;

namespace Joonbi.Tests.Accounts;

internal sealed class ExportAccountTests : AccountTest
{
    [Test]
    public async Task Holds_everything_of_the_person_and_nothing_of_others()
    {
        var user = await Registered();
        var things = await Belongings.Of(App, user);
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
        Assert.That(export.GetProperty("payments").EnumerateArray().Single().GetProperty("amount").GetInt64(), Is.GreaterThan(0));
        Assert.That(export.GetProperty("notifications")[0].GetProperty("title").GetString(), Is.EqualTo("남의 알림"));
        Assert.That(export.ToString(), Does.Not.Contain(other.ToString()).And.Not.Contain("password"));
    }
}
