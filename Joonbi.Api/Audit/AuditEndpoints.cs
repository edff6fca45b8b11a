using Joonbi.Api.Security;
using Joonbi.Application;
using Joonbi.Application.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Joonbi.Api.Audit;

/// <summary>What admins did, for admins to read.</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/audit-log").RequireAuthorization(Policies.Admin).WithTags("관리자: 운영");
        group.MapGet("/", List).WithName("listAuditEntries").WithSummary("관리자가 한 일의 기록");
    }

    private static async Task<Ok<Page<AuditEntry>>> List(
        [AsParameters] AuditFilter filter, [AsParameters] PageRequest page, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListAuditEntries(filter, page), ct));
}
