using Joonbi.Api.Security;
using Joonbi.Api.Versions;
using Joonbi.Application;
using Joonbi.Application.Accounts;
using Joonbi.Domain.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Accounts;

/// <summary>Everybody's accounts, for the studio.</summary>
internal static class CustomerEndpoints
{
    public static void MapCustomers(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/customers").RequireAuthorization(Policies.Admin).WithTags("관리자: 고객");
        group.MapGet("/", List).WithName("listCustomers").WithSummary("고객 목록 (이름, 이메일로 검색)");
        group.MapGet("/{id:guid}", Get).WithName("inspectCustomer").WithSummary("고객 상세");
        group.MapPatch("/{id:guid}/role", Role).WithName("changeRole").WithSummary("역할 변경 (그 사람은 모든 기기에서 로그아웃됩니다)");
    }

    private static async Task<Ok<Page<CustomerLine>>> List(
        Wire<UserRole>? role, [AsParameters] Search search, [AsParameters] PageRequest page, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListCustomers(role?.Value, search, page), ct));

    private static async Task<Versioned<CustomerDossier>> Get(Guid id, IMediator mediator, CancellationToken ct)
    {
        var dossier = await mediator.Send(new InspectCustomer(id), ct) ?? throw User.NotFound();
        return new(dossier, dossier.Version);
    }

    private static async Task<Versioned<CustomerDossier>> Role(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, RoleChange change, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeRole(id, admin.Id, EntityTag.Demanded(ifMatch), change), ct);
        return await Get(id, mediator, ct);
    }
}
