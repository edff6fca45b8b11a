using Joonbi.Application;
using Joonbi.Application.Mail;
using Joonbi.Application.Payments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Joonbi.Api;

/// <summary>
/// Where vendors tell that something has happened. The body is taken as bytes: a signature is over bytes. Everything genuine that is
/// not ours or of no interest is answered 200 as well, since a sender that hears anything else sends it again for hours.
/// </summary>
internal static partial class WebhookRoutes
{
    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        Map(api, "/payments/webhook", notice => new TakeNotice(notice)).WithTags("결제")
            .WithName("takePaymentWebhook").WithSummary("PortOne 웹훅 (V2는 서명을 확인하고, V1은 내용을 믿지 않고 다시 조회합니다)");
        Map(api, "/emails/webhook", notice => new TakeMailNotice(notice)).WithTags("메일")
            .WithName("takeMailWebhook").WithSummary("Resend 웹훅: 반송되거나 스팸으로 신고된 메일 (서명을 확인합니다)");
    }

    private static RouteHandlerBuilder Map(IEndpointRouteBuilder api, string path, Func<RawNotice, ICommand<NoticeOutcome>> command) =>
        api.MapPost(path, async Task<Ok<NoticeReceipt>> (HttpRequest request, IMediator mediator, ILogger<Program> logger, CancellationToken ct) =>
            {
                LogTaken(logger, path, await mediator.Send(command(await Read(request, ct)), ct));
                return TypedResults.Ok(new NoticeReceipt(true));
            })
            .AllowAnonymous()
            .ProducesProblem(StatusCodes.Status401Unauthorized);

    private static async Task<RawNotice> Read(HttpRequest request, CancellationToken ct)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        return new RawNotice(request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()), body.ToArray());
    }

    [LoggerMessage(LogLevel.Information, "A webhook at {Path}: {Outcome}")]
    private static partial void LogTaken(ILogger logger, string path, NoticeOutcome outcome);
}

/// <summary>All that a webhook's sender is told.</summary>
/// <param name="Received">It need not be sent again.</param>
internal sealed record NoticeReceipt(bool Received);
