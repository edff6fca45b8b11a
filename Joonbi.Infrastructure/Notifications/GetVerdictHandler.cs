using Joonbi.Application.Notifications;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Notifications;

internal sealed class GetVerdictHandler(ReadDb db) : IRequestHandler<GetVerdict, Verdict?>
{
    public Task<Verdict?> Handle(GetVerdict query, CancellationToken ct) =>
        db.One<Verdict>(
            """
            select analysis, coalesce(jsonb_array_length(designs->'screens') > 0, false) as has_screens
              from consultations
             where id = @ConsultationId and analysis is not null
            """,
            query,
            ct);
}
