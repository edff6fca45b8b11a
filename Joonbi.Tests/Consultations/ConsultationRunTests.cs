using Joonbi.Domain;
using Joonbi.Domain.Consultations;
using static Joonbi.Tests.Consultations.Specimen;

namespace Joonbi.Tests.Consultations;

internal sealed class ConsultationRunTests
{
    [Test]
    public void A_start_says_which_attempt_it_is_and_until_when_the_run_may_be_silent() =>
        Assert.That(Requested().Start("key", FirstRun, Policy, Now), Is.EqualTo(new Run(FirstRun, 1, Now.AddMinutes(20))));

    [Test]
    public void The_same_key_gets_the_same_run_also_after_completion()
    {
        var consultation = Requested();
        var first = consultation.Start("key", FirstRun, Policy, Now);
        consultation.Give(null, Finding(Feasibility.Infeasible), Policy, Now);

        Assert.That(consultation.Start("key", NextRun, Policy, Now.AddHours(1)), Is.EqualTo(first));
    }

    [Test]
    public void Every_call_prolongs_the_lease()
    {
        var later = Now.AddMinutes(15);
        Action<Consultation>[] calls =
        [
            consultation => consultation.Progress(FirstRun, 10, "시작", null, Policy, later),
            consultation => consultation.Give(FirstRun, Finding(), Policy, later),
            consultation => consultation.Deliver(FirstRun, Screens(), Policy, later),
            consultation => consultation.Deliver(FirstRun, FirstRun, DocumentType.Plan, new byte[32], FirstRun, Policy, later),
        ];

        foreach (var call in calls)
        {
            var consultation = Analyzing();
            call(consultation);
            Assert.That((consultation.LeaseUntil, consultation.DeadlineAt), Is.EqualTo((later.AddMinutes(20), later.AddMinutes(20))));
        }
    }

    [Test]
    public void Even_a_repeated_call_is_a_sign_of_life_but_no_news()
    {
        var consultation = Analyzing();
        consultation.Give(FirstRun, Finding(), Policy, Now);
        consultation.TakeEvents();

        consultation.Give(FirstRun, Finding(), Policy, Now.AddMinutes(15));

        Assert.That((consultation.LeaseUntil, consultation.HasNews, consultation.UpdatedAt), Is.EqualTo((Now.AddMinutes(35), false, Now)));
    }

    [Test]
    public void A_run_that_comes_late_goes_on_if_nobody_has_noticed()
    {
        var consultation = Analyzing();

        consultation.Progress(FirstRun, 10, "시작", null, Policy, Now.AddMinutes(25));

        Assert.That(consultation.LeaseUntil, Is.EqualTo(Now.AddMinutes(45)));
    }

    [Test]
    public void A_lost_lease_can_be_taken_over_before_the_watchdog_comes()
    {
        var consultation = Analyzing();

        var next = consultation.Start(null, NextRun, Policy, Now.AddMinutes(20));

        Assert.That((next.Id, next.Attempt), Is.EqualTo((NextRun, 2)));
        Assert.That(consultation.TakeEvents().Select(happened => happened.GetType()), Is.EqualTo(new[] { typeof(AttemptFailed), typeof(AnalysisStarted) }));
        Assert.That(Assert.Throws<ConflictException>(() => consultation.Progress(FirstRun, 50, "시작", null, Policy, Now))!.Code, Is.EqualTo("RUN_OVER"));
    }

    [Test]
    public void The_last_attempt_cannot_be_taken_over()
    {
        var consultation = Requested();
        for (var attempt = 1; attempt <= 3; attempt++)
            consultation.Start(null, FirstRun, Policy, Now.AddHours(attempt));

        Assert.Throws<ConflictException>(() => consultation.Start(null, NextRun, Policy, Now.AddHours(4)));
        consultation.Overdue(Policy, Now.AddHours(4));
        Assert.That(consultation.Status, Is.EqualTo(ConsultationStatus.Failed));
    }

    [Test]
    public void What_an_earlier_run_delivered_stays_for_the_next()
    {
        var consultation = Analyzing();
        consultation.Give(FirstRun, Finding(), Policy, Now);
        foreach (var type in Enum.GetValues<DocumentType>())
            Deliver(consultation, type, 1, FirstRun);
        consultation.Fail(FirstRun, "디자인 도구가 멈췄습니다.", Policy, Now);
        consultation.Start(null, NextRun, Policy, Now);

        consultation.Deliver(NextRun, Screens(), Policy, Now);

        Assert.That((consultation.Status, consultation.Percent, consultation.CompletedAt), Is.EqualTo((ConsultationStatus.Completed, 100, Now)));
    }

