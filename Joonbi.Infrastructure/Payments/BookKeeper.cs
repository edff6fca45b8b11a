using System.Diagnostics.Metrics;
using Joonbi.Application.Payments;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Joonbi.Infrastructure.Payments;

/// <summary>
/// Holds the ledger against the payments, at the start and every ten minutes. The database lets nobody commit a difference; what
/// is looked for here came round it: a backup put back in parts, or an owner who had switched its guard off. Each disagreement is
/// told once.
/// </summary>
internal sealed partial class BookKeeper : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private readonly ReadDb db;
    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly ILogger<BookKeeper> logger;

    static BookKeeper() => DapperConventions.AddJson(typeof(LedgerSums));

    public BookKeeper(ReadDb db, IServiceScopeFactory scopes, IMeterFactory meters, TimeProvider clock, ILogger<BookKeeper> logger)
    {
        (this.db, this.scopes, this.clock, this.logger) = (db, scopes, clock, logger);
        meters.Create(Telemetry.Name).CreateObservableGauge("ledger_differences", () => Found.Differences, description: "Payments whose ledger says something else than their state, as of the last look.");
    }

    /// <summary>What the last look found; nothing before the first.</summary>
    public Books Found { get; private set; } = new(0);

    public async Task<IReadOnlyList<LedgerDifference>> Look(CancellationToken ct)
    {
        var differences = await db.Many<LedgerDifference>(
            """
            select payment_id,
                   jsonb_build_object('paid', booked_paid, 'refunded', booked_refunded, 'moved', booked_moved, 'returned', booked_returned) as ledger,
                   jsonb_build_object('paid', paid, 'refunded', refunded, 'moved', moved, 'returned', returned) as payment
              from ledger_differences
             order by payment_id
             limit 100
            """,
            new { },
            ct);
        Found = new Books(differences.Count);
        if (differences.Count > 0)
            LogDifferent(differences.Count, differences[0].PaymentId);

        return differences;
    }

    /// <summary>Looks, and has an admin told of what nobody knew yet.</summary>
    public async Task Review(CancellationToken ct)
    {
        var found = await Look(ct);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new TellOfDifferences(found), ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
                await ReviewOrLog(stopping);
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }

    private async Task ReviewOrLog(CancellationToken ct)
    {
        try
        {
            await Review(ct);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
        {
            LogLookFailed(exception);
        }
    }

    [LoggerMessage(LogLevel.Critical, "The ledger of {Count} payments differs from their state; the first is {PaymentId}")]
    private partial void LogDifferent(int count, Guid paymentId);

    [LoggerMessage(LogLevel.Warning, "The books could not be looked at")]
    private partial void LogLookFailed(Exception exception);
}

internal sealed class GetBooksHandler(BookKeeper keeper) : IRequestHandler<GetBooks, Books>
{
    public Task<Books> Handle(GetBooks query, CancellationToken ct) => Task.FromResult(keeper.Found);
}
