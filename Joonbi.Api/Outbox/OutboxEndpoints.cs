using Joonbi.Api.Repeats;
using Joonbi.Api.Security;
using Joonbi.Application;
using Joonbi.Application.Outbox;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Joonbi.Api.Outbox;

/// <summary>Deliveries that were given up, and their second life.</summary>
internal static class OutboxEndpoints
{
    public static void MapOutbox(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/outbox").RequireAuthorization(Policies.Admin).WithTags("관리자: 운영");
        group.MapGet("/", List).WithName("listDeadMessages").WithSummary("보내지 못한 메시지 목록");
        group.MapPost("/{id:guid}/retry", Retry).Once().WithName("retryDelivery").WithSummary("보내지 못한 메시지 다시 보내기");
    }

    private static async Task<Ok<Page<DeadMessage>>> List(Wire<Lane>? lane, [AsParameters] PageRequest page, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListDeadMessages(lane?.Value, page), ct));

    private static async Task<Accepted> Retry(Guid id, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RetryDelivery(id, admin.Id), ct);
        return TypedResults.Accepted((string?)null);
    }
}
