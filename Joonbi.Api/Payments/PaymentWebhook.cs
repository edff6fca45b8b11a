using Joonbi.Application;
using Joonbi.Application.Payments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Joonbi.Api.Payments;

/// <summary>
/// Where PortOne tells that something has happened. The body is taken as bytes: a signature is over bytes. Everything that is
/// not ours is answered 200 as well, since a sender that hears anything else sends it again for hours.
/// </summary>
internal static partial class PaymentWebhook
{
    public static void MapPaymentWebhook(this IEndpointRouteBuilder api) =>
        api.MapPost("/payments/webhook", Take).AllowAnonymous().WithTags("결제")
            .WithName("takePaymentWebhook").WithSummary("PortOne 웹훅 (V2는 서명을 확인하고, V1은 내용을 믿지 않고 다시 조회합니다)")
            .ProducesProblem(StatusCodes.Status401Unauthorized);

    private static async Task<Ok<NoticeReceipt>> Take(HttpRequest request, IMediator mediator, ILogger<Program> logger, CancellationToken ct)
    {
        LogTaken(logger, await mediator.Send(new TakeNotice(await request.ReadNotice(ct)), ct));
        return TypedResults.Ok(new NoticeReceipt(true));
    }

    [LoggerMessage(LogLevel.Information, "A webhook of the payment vendor: {Outcome}")]
    private static partial void LogTaken(ILogger logger, NoticeOutcome outcome);
}
