using System.Diagnostics;
using Joonbi.Application;
using Joonbi.Domain;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Joonbi.Infrastructure.Outbox;

/// <summary>
/// Delivers one claimed message and writes back how it went: at least once, since a crash between the vendor's answer and the
/// write-back repeats it. Vendors that take an idempotency key get the message's id; Discord takes none and may show a post twice.
/// </summary>
internal sealed partial class OutboxDelivery(
    OutboxQueue queue, EventRoutes routes, LaneRests rests, OutboxMetrics metrics, IServiceScopeFactory scopes, IRandomSource random, TimeProvider clock, ILogger<OutboxDelivery> logger)
{
    public const int MaxAttempts = 10;

    /// <summary>No handler may outlive the lease of its message.</summary>
    public static readonly TimeSpan HandlerTimeout = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromHours(1);
    private static readonly TimeSpan UnknownRoute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan DatabaseAway = TimeSpan.FromSeconds(1);

    /// <param name="message">Claimed by this process.</param>
    /// <param name="hurry">The process is about to end: the message is given back, and the attempt does not count.</param>
    public async Task Deliver(OutboxMessage message, CancellationToken hurry)
    {
        using var activity = Telemetry.Source.StartActivity($"outbox {message.Handler}", ActivityKind.Consumer, message.TraceParent);
        var started = clock.GetTimestamp();
        var outcome = await Attempt(message, hurry);

        activity?.SetTag("outbox.lane", message.Lane).SetTag("outbox.attempt", message.Attempts).SetTag("outbox.outcome", OutboxMetrics.Name(outcome));
        metrics.Record(message.Lane, outcome, clock.GetElapsedTime(started));
        await WriteBack(message, outcome);
    }

    /// <summary>5 s · 2ⁿ, at most an hour, and of that a random part, so that what failed together does not come back together.</summary>
    public static TimeSpan BackOff(int attempt, double random) =>
        random * TimeSpan.FromSeconds(Math.Min(5 * Math.Pow(2, attempt), LongestBackOff.TotalSeconds));

    private async Task<Outcome> Attempt(OutboxMessage message, CancellationToken hurry)
    {
        if (routes.Find(message.EventType, message.Handler) is not { } route)
        {
            LogUnknown(message.Id, message.EventType, message.Handler);
            return new Outcome.Later(clock.GetUtcNow() + UnknownRoute, Counts: false, null);
        }

        if (message.Attempts > MaxAttempts)
            return new Outcome.Dead("the process ended during the last attempt");

        try
        {
            using var timeout = new CancellationTokenSource(HandlerTimeout, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, hurry);
            await using var scope = scopes.CreateAsyncScope();
            await route.Deliver(message.Payload, new Delivery(message.Id, message.OccurredAt, message.Attempts), scope.ServiceProvider, either.Token);
            return new Outcome.Delivered();
        }
        catch (OperationCanceledException) when (hurry.IsCancellationRequested)
        {
            return new Outcome.Later(clock.GetUtcNow(), Counts: false, null);
        }
        catch (DeliveryException told)
        {
            return Told(message, told);
        }
        catch (Exception bug)
        {
            LogBroken(bug, message.Id, message.Handler, message.Attempts);
            return Failed(message, bug is OperationCanceledException ? "time-out of the handler" : $"{bug.GetType().Name}: see the log");
        }
    }

    private Outcome Told(OutboxMessage message, DeliveryException told)
    {
        LogRefused(message.Id, message.Handler, message.Attempts, told.Message);
        if (told.Final)
            return new Outcome.Dead(told.Message);
        if (told.RetryAfter is not { } after)
            return Failed(message, told.Message);

        rests.Rest(message.Lane, clock.GetUtcNow() + after);
        return new Outcome.Later(clock.GetUtcNow() + after, Counts: false, told.Message);
    }

    private Outcome Failed(OutboxMessage message, string error) =>
        message.Attempts >= MaxAttempts
            ? new Outcome.Dead(error)
            : new Outcome.Later(clock.GetUtcNow() + BackOff(message.Attempts, random.NextDouble()), Counts: true, error);

    /// <summary>Tries as long as the lease lasts: a delivery that a short absence of the database forgets would be made twice.</summary>
    private async Task WriteBack(OutboxMessage message, Outcome outcome)
    {
        while (true)
        {
            try
            {
                if (!await queue.Settle(message, outcome, CancellationToken.None))
                    LogLate(message.Id, message.Handler);

                return;
            }
            catch (NpgsqlException away) when (clock.GetUtcNow() < message.LeaseUntil && IsAway(away))
            {
                LogNotWritten(away, message.Id);
                await Task.Delay(DatabaseAway, clock, CancellationToken.None);
            }
        }
    }

    /// <summary>Shut down, starting, overrun or unreachable, rather than at odds with our SQL.</summary>
    private static bool IsAway(NpgsqlException exception) =>
        exception is not PostgresException refused || refused.SqlState[..2] is "08" or "53" or "57";

    [LoggerMessage(LogLevel.Warning, "Outbox message {MessageId} ({EventType}, {Handler}) is for another version of the program; put back")]
    private partial void LogUnknown(Guid messageId, string eventType, string handler);

    [LoggerMessage(LogLevel.Warning, "Outbox message {MessageId} to {Handler}, attempt {Attempt}: {Reason}")]
    private partial void LogRefused(Guid messageId, string handler, int attempt, string reason);

    [LoggerMessage(LogLevel.Error, "Outbox message {MessageId} to {Handler}, attempt {Attempt}, failed")]
    private partial void LogBroken(Exception bug, Guid messageId, string handler, int attempt);

    [LoggerMessage(LogLevel.Warning, "Outbox message {MessageId} to {Handler} came back after its lease had passed to another")]
    private partial void LogLate(Guid messageId, string handler);

    [LoggerMessage(LogLevel.Warning, "How outbox message {MessageId} went could not be written down yet")]
    private partial void LogNotWritten(Exception away, Guid messageId);
}
