using Joonbi.Api.Repeats;
using Joonbi.Api.Security;
using Joonbi.Api.Versions;
using Joonbi.Application;
using Joonbi.Application.Campaigns;
using Joonbi.Domain.Campaigns;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Campaigns;

/// <summary>The events as the studio plans them.</summary>
internal static class AdminCampaignEndpoints
{
    public static void MapAdminCampaigns(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/events").RequireAuthorization(Policies.Admin).WithTags("관리자: 카탈로그");
        group.MapGet("/", List).WithName("listCampaigns").WithSummary("이벤트 목록");
        group.MapPost("/", Plan).Once().WithName("planCampaign").WithSummary("이벤트 만들기");
        group.MapGet("/{id:guid}", Get).WithName("getCampaign").WithSummary("이벤트 상세");
        group.MapPut("/{id:guid}", Change).WithName("changeCampaign").WithSummary("이벤트 수정");
        group.MapDelete("/{id:guid}", Remove).WithName("removeCampaign").WithSummary("아무도 쓰지 않은 이벤트 삭제");
    }

    private static async Task<Ok<Page<Campaign>>> List([AsParameters] PageRequest page, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListCampaigns(page), ct));

    private static async Task<Created<Campaign>> Plan(CampaignDraft draft, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        var id = await mediator.Send(new PlanCampaign(admin.Id, draft), ct);
        return TypedResults.Created($"/api/admin/events/{id}", await Stored(id, mediator, ct));
    }

    private static async Task<Versioned<Campaign>> Get(Guid id, IMediator mediator, CancellationToken ct)
    {
        var campaign = await Stored(id, mediator, ct);
        return new(campaign, campaign.Version);
    }

    private static async Task<Versioned<Campaign>> Change(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, CampaignDraft draft, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeCampaign(id, admin.Id, EntityTag.Demanded(ifMatch), draft), ct);
        return await Get(id, mediator, ct);
    }

    private static async Task<NoContent> Remove(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveCampaign(id, admin.Id, EntityTag.Demanded(ifMatch)), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Campaign> Stored(Guid id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetCampaign(id), ct) ?? throw Campaign.NotFound();
}
