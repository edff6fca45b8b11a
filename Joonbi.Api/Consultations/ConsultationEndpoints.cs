using Joonbi.Api.Security;
using Joonbi.Api.Versions;
using Joonbi.Application;
using Joonbi.Application.Consultations;
using Joonbi.Domain.Consultations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Consultations;

/// <summary>A customer's own consultations. Whose they are is in every statement's WHERE: another's does not exist.</summary>
internal static class ConsultationEndpoints
{
    public static void MapConsultations(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/consultations").RequireAuthorization(Policies.Customer).WithTags("상담");
        group.MapGet("/", List).WithName("listConsultations").WithSummary("내 상담 목록");
        group.MapPost("/", Submit).WithName("submitConsultation").WithSummary("상담 신청");
        group.MapGet("/{id:guid}", Get).WithName("getConsultation").WithSummary("상담 상세");
        group.MapPatch("/{id:guid}", Change).WithName("changeConsultation").WithSummary("상담 내용 일부 수정");
        group.MapPost("/{id:guid}/cancel", Cancel).WithName("cancelConsultation").WithSummary("상담 취소");
    }

    private static async Task<Ok<Page<ConsultationSummary>>> List(
        Wire<ConsultationStatus>? status, [AsParameters] PageRequest page, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListConsultations(user.Id, status?.Value, page), ct));

    private static async Task<Created<ConsultationDetails>> Submit(ConsultationDraft draft, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        var id = await mediator.Send(new SubmitConsultation(user.Id, draft), ct);
        return TypedResults.Created($"/api/consultations/{id}", await Details(id, user, mediator, ct));
    }

    private static async Task<Versioned<ConsultationDetails>> Get(Guid id, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        var details = await Details(id, user, mediator, ct);
        return new(details, details.Version);
    }

    private static async Task<Versioned<ConsultationDetails>> Change(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, BriefChange change, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeBrief(id, user.Id, EntityTag.Demanded(ifMatch), change), ct);
        return await Get(id, user, mediator, ct);
    }

    private static async Task<Versioned<ConsultationDetails>> Cancel(Guid id, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new CancelConsultation(id, user.Id), ct);
        return await Get(id, user, mediator, ct);
    }

    private static async Task<ConsultationDetails> Details(Guid id, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetConsultation(id, user.Id), ct) ?? throw Consultation.NotFound();
}
