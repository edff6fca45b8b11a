using Joonbi.Application.Notifications;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Notifications;

internal sealed class GetRecipientHandler(ReadDb db) : IRequestHandler<GetRecipient, Recipient?>
{
    public Task<Recipient?> Handle(GetRecipient query, CancellationToken ct) =>
        db.One<Recipient>(
            """
            select users.email, users.name
              from users
              left join notification_preferences wish on wish.user_id = users.id and wish.kind = @Kind
             where users.id = @UserId and users.deleted_at is null and coalesce(wish.email, true)
            """,
            query,
            ct);
}
