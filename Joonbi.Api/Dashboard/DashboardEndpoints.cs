using Joonbi.Api.Security;
using Joonbi.Application.Dashboard;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Joonbi.Api.Dashboard;

/// <summary>The first page of the studio's own site.</summary>
internal static class DashboardEndpoints
{
    public static void MapDashboard(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/dashboard").RequireAuthorization(Policies.Admin).WithTags("관리자: 운영");
        group.MapGet("/", Get).WithName("getDashboard").WithSummary("현황판: 상담, 무료 분석, 보내기, 살펴볼 일");
    }

    private static async Task<Ok<Overview>> Get(IMediator mediator, CancellationToken ct) => TypedResults.Ok(await mediator.Send(new GetDashboard(), ct));
}
