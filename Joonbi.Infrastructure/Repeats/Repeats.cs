using System.Text.Json;
using Joonbi.Application.Repeats;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Repeats;

/// <summary>
/// One request's key, and the rows of those that were used. A key is held by an advisory lock of the command's transaction:
/// it waits for nobody, and a process that dies lets go of it by dying.
/// </summary>
internal sealed class Repeats(DbSession session, ReadDb db, TimeProvider clock) : IRepeats
{
    private RequestKey? key;
    private byte[] fingerprint = [];
    private string? firstResult;

    private sealed record Row(byte[] Fingerprint, string Content);

    public async Task<DoneRequest?> Find(RequestKey key, CancellationToken ct) =>
        await db.One<Row>(
            "select fingerprint, coalesce(answer, 'null')::text as content from idempotency_keys where user_id = @UserId and key = @Text and created_at > @Since",
            Args(key),
            ct) is { } row
            ? new DoneRequest(row.Fingerprint, JsonSerializer.Deserialize<FirstAnswer?>(row.Content, Json.Options))
            : null;

    public void Arm(RequestKey key, byte[] fingerprint)
    {
        (this.key, this.fingerprint) = (key, fingerprint);
        session.OnBegun(ct => Claim(key, ct));
    }

    public void Include(string fileName, byte[] sha256) => fingerprint = Fingerprint.WithFile(fingerprint, fileName, sha256);

    public async Task Keep<TResult>(TResult result, CancellationToken ct)
    {
        if (key is null)
            return;

        await session.Execute(
            """
            insert into idempotency_keys (user_id, key, fingerprint, result, created_at)
            values (@UserId, @Text, @fingerprint, @result::jsonb, @Now)
                on conflict (user_id, key) do update
               set fingerprint = excluded.fingerprint, result = excluded.result, answer = null, created_at = excluded.created_at
            """,
            new { key.UserId, key.Text, fingerprint, result = JsonSerializer.Serialize(result, Json.Options), Now = clock.GetUtcNow() },
            ct);
    }

    public TResult FirstResult<TResult>() => JsonSerializer.Deserialize<TResult>(firstResult!, Json.Options)!;

    public async Task<FirstAnswer> Answered(FirstAnswer answer, CancellationToken ct)
    {
        var kept = await db.One<string>(
            "update idempotency_keys set answer = coalesce(answer, @answer::jsonb) where user_id = @UserId and key = @Text returning answer::text",
            new { key!.UserId, key.Text, answer = JsonSerializer.Serialize(answer, Json.Options) },
            ct);
        return kept is null ? answer : JsonSerializer.Deserialize<FirstAnswer>(kept, Json.Options)!;
    }

    /// <summary>The lock is a statement of its own: the next one sees what its last holder committed.</summary>
    private async Task Claim(RequestKey key, CancellationToken ct)
    {
        if (!await session.One<bool>("select pg_try_advisory_xact_lock(hashtextextended('request ' || @UserId || ' ' || @Text, 0))", key, ct))
            throw RequestKey.InUse();

        var done = await session.One<Row>(
            "select fingerprint, result::text as content from idempotency_keys where user_id = @UserId and key = @Text and created_at > @Since", Args(key), ct);
        if (done is null)
            return;

        new DoneRequest(done.Fingerprint, null).RequireSame(fingerprint);
        firstResult = done.Content;
        throw new DoneBeforeException();
    }

    private object Args(RequestKey key) => new { key.UserId, key.Text, Since = clock.GetUtcNow() - RequestKey.Life };
}