    [Test]
    public void The_next_attempt_begins_at_zero_percent()
    {
        var consultation = Analyzing();
        consultation.Progress(FirstRun, 80, "문서 작성", "견적서", Policy, Now);
        consultation.Fail(FirstRun, "오류", Policy, Now);

        consultation.Start(null, NextRun, Policy, Now);

        Assert.That((consultation.Percent, consultation.Stage, consultation.Note), Is.EqualTo((0, (string?)null, (string?)null)));
    }

    [Test]
    public void The_three_parts_may_come_in_any_order([Values(0, 1, 2, 3, 4, 5)] int permutation)
    {
        Action<Consultation>[] parts =
        [
            consultation => consultation.Give(null, Finding(Feasibility.Conditional), Policy, Now),
            consultation => Array.ForEach(Enum.GetValues<DocumentType>(), type => Deliver(consultation, type, 1)),
            consultation => consultation.Deliver(null, Screens(), Policy, Now),
        ];
        int[][] orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
        var consultation = Analyzing();

        foreach (var part in orders[permutation])
        {
            Assert.That(consultation.Status, Is.EqualTo(ConsultationStatus.Analyzing));
            parts[part](consultation);
        }

        Assert.That(consultation.Status, Is.EqualTo(ConsultationStatus.Completed));
    }

    [Test]
    public void A_changed_part_after_completion_is_a_new_version_and_news_to_the_customer()
    {
        var consultation = Completed();

        var document = Deliver(consultation, DocumentType.Quotation, 2, FirstRun);
        consultation.Deliver(FirstRun, Screens("메인"), Policy, Now);

        Assert.That((document.Version, consultation.DesignsVersion, consultation.Documents.Count), Is.EqualTo((2, 2, 4)));
        var events = consultation.TakeEvents();
        Assert.That(events.OfType<DocumentDelivered>().Single().AfterCompletion, Is.True);
        Assert.That(events.OfType<DesignsDelivered>().Single().AfterCompletion, Is.True);
    }

    [Test]
    public void Repeats_after_completion_change_nothing()
    {
        var consultation = Analyzing();
        consultation.Progress(FirstRun, 95, "마무리", null, Policy, Now);
        consultation.Give(FirstRun, Finding(), Policy, Now);
        foreach (var type in Enum.GetValues<DocumentType>())
            Deliver(consultation, type, 1, FirstRun);
        consultation.Deliver(FirstRun, Screens(), Policy, Now);
        consultation.TakeEvents();

        var later = Now.AddDays(1);
        consultation.Progress(FirstRun, 95, "마무리", null, Policy, later);
        consultation.Give(FirstRun, Finding(), Policy, later);
        Assert.That(Deliver(consultation, DocumentType.Plan, 1, FirstRun).Version, Is.EqualTo(1));
        consultation.Deliver(FirstRun, Screens(), Policy, later);

        Assert.That((consultation.HasNews, consultation.UpdatedAt, consultation.LeaseUntil, consultation.Percent), Is.EqualTo((false, Now, (DateTimeOffset?)null, 100)));
    }

    [Test]
    public void Fail_said_twice_counts_once_also_when_the_next_run_is_on()
    {
        var consultation = Analyzing();
        consultation.Fail(FirstRun, "오류", Policy, Now);
        consultation.Fail(FirstRun, "오류", Policy, Now);
        consultation.Fail(null, "오류", Policy, Now);
        consultation.Start(null, NextRun, Policy, Now);
        consultation.Fail(FirstRun, "오류", Policy, Now);

        Assert.That((consultation.Status, consultation.RunId, consultation.Attempts), Is.EqualTo((ConsultationStatus.Analyzing, NextRun, 2)));
    }

    [Test]
    public void A_retry_after_a_failure_counts_attempts_afresh()
    {
        var consultation = Failed();

        consultation.Retry(Now);

        Assert.That(consultation.Start(null, NextRun, Policy, Now).Attempt, Is.EqualTo(1));
    }

    [Test]
    public void A_deadline_that_has_not_passed_does_nothing([Values] ConsultationStatus status)
    {
        var consultation = In(status);

        consultation.Overdue(Policy, Now);

        Assert.That((consultation.Status, consultation.HasNews), Is.EqualTo((status, false)));
    }

    [Test]
    public void A_trigger_that_arrives_late_does_not_shorten_a_lease()
    {
        var consultation = Analyzing();

        consultation.Triggered("1", Policy, Now);

        Assert.That(consultation.DeadlineAt, Is.EqualTo(consultation.LeaseUntil));
    }
}
