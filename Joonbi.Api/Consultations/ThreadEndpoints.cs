using Joonbi.Api.Repeats;
using Joonbi.Api.Security;
using Joonbi.Application;
using Joonbi.Application.Consultations;
using Joonbi.Domain.Consultations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Joonbi.Api.Consultations;

/// <summary>What a customer and the studio say to each other about one consultation.</summary>
internal static class ThreadEndpoints
{
    public static void MapThreads(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/consultations/{id:guid}/messages").RequireAuthorization(Policies.Customer).WithTags("상담");
        group.MapGet("/", List).WithName("listConsultationMessages").WithSummary("상담 대화 (최신순)");
        group.MapPost("/", Post).Once().WithName("postConsultationMessage").WithSummary("상담에 메시지 쓰기");
    }

    private static async Task<Ok<Page<MessageLine>>> List(Guid id, [AsParameters] PageRequest page, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListMessages(id, user.Id, page), ct) ?? throw Consultation.NotFound());

    private static async Task<Created<MessageLine>> Post(Guid id, ThreadDraft message, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        TypedResults.Created($"/api/consultations/{id}/messages", await mediator.Send(new PostMessage(id, user.Id, message), ct));
}
