using Joonbi.Application.Operators;
using Joonbi.Domain;
using Joonbi.Domain.Consultations;

namespace Joonbi.Application.Analyses;

/// <summary>How the trigger's text looks.</summary>
/// <param name="Inline">It carries the brief, for agents that read it there instead of asking the internal API.</param>
public sealed record TriggerStyle(bool Inline);

/// <summary>
/// The trigger, for two readers. The content is for the agent and holds no word of the customer's, so a stranger's text never
/// becomes an instruction; the embed's fields, which the agent does not read, are for people. The inline style gives that
/// separation up, and makes every line harmless instead.
/// </summary>
internal static class TriggerPost
{
    public const string Tag = "[JOONBI_FULL_ANALYSIS]";
    private const int MaxDescription = 500;
    private const int MaxLine = 500;

    private static readonly string[] Steps = ["analysis/start", "analysis/progress", "analysis", "documents", "designs", "analysis/fail"];

    public static ChannelPost Of(AnalysisQueued queued, Brief brief, TriggerStyle style) => new(
        string.Join('\n', [Tag, $"ID: {queued.ConsultationId}", .. style.Inline ? Lines(brief) : [], "---", .. Paths(queued.ConsultationId)]),
        queued switch
        {
            { Attempt: 1, Trigger: 1 } => "새 분석 상담",
            { Trigger: 1 } => $"분석 상담 – {queued.Attempt}번째 시도",
            _ => $"분석 상담 – 트리거 재전송 {queued.Trigger - 1}회",
        },
        [
            new("프로젝트", brief.ProjectName),
            new("예산", Won.Range(brief.BudgetMin, brief.BudgetMax)),
            new("참고 URL", string.Join('\n', brief.ReferenceUrls)),
            new("설명", brief.Description.Cut(MaxDescription)),
        ],
        $"/admin/consultations/{queued.ConsultationId}");

    private static IEnumerable<string> Paths(Guid id) => Steps.Select(step => $"POST /api/internal/consultations/{id}/{step}");

    private static IEnumerable<string> Lines(Brief brief) =>
    [
        $"PROJECT: {HarmlessLine.Of(brief.ProjectName, MaxLine)}",
        $"BUDGET: {Won.Range(brief.BudgetMin, brief.BudgetMax)}",
        $"URLS: {HarmlessLine.Of(string.Join(' ', brief.ReferenceUrls), MaxLine)}",
        $"DESC: {HarmlessLine.Of(brief.Description, MaxLine)}",
    ];
}
