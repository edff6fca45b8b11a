using System.Collections.Concurrent;
using Dapper;
using Joonbi.Domain;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Infrastructure.Files;

/// <summary>
/// Brings every file that the database knows to where new ones go, while the service runs: a file is read where it is found, and it
/// leaves its old place only after its copy was read back and has the checksum of its row. Nothing is remembered between runs;
/// whoever ends one at any moment starts another.
/// </summary>
public sealed class FileMove
{
    private const int Page = 200, AtOnce = 4;
    internal const long Lock = 0x6A6F6F6E62690010;

    private readonly IKeyedStore from, to;
    private readonly TimeSpan linkLife;
    private readonly NpgsqlDataSource dataSource;
    private readonly TimeProvider clock;
    private readonly ReadDb db;
    private readonly FileCarrier carrier;
    private readonly ConcurrentQueue<KnownBytes> copied = new();

    /// <param name="from">The old place.</param>
    /// <param name="to">The new place.</param>
    /// <param name="linkLife">How long somebody may still hold a link to the old place.</param>
    /// <param name="dataSource">The database.</param>
    /// <param name="clock">The time.</param>
    internal FileMove(IKeyedStore from, IKeyedStore to, TimeSpan linkLife, NpgsqlDataSource dataSource, TimeProvider clock)
    {
        (this.from, this.to, this.linkLife, this.dataSource, this.clock) = (from, to, linkLife, dataSource, clock);
        (db, carrier) = (new ReadDb(dataSource), new FileCarrier(from, to));
    }

    /// <summary>Moves what is not moved yet.</summary>
    /// <exception cref="ConflictException">Another move is at it.</exception>
    public async Task<MoveReport> Run(Action<MoveProgress> progress, CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select pg_try_advisory_lock(@Lock)", new { Lock }, cancellationToken: ct)))
            throw new ConflictException("MOVE_RUNNING", "다른 files move가 이미 실행 중입니다.");

        var report = new MoveReport();
        try
        {
            await MoveAll(report, progress, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            report.BrokenOff = "멈추라는 신호를 받았습니다.";
        }
        catch (Exception exception) when (exception is UnavailableException or NpgsqlException or IOException or UnauthorizedAccessException)
        {
            report.BrokenOff = exception.Message;
        }
        finally
        {
            await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_unlock(@Lock)", new { Lock }, cancellationToken: CancellationToken.None));
        }

        return report;
    }

    private async Task MoveAll(MoveReport report, Action<MoveProgress> progress, CancellationToken ct)
    {
        var total = await db.One<int>("select count(*)::int from files", new { }, ct);
        var after = "";
        while (await NextPage(after, ct) is { Count: > 0 } page)
        {
            await Parallel.ForEachAsync(page, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (file, token) =>
            {
                await Move(file, report, token);
                progress(new MoveProgress(report.Seen, total));
            });
            after = page[^1].Key;
        }

        if (copied.IsEmpty)
            return;

        progress(new MoveProgress(report.Seen, total, linkLife));
        await Task.Delay(linkLife, clock, ct);
        while (copied.TryDequeue(out var file))
            await Remove(file, report, ct);
    }

    private async Task Move(KnownBytes file, MoveReport report, CancellationToken ct)
    {
        try
        {
            var isAtBoth = await carrier.Carry(file, ct);
            if (!await db.One<bool>("select exists (select from files where storage_key = @Key)", new { file.Key }, ct))
            {
                // Its owner deleted it while it was copied: that copy nobody else would remove before the sweep.
                await to.Delete(file.Key, ct);
                report.CountDeleted();
            }
            else if (!isAtBoth)
            {
                report.CountThere();
            }
            else
            {
                report.CountCopied();
                if (linkLife == TimeSpan.Zero)
                    await Remove(file, report, ct);
                else
                    copied.Enqueue(file);
            }
        }
        catch (FileCarrier.Refusal refusal)
        {
            report.CountLeft(file.Key, refusal.Message);
        }
    }

    private async Task Remove(KnownBytes file, MoveReport report, CancellationToken ct)
    {
        await from.Delete(file.Key, ct);
        report.CountMoved(file.Size);
    }

    private Task<IReadOnlyList<KnownBytes>> NextPage(string after, CancellationToken ct) =>
        db.Many<KnownBytes>(
            "select storage_key as key, size, sha256 from files where storage_key > @after order by storage_key limit @Page",
            new { after, Page },
            ct);
}
