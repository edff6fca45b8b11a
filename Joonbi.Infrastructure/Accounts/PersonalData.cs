using Joonbi.Application.Accounts;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

/// <summary>
/// Every place outside the aggregates where a person's words, name or address may stand. A table that is added later belongs
/// here if it holds any: the test that searches the whole database for a deleted person says so.
/// </summary>
internal sealed class PersonalData(DbSession session, TimeProvider clock) : IPersonalData
{
    private const string Own = "(select id from consultations where user_id = @userId)";
    private const string OwnMessage = $"(payload->>'userId' = @userId::text or payload->>'consultationId' in (select id::text from consultations where user_id = @userId))";

    public Task<IReadOnlyList<Guid>> ConsultationsOf(Guid userId, CancellationToken ct) =>
        session.Many<Guid>("select id from consultations where user_id = @userId order by id", new { userId }, ct);

    public async Task<IReadOnlyList<string>> Erase(Guid userId, CancellationToken ct)
    {
        await session.Execute(
            $"""
            update consultation_messages set body = '삭제된 메시지입니다.' where consultation_id in {Own};
            update share_links set revoked_at = @Now where consultation_id in {Own} and revoked_at is null;
            delete from notifications where user_id = @userId or exists (select from consultations where user_id = @userId and strpos(link, consultations.id::text) > 0);
            delete from notification_preferences where user_id = @userId;
            delete from idempotency_keys where user_id = @userId;
            update idempotency_keys set answer = null where exists (select from consultations where user_id = @userId and strpos(answer::text, consultations.id::text) > 0);
            delete from email_tokens where user_id = @userId;
            delete from refresh_tokens where session_id in (select id from sessions where user_id = @userId);
            update sessions set user_agent = '', ip_address = '' where user_id = @userId;
            delete from outbox where processed_at is not null and {OwnMessage};
            update outbox set payload = without_words(payload), last_error = null where {OwnMessage};
            select forget_timeline(@userId);
            """,
            new { userId, Now = clock.GetUtcNow() },
            ct);
        return await EraseFiles(userId, ct);
    }

    private Task<IReadOnlyList<string>> EraseFiles(Guid userId, CancellationToken ct) =>
        session.Many<string>(
            $"""
            with own_documents as (delete from documents where consultation_id in {Own} returning file_id),
                 own_attachments as (delete from attachments where consultation_id in {Own})
            delete from files where owner_id = @userId or id in (select file_id from own_documents) returning storage_key
            """,
            new { userId },
            ct);
}
