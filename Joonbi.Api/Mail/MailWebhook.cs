using Joonbi.Application;
using Joonbi.Application.Mail;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Joonbi.Api.Mail;

/// <summary>Where Resend tells what became of a mail. What is genuine and not of interest is answered 200 as well, since it would come again.</summary>
internal static partial class MailWebhook
{
    public static void MapMailWebhook(this IEndpointRouteBuilder api) =>
        api.MapPost("/emails/webhook", Take).AllowAnonymous().WithTags("메일")
            .WithName("takeMailWebhook").WithSummary("Resend 웹훅: 반송되거나 스팸으로 신고된 메일 (서명을 확인합니다)")
            .ProducesProblem(StatusCodes.Status401Unauthorized);

    private static async Task<Ok<NoticeReceipt>> Take(HttpRequest request, IMediator mediator, ILogger<Program> logger, CancellationToken ct)
    {
        LogTaken(logger, await mediator.Send(new TakeMailNotice(await request.ReadNotice(ct)), ct));
        return TypedResults.Ok(new NoticeReceipt(true));
    }

    [LoggerMessage(LogLevel.Information, "A webhook of the mail vendor: {Outcome}")]
    private static partial void LogTaken(ILogger logger, NoticeOutcome outcome);
}
