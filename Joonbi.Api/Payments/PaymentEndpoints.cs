using Joonbi.Api.Repeats;
using Joonbi.Api.Security;
using Joonbi.Api.Versions;
using Joonbi.Application;
using Joonbi.Application.Payments;
using Joonbi.Domain.Payments;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Payments;

/// <summary>A customer's own payments. A request names what is paid for, never how much.</summary>
internal static class PaymentEndpoints
{
    public static void MapPayments(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/payments").RequireAuthorization(Policies.Customer).WithTags("결제");
        group.MapGet("/", List).WithName("listPayments").WithSummary("내 결제 목록");
        group.MapGet("/{id:guid}", Get).WithName("getPayment").WithSummary("결제 상세");
        group.MapPost("/prepare", Prepare).Once().WithName("preparePayment").WithSummary("결제 준비: 결제창에 필요한 값을 받습니다. 다시 준비하면 같은 결제입니다");
        group.MapPost("/complete", Complete).Once().WithName("completePayment").WithSummary("결제창에서 돌아온 뒤 결제 확인: 결과는 status로 판단합니다").ProducesProblem(StatusCodes.Status404NotFound);
        group.MapPut("/{id:guid}/refund-account", GiveAccount).WithName("giveRefundAccount").WithSummary("가상계좌로 결제한 돈을 돌려받을 계좌 알려 주기 (refundAccountNeeded일 때). 환불이 끝나면 지웁니다");
    }

    private static async Task<Ok<Page<PaymentSummary>>> List(
        Wire<PaymentStatus>? status, [AsParameters] PageRequest page, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListPayments(user.Id, status?.Value, page), ct));

    private static async Task<Versioned<PaymentDetails>> Get(Guid id, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        var details = await mediator.Send(new GetPayment(id, user.Id), ct) ?? throw Payment.NotFound();
        return new(details, details.Version);
    }

    private static async Task<Versioned<PaymentDetails>> GiveAccount(
        Guid id, [FromHeader(Name = "If-Match")] string? ifMatch, RefundAccountDraft account, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new GiveRefundAccount(id, user.Id, EntityTag.Demanded(ifMatch), account), ct);
        return await Get(id, user, mediator, ct);
    }

    private static async Task<Ok<PaymentWindow>> Prepare(PaymentOrder order, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        var id = await mediator.Send(new PreparePayment(user.Id, order), ct);
        return TypedResults.Ok(await mediator.Send(new GetPaymentWindow(id, user.Id), ct) ?? throw Payment.NotFound());
    }

    private static async Task<Versioned<PaymentDetails>> Complete(PaymentReturn back, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        await Get(await mediator.Send(new CompletePayment(user.Id, back), ct) ?? throw Payment.NotFound(), user, mediator, ct);
}
