using Joonbi.Api.Repeats;
using Joonbi.Api.Security;
using Joonbi.Api.Versions;
using Joonbi.Application;
using Joonbi.Application.Consultations;
using Joonbi.Domain.Consultations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Consultations;

/// <summary>What the studio does with everybody's consultations. Each change answers with the whole, as it stands then.</summary>
internal static class AdminConsultationEndpoints
{
    public static void MapAdminConsultations(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/consultations").RequireAuthorization(Policies.Admin).WithTags("관리자: 상담");
        group.MapGet("/", List).WithName("listAllConsultations").WithSummary("모든 상담 목록 (프로젝트 이름, 고객 이름, 이메일로 검색)");
        group.MapGet("/{id:guid}", Get).WithName("inspectConsultation").WithSummary("상담의 모든 것: 고객, 진행 기록, 실행, 문서의 모든 판, 대화");
        group.MapPatch("/{id:guid}", Correct).WithName("correctBrief").WithSummary("고객을 대신해 상담 내용 수정");
        group.MapPost("/{id:guid}/answer", Answer).Once().WithName("answerConsultation").WithSummary("답변 작성 (간편 상담은 답변 완료가 됩니다)");
        group.MapPost("/{id:guid}/close", Close).Once().WithName("closeConsultation").WithSummary("답변한 간편 상담의 대화 종료");
        group.MapPost("/{id:guid}/reject", Reject).Once().WithName("rejectConsultation").WithSummary("사유를 적어 거절");
        group.MapPost("/{id:guid}/overrule", Overrule).Once().WithName("overruleRejection").WithSummary("거절을 취소하고 이어서 진행");
        group.MapPost("/{id:guid}/retry", Retry).Once().WithName("retryAnalysis").WithSummary("분석 다시 시도");
    }

    private static async Task<Ok<Page<ConsultationLine>>> List(
        Wire<ConsultationStatus>? status, Wire<ConsultationKind>? kind, [AsParameters] Search search, [AsParameters] PageRequest page, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListAllConsultations(status?.Value, kind?.Value, search, page), ct));

    private static async Task<Versioned<ConsultationDossier>> Get(Guid id, IMediator mediator, CancellationToken ct)
    {
        var dossier = await mediator.Send(new InspectConsultation(id), ct) ?? throw Consultation.NotFound();
        return new(dossier, dossier.Version);
    }

    private static async Task<Versioned<ConsultationDossier>> Correct(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, BriefChange change, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CorrectBrief(id, admin.Id, EntityTag.Demanded(ifMatch), change), ct);
        return await Get(id, mediator, ct);
    }

    private static async Task<Versioned<ConsultationDossier>> Answer(Guid id, ThreadDraft message, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new AnswerConsultation(id, admin.Id, message), ct);
        return await Get(id, mediator, ct);
    }

    private static async Task<Versioned<ConsultationDossier>> Close(Guid id, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CloseConsultation(id, admin.Id), ct);
        return await Get(id, mediator, ct);
    }

    private static async Task<Versioned<ConsultationDossier>> Reject(Guid id, RejectionNote note, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RejectConsultation(id, admin.Id, note), ct);
        return await Get(id, mediator, ct);
    }

    private static async Task<Versioned<ConsultationDossier>> Overrule(Guid id, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new OverruleRejection(id, admin.Id), ct);
        return await Get(id, mediator, ct);
    }

    private static async Task<Versioned<ConsultationDossier>> Retry(Guid id, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RetryAnalysis(id, admin.Id), ct);
        return await Get(id, mediator, ct);
    }
}
