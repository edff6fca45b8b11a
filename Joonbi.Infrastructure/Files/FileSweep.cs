using Dapper;
using Joonbi.Application.Files;
using Joonbi.Domain.Files;
using Joonbi.Infrastructure.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Joonbi.Infrastructure.Files;

/// <summary>
/// Removes what nobody will ever ask for: uploads that were attached to nothing, and bytes whose row was never committed because the
/// program ended in between. One replica at a time does it.
/// </summary>
internal sealed partial class FileSweep(NpgsqlDataSource dataSource, ReadDb db, IFileStore store, UploadPolicy policy, TimeProvider clock, ILogger<FileSweep> logger)
    : BackgroundService
{
    /// <summary>From here on, a store in which most bytes are unknown is taken for another database's: nothing in it is touched.</summary>
    internal const int Suspicious = 100;

    private const int Batch = 500;
    internal const long Lock = 0x6A6F6F6E62690001;
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>Sweeps once, unless another replica is at it.</summary>
    public async Task Sweep(CancellationToken ct)
    {
        await using var connection = await dataSource.OpenConnectionAsync(ct);
        if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select pg_try_advisory_lock(@Lock)", new { Lock }, cancellationToken: ct)))
            return;

        try
        {
            var before = clock.GetUtcNow() - policy.WaitingLife;
            while (await RemoveWaiting(before, ct) == Batch)
            {
            }

            await RemoveUnknown(before, ct);
            await store.DropUnfinished(before, ct);
        }
        finally
        {
            await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_unlock(@Lock)", new { Lock }, cancellationToken: CancellationToken.None));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Sweep(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogSkipped(exception.Message);
            }

            await Task.Delay(Interval, clock, stoppingToken);
        }
    }

    /// <summary>One that is being attached at this moment is locked or, a moment later, kept by its foreign key.</summary>
    private async Task<int> RemoveWaiting(DateTimeOffset before, CancellationToken ct)
    {
        var keys = await db.Many<string>(
            """
            delete from files
             where id in (
                select id
                  from files
                 where purpose = 'ATTACHMENT' and created_at < @before and not exists (select from attachments where file_id = files.id)
                 order by created_at
                 limit @Batch
                   for update skip locked)
            returning storage_key
            """,
            new { before, Batch },
            ct);
        foreach (var key in keys)
            await store.Delete(key, ct);

        return keys.Count;
    }

    private async Task RemoveUnknown(DateTimeOffset before, CancellationToken ct)
    {
        var (seen, unknown) = (0, new List<string>());
        await foreach (var keys in store.WrittenBefore(before, ct).Chunk(Batch).WithCancellation(ct))
        {
            seen += keys.Length;
            unknown.AddRange(await db.Many<string>(
                "select key from unnest(@keys) as key where not exists (select from files where storage_key = key)",
                new { keys },
                ct));
        }

        if (unknown.Count >= Suspicious && unknown.Count > seen / 2)
        {
            LogStrangeStore(unknown.Count, seen);
            return;
        }

        foreach (var key in unknown)
            await store.Delete(key, ct);
    }

    [LoggerMessage(LogLevel.Error, "{Unknown} of {Seen} stored files are unknown to this database; UPLOAD_PATH, AWS_S3_BUCKET or DATABASE_URL is wrong, so none is removed")]
    private partial void LogStrangeStore(int unknown, int seen);

    [LoggerMessage(LogLevel.Warning, "The sweep of stored files was broken off: {Reason}")]
    private partial void LogSkipped(string reason);
}
