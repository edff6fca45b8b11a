using System.Diagnostics.Metrics;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.Logging;

namespace Joonbi.Infrastructure.Health;

/// <summary>
/// Whether the database answers this process. Figures that are counted there stand still while it is away; this one tells them
/// apart from figures that are fine.
/// </summary>
internal sealed class DatabasePulse : Figures
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly ReadDb db;
    private int? up;

    public DatabasePulse(ReadDb db, IMeterFactory meters, TimeProvider clock, ILogger<DatabasePulse> logger)
        : base(TimeSpan.FromSeconds(15), clock, logger)
    {
        this.db = db;
        meters.Create(Telemetry.Name).CreateObservableGauge("database_up", () => Told(up), description: "1 when the database answered the last time, else 0.");
    }

    protected override async Task Count(CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            up = await db.One<int>("select 1", new { }, limit.Token);
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            up = 0;
            throw;
        }
    }
}
