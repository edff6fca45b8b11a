using Joonbi.Sandbox.Clawdbot;
using Joonbi.Sandbox.PortOne;
using Joonbi.Sandbox.Resend;

namespace Joonbi.Sandbox.Control;

/// <summary>For people and tests: make a vendor fail, and ask what has arrived.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this WebApplication app)
    {
        var control = app.MapGroup("/control");
        control.MapGet("/health", () => new { status = "ok" });
        control.MapPost("/", Set);
        control.MapGet("/", (Faults faults) => faults.Current());
        control.MapGet("/log", Log);
        control.MapDelete("/log", Clear);
    }

    private static IResult Set(Fault fault, Faults faults, Journal journal)
    {
        if (!fault.IsValid())
        {
            return Results.BadRequest(new
            {
                message = "target: discord|resend (ok, 429, 500, 404, hang, slow, lost), portone (ok, 429, 500, hang, slow, lost, away), "
                    + "portone-cancel (ok, requested, pg, outstanding), clawdbot (ok, silent, fail). "
                    + "retryAfter(초), times(횟수), delayMs(slow와 requested의 지연)는 선택입니다.",
            });
        }

        faults.Set(fault);
        journal.Announce(faults.Current());
        return Results.Ok(faults.Current());
    }

    private static object Log(Journal journal, RunBoard runs, Books books, TimeProvider clock)
    {
        var messages = journal.Messages();
        var mails = journal.Mails();
        var attempts = journal.Attempts();
        var byKey = attempts.Where(attempt => attempt is { Target: "resend", Key: not null }).GroupBy(attempt => attempt.Key!);
        return new
        {
            Discord = new
            {
                Received = attempts.Count(attempt => attempt.Target == "discord"),
                Accepted = messages.Count,
                Triggers = messages.Select(message => Trigger.Read(message)).OfType<Trigger>()
                    .GroupBy(trigger => trigger.ConsultationId).ToDictionary(group => group.Key, group => group.Count()),
                Messages = messages,
            },
            Resend = new
            {
                Received = attempts.Count(attempt => attempt.Target == "resend"),
                Accepted = mails.Count,
                IdempotencyKeys = byKey.ToDictionary(group => group.Key, group => new
                {
                    Requests = group.Count(),
                    Stored = group.Count(attempt => attempt.Outcome is "accepted" or "lost"),
                }),
                Emails = mails,
            },
            PortOne = books.Statement(attempts.Count(attempt => attempt.Target == "portone"), clock.GetUtcNow()),
            Clawdbot = runs.All(),
            Attempts = attempts,
        };
    }

    private static IResult Clear(Journal journal, MailBox mailBox, RunBoard runs, Books books)
    {
        journal.Clear();
        mailBox.Clear();
        books.Clear();
        runs.Clear();
        return Results.NoContent();
    }
}
