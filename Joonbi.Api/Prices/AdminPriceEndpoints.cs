using Joonbi.Api.Repeats;
using Joonbi.Api.Security;
using Joonbi.Api.Versions;
using Joonbi.Application.Prices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Prices;

/// <summary>The price table as the studio edits it; nothing caches it here, so a change holds on every replica at once.</summary>
internal static class AdminPriceEndpoints
{
    public static void MapAdminPrices(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/prices").RequireAuthorization(Policies.Admin).WithTags("관리자: 카탈로그");
        group.MapGet("/", List).WithName("listAllPrices").WithSummary("가격표 전체 (비활성 항목 포함)");
        group.MapPost("/", Add).Once().WithName("addPrice").WithSummary("가격 항목 추가");
        group.MapGet("/{id:guid}", Get).WithName("getPrice").WithSummary("가격 항목 상세");
        group.MapPut("/{id:guid}", Change).WithName("changePrice").WithSummary("가격 항목 수정");
        group.MapDelete("/{id:guid}", Remove).WithName("removePrice").WithSummary("가격 항목 삭제");
    }

    private static async Task<Ok<PriceEntries>> List(IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(new PriceEntries(await mediator.Send(new ListAllPrices(), ct)));

    private static async Task<Created<PriceEntry>> Add(PriceDraft draft, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        var id = await mediator.Send(new AddPrice(admin.Id, draft), ct);
        return TypedResults.Created($"/api/admin/prices/{id}", await Stored(id, mediator, ct));
    }

    private static async Task<Versioned<PriceEntry>> Get(Guid id, IMediator mediator, CancellationToken ct)
    {
        var price = await Stored(id, mediator, ct);
        return new(price, price.Version);
    }

    private static async Task<Versioned<PriceEntry>> Change(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, PriceDraft draft, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangePrice(id, admin.Id, EntityTag.Demanded(ifMatch), draft), ct);
        return await Get(id, mediator, ct);
    }

    private static async Task<NoContent> Remove(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemovePrice(id, admin.Id, EntityTag.Demanded(ifMatch)), ct);
        return TypedResults.NoContent();
    }

    private static async Task<PriceEntry> Stored(Guid id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetPrice(id), ct) ?? throw PriceEntry.NotFound();
}

/// <summary>The whole price table: it is short.</summary>
internal sealed record PriceEntries(IReadOnlyList<PriceEntry> Items);
