using Joonbi.Application;
using Joonbi.Application.Payments;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Joonbi.Infrastructure.Payments;

/// <summary>
/// Asks about the payments whose time has come. Each is claimed by moving its time on, so that any number of replicas may ask,
/// and one about which the vendor says nothing comes back by itself and holds up no other.
/// </summary>
internal sealed partial class Reconciler(ReadDb db, IServiceScopeFactory scopes, InfrastructureSettings settings, TimeProvider clock, ILogger<Reconciler> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(5);

    /// <summary>Asks once about everything that is due.</summary>
    public async Task Look(CancellationToken ct)
    {
        if (settings.PortOne is null)
            return;

        while (await Claim(ct) is { } due)
        {
            if (!await Ask(due, ct))
                return;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        if (settings.PortOne is null)
            LogOff();

        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
                await LookOrLog(stopping);
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    private Task<Due?> Claim(CancellationToken ct) =>
        db.One<Due>(
            """
            update payments
               set next_check_at = @Later
             where id = (
                select id
                  from payments
                 where next_check_at <= @Now
                 order by next_check_at
                 limit 1
                   for update skip locked)
            returning id, coalesce((select transaction_id from refunds where payment_id = payments.id and status = 'REQUESTED' order by id desc limit 1), transaction_id) as transaction_id
            """,
            new { Now = clock.GetUtcNow(), Later = clock.GetUtcNow() + AskAgain },
            ct);

    /// <returns>False when the vendor is away, and asking about others is of no use now.</returns>
    private async Task<bool> Ask(Due due, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ReconcilePayment(due.Id, due.TransactionId), ct);
            return true;
        }
        catch (DeliveryException silent)
        {
            LogSilent(due.Id, silent.Message);
            return silent.RetryAfter is null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogFailed(exception, due.Id);
            return true;
        }
    }

    private async Task LookOrLog(CancellationToken ct)
    {
        try
        {
            await Look(ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogLookFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "No PORTONE settings: this installation takes no payments")]
    private partial void LogOff();

    [LoggerMessage(LogLevel.Warning, "The vendor said nothing about payment {PaymentId}: {Reason}")]
    private partial void LogSilent(Guid paymentId, string reason);

    [LoggerMessage(LogLevel.Error, "Payment {PaymentId} could not be reconciled")]
    private partial void LogFailed(Exception exception, Guid paymentId);

    [LoggerMessage(LogLevel.Warning, "The reconciler could not look")]
    private partial void LogLookFailed(Exception exception);

    private sealed record Due(Guid Id, string? TransactionId);
}
