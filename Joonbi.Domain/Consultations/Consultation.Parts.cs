namespace Joonbi.Domain.Consultations;

/// <summary>What the agent delivers: the analysis, four documents, the sample screens; in any order, over any number of runs.</summary>
public sealed partial class Consultation
{
    /// <summary>What the agent found; given once.</summary>
    public Analysis? Analysis { get; private set; }

    /// <summary>The sample screens.</summary>
    public Designs? Designs { get; private set; }

    /// <summary>0 before the first, then 1, 2, …</summary>
    public int DesignsVersion { get; private set; }

    /// <summary>The latest version of each document.</summary>
    public IReadOnlyList<Document> Documents { get; private set; } = [];

    /// <summary>The latest version of that document, or null.</summary>
    public Document? Latest(DocumentType type) => Documents.FirstOrDefault(document => document.Type == type);

    /// <summary>The analysis, once: the same again changes nothing, another is refused.</summary>
    /// <exception cref="ConflictException"><c>ANALYSIS_ALREADY_GIVEN</c>, <c>RUN_OVER</c> or <c>CONSULTATION_WRONG_STATE</c>.</exception>
    public void Give(Guid? runId, Analysis analysis, ConsultationPolicy policy, DateTimeOffset now)
    {
        RequireRun(runId);
        Prolong(policy, now);
        if (analysis.Equals(Analysis))
            return;
        if (Analysis is not null)
            throw Conflict("ANALYSIS_ALREADY_GIVEN", "이미 다른 내용의 분석 결과가 등록되어 있습니다.");

        Require(Status is ConsultationStatus.Analyzing, "분석 결과를 등록");
        (Analysis, UpdatedAt) = (analysis, now);
        Raise(new AnalysisGiven(Id, analysis.Feasibility));

        if (analysis.Feasibility is Feasibility.Infeasible)
            Reject(new Rejection("INFEASIBLE", analysis.RejectReason!), Actor.Clawdbot, now);
        else
            CompleteWhenAllIsThere(now);
    }

    /// <summary>A document, or a new version of it; also after completion, when the customer is told.</summary>
    /// <returns>The new version; or the latest one, if that is this very text already.</returns>
    public Document Deliver(Guid? runId, Guid id, DocumentType type, byte[] markdownHash, Guid fileId, ConsultationPolicy policy, DateTimeOffset now)
    {
        RequireRun(runId);
        Prolong(policy, now);
        if (Latest(type) is { } present && present.MarkdownHash.AsSpan().SequenceEqual(markdownHash))
            return present;

        RequireReceiving("문서를 등록");
        var document = new Document(id, type, 1 + (Latest(type)?.Version ?? 0), markdownHash, fileId, now);
        (Documents, UpdatedAt) = ([.. Documents.Where(other => other.Type != type), document], now);
        Raise(new DocumentDelivered(Id, UserId, ProjectName, type, document.Version, fileId, Status is not ConsultationStatus.Analyzing));
        CompleteWhenAllIsThere(now);
        return document;
    }

    /// <summary>The sample screens, or a new version of them; also after completion, when the customer is told.</summary>
    public void Deliver(Guid? runId, Designs designs, ConsultationPolicy policy, DateTimeOffset now)
    {
        RequireRun(runId);
        Prolong(policy, now);
        if (designs.Equals(Designs))
            return;

        RequireReceiving("디자인을 등록");
        (Designs, UpdatedAt) = (designs, now);
        DesignsVersion++;
        Raise(new DesignsDelivered(Id, UserId, ProjectName, DesignsVersion, Status is not ConsultationStatus.Analyzing));
        CompleteWhenAllIsThere(now);
    }

    private void CompleteWhenAllIsThere(DateTimeOffset now)
    {
        if (Status is ConsultationStatus.Analyzing && Analysis is not null && Designs is not null && Documents.Count == Enum.GetValues<DocumentType>().Length)
        {
            Percent = 100;
            Complete(now);
        }
    }

    private bool HasNoParts => Analysis is null && Designs is null && Documents.Count == 0;

    private void RequireReceiving(string action) =>
        Require(Kind is ConsultationKind.Analysis && Status is ConsultationStatus.Analyzing or ConsultationStatus.Completed or ConsultationStatus.Converted, action);
}
