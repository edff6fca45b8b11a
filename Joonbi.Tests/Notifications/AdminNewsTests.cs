using Joonbi.Application;
using Joonbi.Application.Notifications;
using Joonbi.Application.Outbox;
using Joonbi.Domain.Consultations;

namespace Joonbi.Tests.Notifications;

/// <summary>Every message as the studio's people read it.</summary>
internal sealed class AdminNewsTests : NewsTest
{
    [Test]
    public async Task What_needs_a_person_is_told_by_every_way()
    {
        var one = await Admin();
        App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var two = await Admin("둘째 관리자");

        await Happened(new AttentionNeeded(ConsultationId, "동네빵집", "트리거를 여러 번 보냈지만 분석이 시작되지 않았습니다."));

        Assert.That(Mail().To.Split(','), Is.EquivalentTo(new[] { one.Email, two.Email }), "one letter to all");
        Assert.That((Mail().Subject, Mail().Text), Is.EqualTo(("[준비스튜디오] 확인이 필요합니다 – 동네빵집",
            $"""
            확인이 필요합니다 – 동네빵집

            트리거를 여러 번 보냈지만 분석이 시작되지 않았습니다.

            상담 열기: https://joonbi.test/admin/consultations/{ConsultationId}

            --
            준비스튜디오 https://joonbi.test
            """)));
        Assert.That(Post(), Is.EqualTo($"확인이 필요합니다 – 동네빵집 | 내용: 트리거를 여러 번 보냈지만 분석이 시작되지 않았습니다. | https://joonbi.test/admin/consultations/{ConsultationId}"));
        Assert.That((await Notification(one), await Notification(two)).Item1, Is.EqualTo(await Notification(two)).And.StartsWith("ATTENTION"));
        Assert.That(await Notification(Reader), Is.Null);
    }

    [Test]
    public async Task A_SIMPLE_consultation_that_waits_for_an_answer_is_told()
    {
        var admin = await Admin();

        await Happened(new AnswerAwaited(ConsultationId, "동네빵집"));

        Assert.That(Post(), Does.StartWith("새 간편 상담 – 동네빵집"));
        Assert.That(await Notification(admin), Does.StartWith("ATTENTION | 새 간편 상담 – 동네빵집"));
        Assert.That(App.Vendors.Mails, Is.Empty);
    }

    [Test]
    public async Task A_customers_message_is_told_and_an_admins_own_is_not()
    {
        var admin = await Admin();

        await Happened(new MessagePosted(ConsultationId, Reader.Id, "동네빵집", Guid.AllBitsSet, Actor.Admin, Answers: false));
        Assert.That((App.Vendors.Discord.Count, await Notification(admin)), Is.EqualTo((0, (string?)null)));

        await Happened(new MessagePosted(ConsultationId, Reader.Id, "동네빵집", Guid.AllBitsSet, Actor.Customer, Answers: false));
        Assert.That(Post(), Does.StartWith("고객 메시지 – 동네빵집"));
        Assert.That(await Notification(admin), Does.StartWith("ATTENTION | 고객 메시지 – 동네빵집"));
    }

    [TestCase(Lane.Discord, 0, 1)]
    [TestCase(Lane.Email, 1, 0)]
    [TestCase(Lane.Internal, 1, 1)]
    public async Task A_dead_letter_is_told_by_the_ways_that_are_not_broken(Lane dead, int posts, int mails)
    {
        var admin = await Admin();

        await Happened(new OutboxMessageDied(Guid.AllBitsSet, dead, "PostTrigger", "discord: 404 (code 10015)", First: true));

        Assert.That((App.Vendors.Discord.Count, App.Vendors.Mails.Count), Is.EqualTo((posts, mails)));
        Assert.That(await Notification(admin), Does.Contain("분석 요청 보내기: discord: 404 (code 10015) | /admin/outbox"));
    }

    [Test]
    public void Every_delivery_has_a_name_in_words() => Assert.That(
        from type in typeof(IEventHandler<>).Assembly.GetTypes()
        where type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IEventHandler<>)) && AdminNews.Errand(type.Name) == type.Name
        select type.Name,
        Is.Empty);

    [Test]
    public async Task An_outage_is_told_once_and_not_for_every_message_that_it_kills()
    {
        await Admin();

        await Happened(
            new OutboxMessageDied(Guid.AllBitsSet, Lane.Internal, "NotifyCustomer", "x", First: true),
            new OutboxMessageDied(Guid.Empty, Lane.Internal, "NotifyCustomer", "x", First: false));

        Assert.That((App.Vendors.Discord.Count, App.Vendors.Mails.Count, await App.Sql<int>("select count(*)::int from notifications")), Is.EqualTo((1, 1, 1)));
    }

    [Test]
    public async Task The_alarm_does_not_ring_for_its_own_death()
    {
        await Admin();
        App.Vendors.AnswerAll(400, new { code = 50035, message = "no" });

        await Happened(new OutboxMessageDied(Guid.AllBitsSet, Lane.Internal, "NotifyCustomer", "x", First: true));

        Assert.That(await App.Sql<string>("select string_agg(distinct event_type, ',') from outbox where failed_at is not null"), Is.EqualTo("OutboxMessageDied"));
        Assert.That(await App.Sql<int>("select count(*)::int from outbox where event_type = 'OutboxMessageDied'"), Is.EqualTo(3), "one for each way, and none for the two that died");
    }
}
