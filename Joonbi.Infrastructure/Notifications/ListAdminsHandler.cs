using Joonbi.Application.Notifications;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Notifications;

/// <summary>At most fifty: no studio has more, and no mail takes more.</summary>
internal sealed class ListAdminsHandler(ReadDb db) : IRequestHandler<ListAdmins, IReadOnlyList<AdminContact>>
{
    public Task<IReadOnlyList<AdminContact>> Handle(ListAdmins query, CancellationToken ct) =>
        db.Many<AdminContact>(
            """
            select users.id, users.email, coalesce(wish.email, true) as wants_mail
              from users
              left join notification_preferences wish on wish.user_id = users.id and wish.kind = @Kind
             where users.role = 'ADMIN' and users.deleted_at is null
             order by users.id
             limit 50
            """,
            query,
            ct);
}
