namespace Joonbi.Domain.Consultations;

/// <summary>The runs of the agent: one lease at a time, a few attempts, three parts to deliver in any order.</summary>
public sealed partial class Consultation
{
    /// <summary>How many runs were started since it was last queued afresh.</summary>
    public int Attempts { get; private set; }

    /// <summary>How many triggers were asked for in this attempt.</summary>
    public int Triggers { get; private set; }

    /// <summary>When Discord last took a trigger.</summary>
    public DateTimeOffset? TriggeredAt { get; private set; }

    /// <summary>Discord's id of the last trigger.</summary>
    public string? TriggerMessageId { get; private set; }

    /// <summary>The run that has, or had last, the lease; null when it lost it.</summary>
    public Guid? RunId { get; private set; }

    /// <summary>When that run took the lease.</summary>
    public DateTimeOffset? RunStartedAt { get; private set; }

    /// <summary>When that run began it, by the key it sent: the same key gets the same answer.</summary>
    public string? StartKey { get; private set; }

    /// <summary>Until when the run may be silent; null when no run is on.</summary>
    public DateTimeOffset? LeaseUntil { get; private set; }

    /// <summary>The last run that failed or lost its lease.</summary>
    public Guid? EndedRunId { get; private set; }

    /// <summary>What that run said.</summary>
    public string? EndedRunError { get; private set; }

    /// <summary>0–100.</summary>
    public int Percent { get; private set; }

    /// <summary>What the run is doing, in Korean.</summary>
    public string? Stage { get; private set; }

    /// <summary>More of it.</summary>
    public string? Note { get; private set; }

    /// <summary>What the agent found; given once.</summary>
    public Analysis? Analysis { get; private set; }

    /// <summary>The sample screens.</summary>
    public Designs? Designs { get; private set; }

    /// <summary>0 before the first, then 1, 2, …</summary>
    public int DesignsVersion { get; private set; }

    /// <summary>The latest version of each document.</summary>
    public IReadOnlyList<Document> Documents { get; private set; } = [];

    /// <summary>Discord took the trigger: now the agent has until the deadline to start.</summary>
    public void Triggered(string messageId, ConsultationPolicy policy, DateTimeOffset now)
    {
        (TriggeredAt, TriggerMessageId) = (now, messageId);
        if (Status is ConsultationStatus.Requested)
            DeadlineAt = now + policy.StartDeadline;

        Raise(new AnalysisTriggered(Id, messageId));
    }

    /// <summary>A run takes the lease. The same key again gets the same run; any other start is refused while the lease runs.</summary>
    /// <exception cref="ConflictException"><c>ANALYSIS_ALREADY_RUNNING</c> with <c>leaseUntil</c>, or <c>CONSULTATION_WRONG_STATE</c>.</exception>
    public Guid Start(string? key, Guid newRunId, ConsultationPolicy policy, DateTimeOffset now)
    {
        if (key is not null && key == StartKey && RunId is { } known)
            return known;

        if (Status is ConsultationStatus.Analyzing && LeaseUntil > now)
        {
            throw new ConflictException("ANALYSIS_ALREADY_RUNNING", "다른 실행이 이미 분석하고 있습니다.")
            {
                Facts = new Dictionary<string, object?> { ["leaseUntil"] = LeaseUntil, ["currentStatus"] = Status },
            };
        }

        if (Status is ConsultationStatus.Analyzing && Attempts < policy.MaxAttempts)
            EndRun("lease lost");

        Require(Kind is ConsultationKind.Analysis && Status is ConsultationStatus.Requested, "분석을 시작");
        Attempts++;
        (Status, RunId, RunStartedAt, StartKey) = (ConsultationStatus.Analyzing, newRunId, now, key);
        (Percent, Stage, Note) = (0, null, null);
        Prolong(policy, now);
        Raise(new AnalysisStarted(Id, newRunId, Attempts));
        return newRunId;
    }

    /// <summary>What the customer's progress bar shows.</summary>
    public void Progress(Guid? runId, int percent, string stage, string? note, ConsultationPolicy policy, DateTimeOffset now)
    {
        RequireRun(runId);
        Require(Status is ConsultationStatus.Analyzing, "진행률을 기록");
        Prolong(policy, now);
        if ((Percent, Stage, Note) == (percent, stage, note))
            return;

        (Percent, Stage, Note) = (percent, stage, note);
        Raise(new AnalysisProgressed(Id, percent, stage, note));
    }

    /// <summary>The analysis, once: the same again changes nothing, another is refused.</summary>
    /// <exception cref="ConflictException"><c>ANALYSIS_ALREADY_GIVEN</c>, <c>RUN_OVER</c> or <c>CONSULTATION_WRONG_STATE</c>.</exception>
    public void Give(Guid? runId, Analysis analysis, ConsultationPolicy policy, DateTimeOffset now)
    {
        RequireRun(runId);
        if (Analysis is not null && Analysis.Equals(analysis))
            return;
        if (Analysis is not null)
            throw new ConflictException("ANALYSIS_ALREADY_GIVEN", "이미 다른 내용의 분석 결과가 등록되어 있습니다.") { Facts = new Dictionary<string, object?> { ["currentStatus"] = Status } };

        Require(Status is ConsultationStatus.Analyzing, "분석 결과를 등록");
        Prolong(policy, now);
        Analysis = analysis;
        Raise(new AnalysisGiven(Id, analysis.Feasibility));

        if (analysis.Feasibility is Feasibility.Infeasible)
            Reject(new Rejection("INFEASIBLE", analysis.RejectReason!), Actor.Clawdbot, now);
        else
            CompleteWhenAllIsThere(now);
    }

