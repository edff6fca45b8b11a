using Joonbi.Api.Security;
using Joonbi.Application.Analyses;
using Joonbi.Application.Documents;
using Joonbi.Domain.Consultations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Analyses;

/// <summary>
/// What Clawdbot calls. Every call repeated with the same content answers the same and changes nothing, so that an agent which
/// lost an answer simply asks again.
/// </summary>
internal static class AnalysisEndpoints
{
    public static void MapAnalyses(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/internal/consultations").RequireAuthorization(Policies.Clawdbot).WithTags("internal");
        group.MapGet("/pending", ListPending).WithName("listPendingAnalyses").WithSummary("분석을 기다리는 상담 목록 (오래된 순)");
        group.MapGet("/{id:guid}", Get).WithName("getAssignment").WithSummary("분석에 필요한 모든 정보");
        group.MapPost("/{id:guid}/analysis/start", Start).WithName("startAnalysis").WithSummary("분석 시작: 실행 권한을 얻습니다");
        group.MapPost("/{id:guid}/analysis/progress", Progress).WithName("recordProgress").WithSummary("진행률 기록");
        group.MapPost("/{id:guid}/analysis", Give).WithName("giveAnalysis").WithSummary("분석 결과 등록 (한 번)");
        group.MapPost("/{id:guid}/documents", DeliverDocuments).WithName("deliverDocuments").WithSummary("문서 등록 또는 교체 (Markdown)")
            .WithMetadata(new RequestSizeLimitAttribute(MaxDocuments));
        group.MapPost("/{id:guid}/designs", DeliverDesigns).WithName("deliverDesigns").WithSummary("샘플 화면 등록 또는 교체");
        group.MapPost("/{id:guid}/analysis/fail", Fail).WithName("failAnalysis").WithSummary("이번 실행의 실패 보고");
    }

    private static async Task<Ok<PendingList>> ListPending([AsParameters] PendingRange range, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(new PendingList(await mediator.Send(new ListPendingAnalyses(range), ct)));

    private static async Task<Ok<Assignment>> Get(Guid id, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new GetAssignment(id), ct) ?? throw Consultation.NotFound());

    private static async Task<Ok<StartedRun>> Start(
        Guid id, [FromHeader(Name = "Idempotency-Key")] string? key, NoMembers? body, IMediator mediator, CancellationToken ct)
    {
        _ = body;
        var run = await mediator.Send(new StartAnalysis(id, key is null ? null : new StartKey(key)), ct);
        return TypedResults.Ok(new StartedRun(run.Id, run.Attempt, run.LeaseUntil));
    }

    private static async Task<NoContent> Progress(
        Guid id, [FromHeader(Name = RunHeader)] Guid? runId, ProgressReport report, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RecordProgress(id, runId, report), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<PartsState>> Give(
        Guid id, [FromHeader(Name = RunHeader)] Guid? runId, AnalysisReport report, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new GiveAnalysis(id, runId, report), ct));

    private static async Task<Ok<DeliveredDocuments>> DeliverDocuments(
        Guid id, [FromHeader(Name = RunHeader)] Guid? runId, DocumentsReport report, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new DeliverDocuments(id, runId, report), ct));

    private static async Task<Ok<DeliveredDesigns>> DeliverDesigns(
        Guid id, [FromHeader(Name = RunHeader)] Guid? runId, DesignsReport report, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new DeliverDesigns(id, runId, report), ct));

    private static async Task<NoContent> Fail(
        Guid id, [FromHeader(Name = RunHeader)] Guid? runId, FailureReport report, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new FailAnalysis(id, runId, report), ct);
        return TypedResults.NoContent();
    }

    private const string RunHeader = "x-run-id";

    /// <summary>Four texts of the greatest length, each character spelt as JSON may spell it at worst (<c>\uXXXX</c>), and their frame.</summary>
    private const long MaxDocuments = (4 * 6 * DocumentSource.MaxCharacters) + 65_536;
}

/// <summary>The queue, oldest first.</summary>
internal sealed record PendingList(IReadOnlyList<PendingAnalysis> Items);

/// <summary>The lease that was taken.</summary>
/// <param name="RunId">To be sent as <c>x-run-id</c> with every later call.</param>
/// <param name="Attempt">1, 2, …</param>
/// <param name="LeaseUntil">Until when the run may be silent.</param>
internal sealed record StartedRun(Guid RunId, int Attempt, DateTimeOffset LeaseUntil);

/// <summary>A body that may be absent or <c>{}</c>, and nothing else: what would be ignored is refused.</summary>
internal sealed record NoMembers;
