using Joonbi.Domain;
using Joonbi.Domain.Consultations;
using static Joonbi.Tests.Consultations.Specimen;

namespace Joonbi.Tests.Consultations;

/// <summary>The table of states: what each call makes of each state, or that it is refused there and leaves no trace.</summary>
internal sealed class ConsultationTransitionsTests
{
    private static readonly Dictionary<string, Action<Consultation>> Calls = new()
    {
        ["start"] = consultation => consultation.Start("key", NextRun, Policy, Now),
        ["progress"] = consultation => consultation.Progress(null, 10, "시작", null, Policy, Now),
        ["analysis"] = consultation => consultation.Give(null, Finding(max: 99), Policy, Now),
        ["infeasible"] = consultation => consultation.Give(null, Finding(Feasibility.Infeasible), Policy, Now),
        ["document"] = consultation => Deliver(consultation, DocumentType.Plan, 99),
        ["designs"] = consultation => consultation.Deliver(null, Screens("새 화면"), Policy, Now),
        ["fail"] = consultation => consultation.Fail(null, "다른 오류", Policy, Now),
        ["pay"] = consultation => consultation.Pay(NextRun, Now),
        ["retry"] = consultation => consultation.Retry(Now),
        ["change"] = consultation => consultation.Change(Brief("https://example.com"), Actor.Customer, Now),
        ["cancel"] = consultation => consultation.Cancel(Actor.Customer, Now),
        ["reject"] = consultation => consultation.Reject(new Rejection("BY_ADMIN", "사유"), Actor.Admin, Now),
        ["overrule"] = consultation => consultation.Overrule(Now),
    };

    /// <summary>A state that a call does not name refuses it.</summary>
    private static readonly Dictionary<string, string> Allowed = new()
    {
        ["start"] = "Requested>Analyzing",
        ["progress"] = "Analyzing>Analyzing",
        ["analysis"] = "Analyzing>Analyzing",
        ["infeasible"] = "Analyzing>Rejected",
        ["document"] = "Analyzing>Analyzing Completed>Completed Converted>Converted",
        ["designs"] = "Analyzing>Analyzing Completed>Completed Converted>Converted",
        ["fail"] = "Analyzing>Requested",
        ["pay"] = "AwaitingPayment>Requested",
        ["retry"] = "Requested>Requested Failed>Requested",
        ["change"] = "OnHold>OnHold AwaitingPayment>AwaitingPayment Requested>Requested",
        ["cancel"] = "OnHold>Cancelled AwaitingPayment>Cancelled Requested>Cancelled",
        ["reject"] = "OnHold>Rejected AwaitingPayment>Rejected Requested>Rejected Analyzing>Rejected",
        ["overrule"] = "Rejected>OnHold",
    };

    public static IEnumerable<TestCaseData> Table =>
        from call in Calls.Keys
        from state in Enum.GetValues<ConsultationStatus>()
        let to = Allowed[call].Split(' ').Select(arrow => arrow.Split('>')).SingleOrDefault(arrow => arrow[0] == state.ToString())?[1]
        select new TestCaseData(call, state, to).SetArgDisplayNames(call, state.ToString(), to ?? "refused");

    [TestCaseSource(nameof(Table))]
    public void Each_call_leads_where_the_table_says(string call, ConsultationStatus state, string? to)
    {
        var consultation = In(state);
        if (to is not null)
        {
            Calls[call](consultation);
            Assert.That(consultation.Status.ToString(), Is.EqualTo(to));
            Assert.That(consultation.HasNews, Is.True);
            return;
        }

        var refusal = Assert.Throws<ConflictException>(() => Calls[call](consultation))!;
        Assert.That(refusal.Facts["currentStatus"], Is.EqualTo(state));
        Assert.That((consultation.Status, consultation.HasNews), Is.EqualTo((state, false)));
    }

    [Test]
    public void A_lease_and_a_deadline_stand_exactly_while_a_run_is_on([Values] ConsultationStatus status)
    {
        var consultation = In(status);

        Assert.That(consultation.LeaseUntil is not null, Is.EqualTo(status is ConsultationStatus.Analyzing));
        Assert.That(consultation.DeadlineAt is not null, Is.EqualTo(status is ConsultationStatus.Analyzing or ConsultationStatus.AwaitingPayment));
    }

    [TestCase(ConsultationStatus.Rejected, true)]
    [TestCase(ConsultationStatus.Cancelled, true)]
    [TestCase(ConsultationStatus.Failed, false)]
    [TestCase(ConsultationStatus.Completed, false)]
    public void A_slot_goes_back_when_it_is_rejected_or_cancelled(ConsultationStatus status, bool back) =>
        Assert.That(In(status).CampaignId is null, Is.EqualTo(back));
}