    /// <summary>True when this very text is already the latest version of that document.</summary>
    public bool Holds(DocumentType type, ReadOnlySpan<byte> markdownHash)
    {
        return Latest(type) is { } present && markdownHash.SequenceEqual(present.MarkdownHash);
    }

    /// <summary>A document, or a new version of it; also after completion, when the customer is told.</summary>
    public Document Deliver(Guid? runId, Guid id, DocumentType type, byte[] markdownHash, Guid fileId, ConsultationPolicy policy, DateTimeOffset now)
    {
        RequireRunForParts(runId, "문서를 등록");
        Prolong(policy, now);
        var document = new Document(id, type, 1 + (Latest(type)?.Version ?? 0), markdownHash, fileId, now);
        Documents = [.. Documents.Where(other => other.Type != type), document];
        Raise(new DocumentDelivered(Id, UserId, ProjectName, type, document.Version, fileId, Status is not ConsultationStatus.Analyzing));
        CompleteWhenAllIsThere(now);
        return document;
    }

    /// <summary>The sample screens, or a new version of them; also after completion, when the customer is told.</summary>
    public void Deliver(Guid? runId, Designs designs, ConsultationPolicy policy, DateTimeOffset now)
    {
        RequireRunForParts(runId, "디자인을 등록");
        Prolong(policy, now);
        if (designs.Equals(Designs))
            return;

        Designs = designs;
        DesignsVersion++;
        Raise(new DesignsDelivered(Id, UserId, ProjectName, DesignsVersion, Status is not ConsultationStatus.Analyzing));
        CompleteWhenAllIsThere(now);
    }

    /// <summary>The run gives up; the next attempt follows, or the consultation has failed. Said twice, it counts once.</summary>
    public void Fail(Guid? runId, string error, ConsultationPolicy policy, DateTimeOffset now)
    {
        var saidBefore = EndedRunId is not null && (runId is null || runId == EndedRunId) && EndedRunError == error;
        if (saidBefore && Status is not ConsultationStatus.Analyzing)
            return;

        RequireRun(runId);
        Require(Status is ConsultationStatus.Analyzing, "실패를 기록");
        GoOnWithout(error, policy, now);
    }

    /// <summary>The watchdog's look at a passed deadline. Called too early or too late, it does nothing.</summary>
    public void Overdue(ConsultationPolicy policy, DateTimeOffset now)
    {
        if (DeadlineAt is null || DeadlineAt > now)
            return;

        if (Status is ConsultationStatus.AwaitingPayment)
        {
            Cancel(Actor.System, now);
        }
        else if (Status is ConsultationStatus.Analyzing)
        {
            GoOnWithout("lease lost", policy, now);
        }
        else if (Triggers <= policy.MaxRetriggers)
        {
            Queue(now);
        }
        else
        {
            (DeadlineAt, UpdatedAt) = (null, now);
            Raise(new AttentionNeeded(Id, ProjectName, "트리거를 여러 번 보냈지만 분석이 시작되지 않았습니다."));
        }
    }

    /// <summary>An admin asks for another round: after a failure from the first attempt on, else just another trigger.</summary>
    public void Retry(DateTimeOffset now)
    {
        Require(Kind is ConsultationKind.Analysis && Status is ConsultationStatus.Failed or ConsultationStatus.Requested, "다시 시도");
        if (Status is ConsultationStatus.Failed)
            Attempts = 0;

        Triggers = 0;
        Queue(now);
    }

    private void Queue(DateTimeOffset now)
    {
        Triggers++;
        (Status, DeadlineAt, UpdatedAt) = (ConsultationStatus.Requested, null, now);
        Raise(new AnalysisQueued(Id, Attempts + 1, Triggers));
    }

    private void GoOnWithout(string error, ConsultationPolicy policy, DateTimeOffset now)
    {
        EndRun(error);
        if (Attempts < policy.MaxAttempts)
        {
            Queue(now);
            return;
        }

        End(ConsultationStatus.Failed, now);
        Raise(new ConsultationFailed(Id, UserId, ProjectName, error));
        Raise(new AttentionNeeded(Id, ProjectName, "분석이 모두 실패했습니다. 관리자 화면에서 다시 시도할 수 있습니다."));
    }

    private void EndRun(string error)
    {
        Raise(new AttemptFailed(Id, RunId!.Value, Attempts, error));
        (EndedRunId, EndedRunError) = (RunId, error);
        (RunId, RunStartedAt, StartKey, LeaseUntil, Triggers) = (null, null, null, null, 0);
        Status = ConsultationStatus.Requested;
    }

    private void Prolong(ConsultationPolicy policy, DateTimeOffset now)
    {
        UpdatedAt = now;
        if (Status is ConsultationStatus.Analyzing)
            (LeaseUntil, DeadlineAt) = (now + policy.Lease, now + policy.Lease);
    }

    private void CompleteWhenAllIsThere(DateTimeOffset now)
    {
        if (Status is ConsultationStatus.Analyzing && Analysis is not null && Designs is not null && Documents.Count == Enum.GetValues<DocumentType>().Length)
        {
            Percent = 100;
            Complete(now);
        }
    }

    private Document? Latest(DocumentType type) => Documents.FirstOrDefault(document => document.Type == type);

    private void RequireRun(Guid? runId)
    {
        if (runId is not null && runId != RunId)
            throw new ConflictException("RUN_OVER", "이미 끝난 실행입니다.") { Facts = new Dictionary<string, object?> { ["currentStatus"] = Status } };
    }

    private void RequireRunForParts(Guid? runId, string action)
    {
        RequireRun(runId);
        Require(Status is ConsultationStatus.Analyzing or ConsultationStatus.Completed or ConsultationStatus.Converted && Kind is ConsultationKind.Analysis, action);
    }
}
