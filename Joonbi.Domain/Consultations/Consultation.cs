namespace Joonbi.Domain.Consultations;

/// <summary>SIMPLE 간편 상담: free, answered by a person. ANALYSIS 분석 상담: automatic, with a fee or a free slot.</summary>
public enum ConsultationKind
{
    /// <summary>간편 상담.</summary>
    Simple,

    /// <summary>분석 상담.</summary>
    Analysis,
}

/// <summary>Where a consultation stands; the methods of <see cref="Consultation"/> are the only ways from one to the next.</summary>
public enum ConsultationStatus
{
    /// <summary>An ANALYSIS without a reference URL: the customer is asked for one.</summary>
    OnHold,

    /// <summary>An ANALYSIS without a free slot whose fee is not yet paid.</summary>
    AwaitingPayment,

    /// <summary>SIMPLE: waits for an answer. ANALYSIS: the trigger is sent or being sent.</summary>
    Requested,

    /// <summary>A run holds the lease.</summary>
    Analyzing,

    /// <summary>The result is delivered, or the SIMPLE one is answered.</summary>
    Completed,

    /// <summary>Refused; the reason is shown.</summary>
    Rejected,

    /// <summary>Every attempt failed.</summary>
    Failed,

    /// <summary>It became a project.</summary>
    Converted,

    /// <summary>By the customer, or unpaid.</summary>
    Cancelled,
}

/// <summary>Why a consultation is refused.</summary>
/// <param name="Code">Stable, for programs: <c>BUDGET_TOO_LOW</c>, <c>FORBIDDEN_CONTENT</c>, <c>OUT_OF_SCOPE</c>, <c>INFEASIBLE</c>, <c>BY_ADMIN</c>.</param>
/// <param name="Reason">Korean, shown to the customer.</param>
public sealed record Rejection(string Code, string Reason);

/// <summary>
/// A customer's request for advice, from the first sentence to the delivered result. This part holds the brief and the way in
/// and out; <c>Consultation.Analysis.cs</c> holds the runs of the agent.
/// </summary>
public sealed partial class Consultation : Aggregate
{
    private Consultation() { }

    /// <summary>Version 7 UUID.</summary>
    public Guid Id { get; private set; }

    /// <summary>The owner.</summary>
    public Guid UserId { get; private set; }

    /// <summary>SIMPLE or ANALYSIS; never changes.</summary>
    public ConsultationKind Kind { get; private set; }

    /// <summary>Where it stands.</summary>
    public ConsultationStatus Status { get; private set; }

    /// <inheritdoc cref="Brief.ProjectName"/>
    public string ProjectName { get; private set; } = "";

    /// <inheritdoc cref="Brief.Description"/>
    public string Description { get; private set; } = "";

    /// <inheritdoc cref="Brief.ReferenceUrls"/>
    public IReadOnlyList<string> ReferenceUrls { get; private set; } = [];

    /// <inheritdoc cref="Brief.BudgetMin"/>
    public long? BudgetMin { get; private set; }

    /// <inheritdoc cref="Brief.BudgetMax"/>
    public long? BudgetMax { get; private set; }

    /// <inheritdoc cref="Brief.DesiredDate"/>
    public DateOnly? DesiredDate { get; private set; }

    /// <inheritdoc cref="Brief.Features"/>
    public IReadOnlyList<string> Features { get; private set; } = [];

    /// <summary>The campaign whose free slot it holds, if any.</summary>
    public Guid? CampaignId { get; private set; }

    /// <summary>Why it is refused, while it is.</summary>
    public Rejection? Rejection { get; private set; }

    /// <summary>An admin has read it and found the screening wrong: it is not screened again.</summary>
    public bool ScreeningOverruled { get; private set; }

    /// <summary>When the watchdog must look at it; null when only a person or the agent can move it on.</summary>
    public DateTimeOffset? DeadlineAt { get; private set; }

    /// <summary>When the result was delivered.</summary>
    public DateTimeOffset? CompletedAt { get; private set; }

    /// <summary>When the admin closed the thread.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>When it was handed in.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Raised by every save that carries an event; If-Match demands it.</summary>
    public int Version { get; private set; }

    /// <summary>The brief as one value.</summary>
    public Brief Brief => new(ProjectName, Description, ReferenceUrls, BudgetMin, BudgetMax, DesiredDate, Features);

    /// <summary>True while a free slot would move it on: an ANALYSIS that has its reference URL.</summary>
    public bool WantsSlot => Kind is ConsultationKind.Analysis && ReferenceUrls.Count > 0 && CampaignId is null;

    /// <summary>Takes a brief in. It goes on with <see cref="Proceed"/>, or ends with <see cref="Reject"/>.</summary>
    public static Consultation Submit(Guid id, Guid userId, ConsultationKind kind, Brief brief, DateTimeOffset now)
    {
        var consultation = new Consultation { Id = id, UserId = userId, Kind = kind, Status = ConsultationStatus.OnHold, CreatedAt = now, Version = 1 };
        consultation.Apply(brief, now);
        consultation.Raise(new ConsultationSubmitted(id, userId, kind, brief.ProjectName));
        return consultation;
    }

