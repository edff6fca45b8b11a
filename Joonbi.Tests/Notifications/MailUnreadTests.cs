using Joonbi.Domain;
using Joonbi.Domain.Consultations;

namespace Joonbi.Tests.Notifications;

/// <summary>What is mailed only when it was not read in the app meanwhile.</summary>
internal sealed class MailUnreadTests : NewsTest
{
    [Test]
    public async Task A_message_is_mailed_when_it_was_not_read_for_ten_minutes()
    {
        await Happened(Message());
        Assert.That(await Notification(Reader), Is.EqualTo($"MESSAGE_RECEIVED | ‘동네빵집’ 새 메시지가 도착했습니다 | 담당자가 상담에 메시지를 남겼습니다. | /consultations/{ConsultationId}"));

        await Pass(TimeSpan.FromSeconds(599));
        Assert.That(App.Vendors.Mails, Is.Empty);

        await Pass(TimeSpan.FromSeconds(1));
        Assert.That(Mail().Subject, Is.EqualTo("[준비스튜디오] ‘동네빵집’ 새 메시지가 도착했습니다"));
    }

    [Test]
    public async Task A_message_that_was_read_is_not_mailed()
    {
        await Happened(Message());
        using var client = App.As(Reader);
        await client.PatchAsync("/api/notifications/read-all", null);

        await Pass(TimeSpan.FromMinutes(10));

        Assert.That(App.Vendors.Mails, Is.Empty);
    }

    [Test]
    public async Task Who_answers_has_read()
    {
        await Happened(Message());
        App.Clock.Advance(TimeSpan.FromMinutes(1));
        await Happened(Message(Actor.Customer));

        await Pass(TimeSpan.FromMinutes(10));

        Assert.That(App.Vendors.Mails, Is.Empty);
        Assert.That(await App.Sql<int>("select count(*)::int from notifications where read_at is null"), Is.Zero);
    }

    [Test]
    public async Task Several_messages_are_one_mail_and_later_ones_are_another()
    {
        await Happened(Message());
        App.Clock.Advance(TimeSpan.FromMinutes(9));
        await Happened(Message());
        await Pass(TimeSpan.FromMinutes(1));
        Assert.That(App.Vendors.Mails, Has.Count.EqualTo(1));

        App.Clock.Advance(TimeSpan.FromMinutes(8));
        await Happened(Message());
        await Pass(TimeSpan.FromMinutes(9));
        Assert.That(App.Vendors.Mails, Has.Count.EqualTo(1), "the second was told by the first mail");

        await Pass(TimeSpan.FromMinutes(1));
        Assert.That(App.Vendors.Mails, Has.Count.EqualTo(2), "the third is told by its own");
    }

    [Test]
    public async Task The_answer_of_a_SIMPLE_consultation_is_told_as_its_result_and_not_twice()
    {
        await Happened(Message(answers: true));

        await Pass(TimeSpan.FromMinutes(10));

        Assert.That((App.Vendors.Mails.Count, await Notification(Reader)), Is.EqualTo((0, (string?)null)));
    }

    [Test]
    public async Task Documents_and_designs_after_completion_are_one_mail()
    {
        await Happened(
            new DocumentDelivered(ConsultationId, Reader.Id, "동네빵집", DocumentType.Quotation, 2, Guid.Empty, AfterCompletion: true),
            new DocumentDelivered(ConsultationId, Reader.Id, "동네빵집", DocumentType.Plan, 3, Guid.Empty, AfterCompletion: true),
            new DesignsDelivered(ConsultationId, Reader.Id, "동네빵집", 2, AfterCompletion: true));
        Assert.That(await App.Sql<int>("select count(*)::int from notifications where kind = 'DOCUMENT_UPLOADED'"), Is.EqualTo(3));

        await Pass(TimeSpan.FromMinutes(1));

        Assert.That(Mail().Subject, Is.EqualTo("[준비스튜디오] ‘동네빵집’ 새 자료가 도착했습니다"));
        foreach (var line in new[] { "견적서 2판이 올라왔습니다.", "샘플기획서 3판이 올라왔습니다.", "샘플 화면 2판이 올라왔습니다." })
            Assert.That(Mail().Text, Does.Contain(line));
    }

    [Test]
    public async Task What_comes_before_completion_is_told_with_the_result()
    {
        await Happened(
            new DocumentDelivered(ConsultationId, Reader.Id, "동네빵집", DocumentType.Quotation, 1, Guid.Empty, AfterCompletion: false),
            new DesignsDelivered(ConsultationId, Reader.Id, "동네빵집", 1, AfterCompletion: false));

        await Pass(TimeSpan.FromHours(1));

        Assert.That((App.Vendors.Mails.Count, await Notification(Reader)), Is.EqualTo((0, (string?)null)));
    }

    private IDomainEvent Message(Actor by = Actor.Admin, bool answers = false) =>
        new MessagePosted(ConsultationId, Reader.Id, "동네빵집", Guid.AllBitsSet, by, answers);

    private static Task Pass(TimeSpan time)
    {
        App.Clock.Advance(time);
        return App.DeliverOutbox();
    }
}
