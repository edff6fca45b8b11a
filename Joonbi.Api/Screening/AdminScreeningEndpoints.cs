using Joonbi.Api.Repeats;
using Joonbi.Api.Security;
using Joonbi.Api.Versions;
using Joonbi.Application.Screening;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Screening;

/// <summary>The screening rules as the studio edits them. Each brief is judged by what is stored then: nothing is cached.</summary>
internal static class AdminScreeningEndpoints
{
    public static void MapAdminScreening(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/screening-rules").RequireAuthorization(Policies.Admin).WithTags("관리자: 심사 규칙");
        group.MapGet("/", List).WithName("listScreeningRules").WithSummary("심사 규칙 목록");
        group.MapPost("/", Add).Once().WithName("addScreeningRule").WithSummary("심사 규칙 추가");
        group.MapPost("/try", Try).WithName("tryScreening").WithSummary("글 하나를 규칙에 비추어 보기 (저장하지 않음)");
        group.MapGet("/{id:guid}", Get).WithName("getScreeningRule").WithSummary("심사 규칙 상세");
        group.MapPut("/{id:guid}", Change).WithName("changeScreeningRule").WithSummary("심사 규칙 수정");
        group.MapDelete("/{id:guid}", Remove).WithName("removeScreeningRule").WithSummary("심사 규칙 삭제");
    }

    private static async Task<Ok<RuleEntries>> List(IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(new RuleEntries(await mediator.Send(new ListScreeningRules(), ct)));

    private static async Task<Created<RuleEntry>> Add(RuleDraft draft, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        var id = await mediator.Send(new AddScreeningRule(admin.Id, draft), ct);
        return TypedResults.Created($"/api/admin/screening-rules/{id}", await Stored(id, mediator, ct));
    }

    private static async Task<Ok<ScreeningVerdict>> Try(ScreeningTrial trial, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new TryScreening(trial), ct));

    private static async Task<Versioned<RuleEntry>> Get(Guid id, IMediator mediator, CancellationToken ct)
    {
        var rule = await Stored(id, mediator, ct);
        return new(rule, rule.Version);
    }

    private static async Task<Versioned<RuleEntry>> Change(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, RuleDraft draft, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeScreeningRule(id, admin.Id, EntityTag.Demanded(ifMatch), draft), ct);
        return await Get(id, mediator, ct);
    }

    private static async Task<NoContent> Remove(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RemoveScreeningRule(id, admin.Id, EntityTag.Demanded(ifMatch)), ct);
        return TypedResults.NoContent();
    }

    private static async Task<RuleEntry> Stored(Guid id, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetScreeningRule(id), ct) ?? throw RuleEntry.NotFound();
}

/// <summary>All screening rules: they are few.</summary>
internal sealed record RuleEntries(IReadOnlyList<RuleEntry> Items);
