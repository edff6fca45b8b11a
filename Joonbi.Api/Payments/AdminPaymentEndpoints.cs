using Joonbi.Api.Repeats;
using Joonbi.Api.Security;
using Joonbi.Api.Versions;
using Joonbi.Application;
using Joonbi.Application.Payments;
using Joonbi.Domain.Payments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Payments;

/// <summary>What the studio does with everybody's payments.</summary>
internal static class AdminPaymentEndpoints
{
    public static void MapAdminPayments(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/admin/payments").RequireAuthorization(Policies.Admin).WithTags("관리자: 결제");
        group.MapGet("/", List).WithName("listAllPayments").WithSummary("모든 결제 목록 (고객 이름, 이메일로 검색)");
        group.MapGet("/{id:guid}", Get).WithName("inspectPayment").WithSummary("결제의 모든 것: 고객, 환불, 의심 기록");
        group.MapGet("/{id:guid}/refund", Preview).WithName("previewRefund").WithSummary("환불 규칙 미리 보기: 사유마다 돌려줄 금액");
        group.MapPost("/{id:guid}/refund", Refund).Once().WithName("refundPayment").WithSummary("일부 또는 남은 금액 전부 환불. 결제사의 처리는 refunds의 status로 확인합니다");
        group.MapPut("/{id:guid}/refund-account", EnterAccount).WithName("enterRefundAccount").WithSummary("고객이 말한 환불 계좌를 대신 입력. 환불이 끝나면 지웁니다");
    }

    private static async Task<Ok<Page<PaymentLine>>> List(
        Wire<PaymentStatus>? status, bool? flagged, [AsParameters] Search search, [AsParameters] PageRequest page, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListAllPayments(status?.Value, flagged ?? false, search, page), ct));

    private static async Task<Versioned<PaymentDossier>> Get(Guid id, IMediator mediator, CancellationToken ct)
    {
        var dossier = await mediator.Send(new InspectPayment(id), ct) ?? throw Payment.NotFound();
        return new(dossier, dossier.Version);
    }

    private static async Task<Versioned<PaymentDossier>> EnterAccount(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, RefundAccountDraft account, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new EnterRefundAccount(id, admin.Id, EntityTag.Demanded(ifMatch), account), ct);
        return await Get(id, mediator, ct);
    }

    private static async Task<Ok<RefundPreview>> Preview(Guid id, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new PreviewRefund(id), ct) ?? throw Payment.NotFound());

    private static async Task<Versioned<PaymentDossier>> Refund(Guid id, RefundDraft draft, CurrentUser admin, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new RefundPayment(id, admin.Id, draft), ct);
        return await Get(id, mediator, ct);
    }
}
