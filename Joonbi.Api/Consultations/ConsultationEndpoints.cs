using System.Net.ServerSentEvents;
using System.Text.Json;
using Joonbi.Api.Repeats;
using Joonbi.Api.Security;
using Joonbi.Api.Streams;
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
        group.MapPost("/", Submit).Once().WithName("submitConsultation").WithSummary("상담 신청");
        group.MapPost("/preview", Preview).WithName("previewBrief").WithSummary("쓰고 있는 신청서를 심사 규칙에 비추어 보기 (저장하지 않음)");
        group.MapGet("/{id:guid}", Get).WithName("getConsultation").WithSummary("상담 상세");
        group.MapPatch("/{id:guid}", Change).WithName("changeConsultation").WithSummary("상담 내용 일부 수정");
        group.MapPost("/{id:guid}/cancel", Cancel).Once().WithName("cancelConsultation").WithSummary("상담 취소");
        group.MapGet("/{id:guid}/designs", Designs).WithName("getConsultationDesigns").WithSummary("샘플 화면");
        group.MapGet("/{id:guid}/events", Watch).WithName("watchConsultation").WithSummary("상담 진행 상황 (실시간)").WithDescription(AboutEvents);
    }

    private static async Task<Ok<Page<ConsultationSummary>>> List(
        Wire<ConsultationStatus>? status, [AsParameters] PageRequest page, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListConsultations(user.Id, status?.Value, page), ct));

    private static async Task<Created<ConsultationDetails>> Submit(ConsultationDraft draft, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        var id = await mediator.Send(new SubmitConsultation(user.Id, draft), ct);
        return TypedResults.Created($"/api/consultations/{id}", await Details(id, user, mediator, ct));
    }

    private static async Task<Ok<BriefPreview>> Preview(UnfinishedBrief draft, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new PreviewBrief(draft), ct));

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

    private static async Task<Versioned<SampleScreens>> Designs(Guid id, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        var designs = await mediator.Send(new GetDesigns(id, user.Id), ct) ?? throw Consultation.NotFound();
        return new(designs, designs.Version);
    }

    private static async Task<Results<EventStream<ConsultationNews>, NoContent>> Watch(
        Guid id, [FromHeader(Name = "Last-Event-ID")] long? lastSeen, long? lastEventId, CurrentUser user, IMediator mediator, HttpContext context, CancellationToken ct)
    {
        var from = lastSeen ?? lastEventId;
        var watch = await mediator.Send(new WatchConsultation(id, user.Id, from), ct) ?? throw Consultation.NotFound();
        context.Response.RegisterForDispose(watch);
        return watch.News.Completion.IsCompleted ? TypedResults.NoContent() : new EventStream<ConsultationNews>(watch.News, news => Frame(news, from));
    }

    /// <summary>The state carries no id to one who is still owed what came before it.</summary>
    private static SseItem<ConsultationNews> Frame(ConsultationNews news, long? from) =>
        new(news, news.Kind is { } kind ? JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString()) : "state")
        {
            EventId = news.Kind is null && from is not null ? null : news.Seq.ToString(),
        };

    private static async Task<ConsultationDetails> Details(Guid id, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        await mediator.Send(new GetConsultation(id, user.Id), ct) ?? throw Consultation.NotFound();

    private const string AboutEvents =
        """
        server-sent events입니다. 첫 이벤트 `state`는 지금 상태이고, 그 뒤로 일어나는 일이 하나씩 옵니다. 이벤트 이름은 `kind`를 소문자로 쓴 것입니다.
        `Last-Event-ID`(또는 `lastEventId`)를 보내면 그 뒤의 이벤트부터 이어서 보냅니다. 이미 끝난 상담의 마지막 이벤트까지 받았다면 204이며, 다시 연결하지 않아도 됩니다.
        연결은 `over`가 true인 이벤트 뒤에, 또는 접근 토큰이 만료되거나 한 시간이 지나면 끝납니다. 동시에 10개까지 열 수 있습니다.
        """;
}
