using System.Text.Json;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure;
using Joonbi.Tests.Analyses;
using Joonbi.Tests.Consultations;

namespace Joonbi.Tests.Notifications;

/// <summary>Every message as its customer reads it.</summary>
internal sealed class CustomerNewsTests : NewsTest
{
    [Test]
    public async Task A_finished_analysis_is_told_with_its_figures()
    {
        await Found();

        await Happened(new ConsultationCompleted(ConsultationId, Reader.Id, ConsultationKind.Analysis, "동네빵집"));

        Assert.That(Mail(), Is.EqualTo((Reader.Email, "[준비스튜디오] ‘동네빵집’ 분석이 완료되었습니다",
            $"""
            ‘동네빵집’ 분석이 완료되었습니다

            김민아님, 안녕하세요.
            판정은 ‘진행 가능’이고, 예상 견적은 300~500만원, 예상 기간은 약 30일입니다.

            업무분석서, 요구사항명세서, 샘플기획서, 견적서를 PDF로 준비해 두었습니다. 샘플 화면도 함께 보실 수 있습니다.

            천천히 살펴보시고 궁금한 점은 상담 화면에 남겨 주세요.

            결과 보기: https://joonbi.test/consultations/{ConsultationId}

            --
            준비스튜디오 https://joonbi.test
            """)));
        Assert.That(await Notification(Reader), Is.EqualTo(
            $"CONSULTATION_RESULT | ‘동네빵집’ 분석이 완료되었습니다 | 판정은 ‘진행 가능’이고, 예상 견적은 300~500만원, 예상 기간은 약 30일입니다. | /consultations/{ConsultationId}"));
        Assert.That(Post(), Is.EqualTo($"분석 완료 – 동네빵집 | 판정: 진행 가능 | 예상 견적: 300~500만원 | 예상 기간: 약 30일 | https://joonbi.test/admin/consultations/{ConsultationId}"));
        Assert.That(App.Vendors.Discord.Single().Body.TryGetProperty("content", out _), Is.False, "the agent must not take it for a trigger");
    }

    [Test]
    public async Task An_answered_SIMPLE_consultation_is_told()
    {
        await Happened(new ConsultationCompleted(ConsultationId, Reader.Id, ConsultationKind.Simple, "동네빵집"));

        Assert.That(Mail().Text, Does.Contain("담당자가 상담에 답변을 남겼습니다.").And.Contain("답변 보기: https://joonbi.test/consultations/"));
        Assert.That(await Notification(Reader), Does.StartWith("CONSULTATION_RESULT | ‘동네빵집’ 상담에 답변드렸습니다"));
        Assert.That(App.Vendors.Discord, Is.Empty);
    }

    [TestCase("BUDGET_TOO_LOW", Actor.System)]
    [TestCase("INFEASIBLE", Actor.Clawdbot)]
    [TestCase("BY_ADMIN", Actor.Admin)]
    public async Task A_rejection_is_told_with_its_reason_whoever_rejected(string code, Actor by)
    {
        await Happened(new ConsultationRejected(ConsultationId, Reader.Id, "동네빵집", code, "예산은 100,000원 이상이어야 합니다.", by));

        Assert.That(Mail().Subject, Is.EqualTo("[준비스튜디오] ‘동네빵집’ 상담을 진행하기 어렵습니다"));
        Assert.That(Mail().Text, Does.Contain("사유: 예산은 100,000원 이상이어야 합니다.").And.Contain("전액 환불"));
        Assert.That(await Notification(Reader), Does.Contain("사유: 예산은 100,000원 이상이어야 합니다."));
    }

    [Test]
    public async Task A_failed_analysis_is_told_to_the_customer_and_once_to_every_admin()
    {
        var admin = await Admin();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            using var agent = await new Agent(App, ConsultationId).Started();
            await agent.Fail("모델 오류");
        }

        await App.DeliverOutbox();

