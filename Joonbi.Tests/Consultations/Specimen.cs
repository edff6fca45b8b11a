using Joonbi.Domain.Consultations;

namespace Joonbi.Tests.Consultations;

/// <summary>Consultations in every state, brought there by their own methods; no database.</summary>
internal static class Specimen
{
    public static readonly ConsultationPolicy Policy = new();
    public static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    public static readonly Guid FirstRun = new("01900000-0000-7000-8000-00000000000a");
    public static readonly Guid NextRun = new("01900000-0000-7000-8000-00000000000b");
    private static readonly Guid Campaign = new("01900000-0000-7000-8000-00000000c001");

    public static Consultation OnHold(ConsultationKind kind = ConsultationKind.Analysis, params string[] urls) =>
        Consultation.Submit(new Guid("01900000-0000-7000-8000-000000000001"), new Guid("01900000-0000-7000-8000-000000000002"), kind, Brief(urls), Now);

    public static Brief Brief(params string[] urls) => new("동네빵집", "빵집 홈페이지", urls, null, null, null, []);

    public static Consultation AwaitingPayment() => After(OnHold(urls: "https://example.com"), consultation => consultation.Proceed(null, Policy, Now));

    public static Consultation Requested() => After(OnHold(urls: "https://example.com"), consultation => consultation.Proceed(Campaign, Policy, Now));

    public static Consultation Analyzing() => After(Requested(), consultation => consultation.Start(null, FirstRun, Policy, Now));

    public static Consultation Completed() => After(Analyzing(), consultation =>
    {
        consultation.Give(null, Finding(), Policy, Now);
        foreach (var type in Enum.GetValues<DocumentType>())
            Deliver(consultation, type, 1);
        consultation.Deliver(null, Screens(), Policy, Now);
    });

    public static Consultation Failed() => After(Requested(), consultation =>
    {
        for (var attempt = 0; attempt < Policy.MaxAttempts; attempt++)
        {
            consultation.Start(null, FirstRun, Policy, Now);
            consultation.Fail(null, "오류", Policy, Now);
        }
    });

    public static Consultation In(ConsultationStatus status) => status switch
    {
        ConsultationStatus.OnHold => After(OnHold(), consultation => consultation.Proceed(null, Policy, Now)),
        ConsultationStatus.AwaitingPayment => AwaitingPayment(),
        ConsultationStatus.Requested => Requested(),
        ConsultationStatus.Analyzing => Analyzing(),
        ConsultationStatus.Completed => Completed(),
        ConsultationStatus.Rejected => After(Requested(), consultation => consultation.Reject(new Rejection("BY_ADMIN", "사유"), Actor.Admin, Now)),
        ConsultationStatus.Failed => Failed(),
        ConsultationStatus.Cancelled => After(Requested(), consultation => consultation.Cancel(Actor.Customer, Now)),
        // No method leads there yet: projects come later.
        ConsultationStatus.Converted => After(Completed(), consultation => typeof(Consultation).GetProperty(nameof(Consultation.Status))!.SetValue(consultation, ConsultationStatus.Converted)),
        _ => throw new ArgumentOutOfRangeException(nameof(status)),
    };

    public static Analysis Finding(Feasibility feasibility = Feasibility.Feasible, long max = 2) =>
        new(feasibility, 1, max, 3, [new Feature("예약", null, 1, true)], ["위험"], feasibility is Feasibility.Infeasible ? "만들 수 없습니다." : null);

    public static Designs Screens(string name = "홈") => new(null, [new Screen("s1", name, null, null)], null);

    public static Document Deliver(Consultation consultation, DocumentType type, byte content, Guid? runId = null) =>
        consultation.Deliver(runId, Guid.AllBitsSet, type, [.. Enumerable.Repeat(content, 32)], Guid.AllBitsSet, Policy, Now);

    private static Consultation After(Consultation consultation, Action<Consultation> then)
    {
        then(consultation);
        consultation.TakeEvents();
        return consultation;
    }
}
