using System.Text.Json;
using Joonbi.Application;
using Joonbi.Domain;

namespace Joonbi.Infrastructure.Persistence;

/// <summary>Adds to <c>audit_log</c>, which the program's role can neither change nor delete from.</summary>
internal sealed class AuditLog(DbSession session, IRandomSource random, TimeProvider clock) : IAuditLog
{
    public Task Write(Guid actorId, string action, Guid subjectId, object? before, object? after, CancellationToken ct) =>
        session.Execute(
            """
            insert into audit_log (id, actor_id, action, subject, subject_id, before, after, at)
            values (@Id, @ActorId, @Action, @Subject, @SubjectId, @Before::jsonb, @After::jsonb, @Now)
            """,
            new
            {
                Id = random.NextId(),
                ActorId = actorId,
                Action = action,
                Subject = action.Split('.')[0],
                SubjectId = subjectId.ToString(),
                Before = before is null ? null : JsonSerializer.Serialize(before, Json.Options),
                After = after is null ? null : JsonSerializer.Serialize(after, Json.Options),
                Now = clock.GetUtcNow(),
            },
            ct);
}