        Assert.That(await Notification(Reader), Does.Contain("분석을 마치지 못했습니다").And.Not.Contain("모델 오류"));
        Assert.That(await Notification(admin), Is.EqualTo($"ATTENTION | 확인이 필요합니다 – 동네빵집 | 분석이 모두 실패했습니다. 관리자 화면에서 다시 시도할 수 있습니다. | /admin/consultations/{ConsultationId}"));
        Assert.That(App.Vendors.Mails.Select(mail => mail.Body.GetProperty("to")[0].GetString()), Is.EquivalentTo(new[] { Reader.Email, admin.Email }));
        Assert.That(Post(), Does.StartWith("확인이 필요합니다 – 동네빵집 | 내용: 분석이 모두 실패했습니다."));
    }

    [Test]
    public async Task A_missing_reference_address_is_asked_for()
    {
        await Happened(new ConsultationPutOnHold(ConsultationId, Reader.Id, "동네빵집"));

        Assert.That(Mail().Subject, Is.EqualTo("[준비스튜디오] ‘동네빵집’ 참고 사이트 주소를 알려 주세요"));
        Assert.That(Mail().Text, Does.Contain("주소 추가하기: https://joonbi.test/consultations/"));
        Assert.That(await Notification(Reader), Does.Contain("주소가 하나 이상 필요합니다."));
    }

    [Test]
    public async Task The_fee_is_asked_for_with_amount_and_day_in_Seoul()
    {
        await Happened(new PaymentAwaited(ConsultationId, Reader.Id, "동네빵집", new DateTimeOffset(2026, 11, 26, 18, 30, 0, TimeSpan.Zero)));

        Assert.That(Mail().Text, Does.Contain("분석비는 100,000원이며, 11월 27일 03:30까지 결제해 주세요."));
        Assert.That(await Notification(Reader), Does.StartWith("PAYMENT_REQUEST | "));
    }

    [Test]
    public async Task A_cancellation_for_want_of_payment_is_told_and_the_customers_own_is_not()
    {
        await Happened(new ConsultationCancelled(ConsultationId, Reader.Id, "동네빵집", Actor.Customer));
        Assert.That(App.Vendors.Mails, Is.Empty);

        await Happened(new ConsultationCancelled(ConsultationId, Reader.Id, "동네빵집", Actor.System));
        Assert.That(Mail().Text, Does.Contain("결제 기한이 지나"));
    }

    [Test]
    public async Task A_deleted_account_is_told_nothing()
    {
        await App.Execute("update users set deleted_at = now() where id = @Id", new { Reader.Id });

        await Happened(new ConsultationPutOnHold(ConsultationId, Reader.Id, "동네빵집"));

        Assert.That(App.Vendors.Mails, Is.Empty);
        Assert.That(await Notification(Reader), Is.Null);
    }

    [Test]
    public async Task A_repeated_delivery_uses_the_same_key_and_adds_no_second_notification()
    {
        var happened = new ConsultationPutOnHold(ConsultationId, Reader.Id, "동네빵집");
        await Happened(happened);

        await App.Execute("update outbox set processed_at = null, payload = @payload::jsonb where event_type = 'ConsultationPutOnHold'", new { payload = JsonSerializer.Serialize(happened, Json.Options) });
        await App.DeliverOutbox();

        Assert.That(App.Vendors.Mails, Has.Count.EqualTo(2));
        Assert.That(App.Vendors.Mails.Select(mail => (mail.Headers["Idempotency-Key"], mail.Body.GetRawText())).Distinct(), Has.Exactly(1).Items);
        Assert.That(await App.Sql<int>("select count(*)::int from notifications"), Is.EqualTo(1));
    }

    [TestCaseSource(typeof(HostileText), nameof(HostileText.All))]
    public async Task A_hostile_name_stays_a_name(string text)
    {
        await Happened(new ConsultationRejected(ConsultationId, Reader.Id, text, "BY_ADMIN", text, Actor.Admin));

        var body = App.Vendors.Mails.Single().Body;
        Assert.That(Text(body, "subject"), Has.Length.LessThanOrEqualTo(200).And.Not.Match(@"[\p{Cc}\u200B\u202A-\u202E\u2066-\u2069]"));
        Assert.That(Text(body, "html"), Does.Not.Match("[\u200B\u202A-\u202E\u2066-\u2069\uFEFF]").And.Not.Contain("<@"));
        Assert.That(Text(body, "html").Split("href=").Length, Is.EqualTo(2), "one button, and no link of a stranger");
    }

    private Task Found() => App.Execute(
        "update consultations set analysis = @analysis::jsonb, designs = @designs::jsonb where id = @ConsultationId",
        new
        {
            ConsultationId,
            analysis = JsonSerializer.Serialize(Specimen.Finding() with { EstimatedMin = 3_000_000, EstimatedMax = 5_000_000, EstimatedDays = 30 }, Json.Options),
            designs = JsonSerializer.Serialize(Specimen.Screens(), Json.Options),
        });
}