    /// <summary>
    /// Finds its place: a SIMPLE one waits for its answer; an ANALYSIS waits for a URL, goes to the agent on a free slot, or
    /// waits for the fee.
    /// </summary>
    public void Proceed(Guid? freeSlot, ConsultationPolicy policy, DateTimeOffset now)
    {
        Require(Status is ConsultationStatus.OnHold, "진행");
        UpdatedAt = now;

        if (Kind is ConsultationKind.Simple)
        {
            Status = ConsultationStatus.Requested;
            Raise(new AnswerAwaited(Id, ProjectName));
        }
        else if (ReferenceUrls.Count == 0)
        {
            Raise(new ConsultationPutOnHold(Id, UserId, ProjectName));
        }
        else if (freeSlot is not null)
        {
            CampaignId = freeSlot;
            Queue(now);
        }
        else
        {
            Status = ConsultationStatus.AwaitingPayment;
            DeadlineAt = now + policy.UnpaidExpiry;
            Raise(new PaymentAwaited(Id, UserId, ProjectName, DeadlineAt.Value));
        }
    }

    /// <summary>Replaces the brief, as long as no run is on, none has delivered anything, and nobody has answered.</summary>
    public void Change(Brief brief, Actor by, DateTimeOffset now)
    {
        Require(Status is ConsultationStatus.OnHold or ConsultationStatus.AwaitingPayment || (Status is ConsultationStatus.Requested && HasNoParts), "수정");
        if (Status is not ConsultationStatus.OnHold && Kind is ConsultationKind.Analysis && brief.ReferenceUrls.Count == 0)
            throw new RuleViolationException("REFERENCE_URL_REQUIRED", "분석 상담에는 참고 사이트 주소가 하나 이상 필요합니다.");

        Apply(brief, now);
        Raise(new BriefChanged(Id, by));
    }

    /// <summary>Refuses it, and gives its free slot back.</summary>
    public void Reject(Rejection rejection, Actor by, DateTimeOffset now)
    {
        Require(Status is ConsultationStatus.OnHold or ConsultationStatus.AwaitingPayment or ConsultationStatus.Requested or ConsultationStatus.Analyzing, "거절");
        Rejection = rejection;
        End(ConsultationStatus.Rejected, now);
        ReturnSlot();
        Raise(new ConsultationRejected(Id, UserId, ProjectName, rejection.Code, rejection.Reason, by));
    }

    /// <summary>
    /// Takes a rejection back; it goes on with <see cref="Proceed"/>, and a run that the rejection cut short stays over. An
    /// infeasible project stays one: its analysis says why.
    /// </summary>
    public void Overrule(DateTimeOffset now)
    {
        Require(Status is ConsultationStatus.Rejected && Analysis is null, "거절 취소");
        (Status, Rejection, ScreeningOverruled, UpdatedAt) = (ConsultationStatus.OnHold, null, true, now);
        (RunId, RunStartedAt, StartKey, Attempts, Triggers) = (null, null, null, 0, 0);
        Raise(new RejectionOverruled(Id));
    }

    /// <summary>The customer steps back, before a run has begun.</summary>
    public void Cancel(Actor by, DateTimeOffset now)
    {
        Require(Status is ConsultationStatus.OnHold or ConsultationStatus.AwaitingPayment or ConsultationStatus.Requested, "취소");
        End(ConsultationStatus.Cancelled, now);
        ReturnSlot();
        Raise(new ConsultationCancelled(Id, UserId, ProjectName, by));
    }

    /// <summary>Somebody writes in the thread. The studio's first word answers a SIMPLE consultation.</summary>
    public void Post(Guid messageId, Actor by, DateTimeOffset now)
    {
        if (ClosedAt is not null)
            throw new ConflictException("THREAD_CLOSED", "종료된 상담입니다. 새 상담을 등록해 주세요.");

        Require(Status is not (ConsultationStatus.Cancelled or ConsultationStatus.Rejected), "메시지 작성");
        UpdatedAt = now;
        var answers = by is Actor.Admin && Kind is ConsultationKind.Simple && Status is ConsultationStatus.Requested;
        Raise(new MessagePosted(Id, UserId, ProjectName, messageId, by, answers));

        if (answers)
            Complete(now);
    }

    /// <summary>The studio ends the thread.</summary>
    public void Close(DateTimeOffset now)
    {
        Require(Kind is ConsultationKind.Simple && Status is ConsultationStatus.Completed, "종료");
        if (ClosedAt is not null)
            return;

        (ClosedAt, UpdatedAt) = (now, now);
        Raise(new ThreadClosed(Id));
    }

    /// <summary>What everyone hears who asks for one that does not exist, or not for them.</summary>
    public static NotFoundException NotFound() => new("CONSULTATION_NOT_FOUND", "상담을 찾을 수 없습니다.");

    private void Apply(Brief brief, DateTimeOffset now)
    {
        (ProjectName, Description, ReferenceUrls) = (brief.ProjectName, brief.Description, brief.ReferenceUrls);
        (BudgetMin, BudgetMax, DesiredDate, Features) = (brief.BudgetMin, brief.BudgetMax, brief.DesiredDate, brief.Features);
        UpdatedAt = now;
    }

    private void Complete(DateTimeOffset now)
    {
        End(ConsultationStatus.Completed, now);
        CompletedAt = now;
        Raise(new ConsultationCompleted(Id, UserId, Kind, ProjectName));
    }

    private void End(ConsultationStatus status, DateTimeOffset now) => (Status, DeadlineAt, LeaseUntil, UpdatedAt) = (status, null, null, now);

    private void ReturnSlot()
    {
        if (CampaignId is not { } campaign)
            return;

        CampaignId = null;
        Raise(new FreeSlotReturned(Id, campaign));
    }

    private void Require(bool allowed, string action)
    {
        if (!allowed)
            throw WrongState(action);
    }

    private ConflictException WrongState(string action) => Conflict("CONSULTATION_WRONG_STATE", $"현재 상태에서는 {action}할 수 없습니다.");

    private ConflictException Conflict(string code, string detail) =>
        new(code, detail) { Facts = new Dictionary<string, object?> { ["currentStatus"] = Status } };
}
