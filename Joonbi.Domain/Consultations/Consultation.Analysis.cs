namespace Joonbi.Domain.Consultations;

/// <summary>The runs of the agent: one lease at a time, a few attempts.</summary>
public sealed partial class Consultation
{
    private const string LeaseLost = "제한 시간 동안 소식이 없어 실행을 끝냈습니다.";

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

    /// <summary>The key by which that run was started, if it sent one: the same key gets the same answer.</summary>
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

    /// <summary>That trigger is still wanted: nobody has stepped back, no run has begun, and Discord has not taken it yet.</summary>
    public bool Awaits(int attempt, int trigger) =>
        Status is ConsultationStatus.Requested && DeadlineAt is null && (attempt, trigger) == (Attempts + 1, Triggers);

    /// <summary>Discord took the trigger: now the agent has until the deadline to start.</summary>
    public void Triggered(string messageId, ConsultationPolicy policy, DateTimeOffset now)
    {
        (TriggeredAt, TriggerMessageId) = (now, messageId);
        if (Status is ConsultationStatus.Requested)
            DeadlineAt = now + policy.StartDeadline;

        Raise(new AnalysisTriggered(Id, messageId));
    }

    /// <summary>
    /// A run takes the lease. The same key again gets the answer that it got before; any other start is refused while the
    /// lease runs. A key lives as long as its run: after a lost lease it may begin the next one.
    /// </summary>
    /// <exception cref="ConflictException"><c>ANALYSIS_ALREADY_RUNNING</c> with <c>leaseUntil</c>, or <c>CONSULTATION_WRONG_STATE</c>.</exception>
    public Run Start(string? key, Guid newRunId, ConsultationPolicy policy, DateTimeOffset now)
    {
        if (key is not null && key == StartKey && RunId is { } known)
            return new Run(known, Attempts, RunStartedAt!.Value + policy.Lease);

        if (Status is ConsultationStatus.Analyzing && LeaseUntil > now)
        {
            throw new ConflictException("ANALYSIS_ALREADY_RUNNING", "다른 실행이 이미 분석하고 있습니다.")
            {
                Facts = new Dictionary<string, object?> { ["leaseUntil"] = LeaseUntil, ["currentStatus"] = Status },
            };
        }

        if (Status is ConsultationStatus.Analyzing && Attempts < policy.MaxAttempts)
            EndRun(LeaseLost);

        Require(Kind is ConsultationKind.Analysis && Status is ConsultationStatus.Requested, "분석을 시작");
        Attempts++;
        (Status, RunId, RunStartedAt, StartKey, UpdatedAt) = (ConsultationStatus.Analyzing, newRunId, now, key, now);
        (Percent, Stage, Note) = (0, null, null);
        Prolong(policy, now);
        Raise(new AnalysisStarted(Id, newRunId, Attempts));
        return new Run(newRunId, Attempts, now + policy.Lease);
    }

    /// <summary>What the customer's progress bar shows. Said again, also after the end, it changes nothing.</summary>
    public void Progress(Guid? runId, int percent, string stage, string? note, ConsultationPolicy policy, DateTimeOffset now)
    {
        RequireRun(runId);
        Prolong(policy, now);
        if ((Stage, Note) == (stage, note) && (Percent == percent || Status is ConsultationStatus.Completed))
            return;

        Require(Status is ConsultationStatus.Analyzing, "진행률을 기록");
        (Percent, Stage, Note, UpdatedAt) = (percent, stage, note, now);
        Raise(new AnalysisProgressed(Id, percent, stage, note));
    }

    /// <summary>The run gives up; the next attempt follows, or the consultation has failed. Said twice, it counts once.</summary>
    public void Fail(Guid? runId, string error, ConsultationPolicy policy, DateTimeOffset now)
    {
        if (EndedRunId is { } ended && EndedRunError == error && (runId == ended || (runId is null && Status is not ConsultationStatus.Analyzing)))
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
            GoOnWithout(LeaseLost, policy, now);
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

    /// <summary>Every call of a run is a sign of life. One that comes late, but before anybody has noticed, revives the lease.</summary>
    private void Prolong(ConsultationPolicy policy, DateTimeOffset now)
    {
        if (Status is ConsultationStatus.Analyzing)
            (LeaseUntil, DeadlineAt) = (now + policy.Lease, now + policy.Lease);
    }

    private void RequireRun(Guid? runId)
    {
        if (runId is not null && runId != RunId)
            throw Conflict("RUN_OVER", "이미 끝난 실행입니다.");
    }
}
