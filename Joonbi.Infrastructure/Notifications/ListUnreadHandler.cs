using Joonbi.Application.Notifications;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Notifications;

internal sealed class ListUnreadHandler(ReadDb db) : IRequestHandler<ListUnread, IReadOnlyList<UnreadLine>>
{
    public Task<IReadOnlyList<UnreadLine>> Handle(ListUnread query, CancellationToken ct) =>
        db.Many<UnreadLine>(
            """
            select other.id, other.user_id, other.kind, other.title, other.body, other.link
              from notifications mine
              join notifications other on other.user_id = mine.user_id and other.kind = mine.kind and other.link = mine.link
             where mine.id = @NotificationId and mine.read_at is null and mine.mailed_at is null
               and other.read_at is null and other.mailed_at is null and other.created_at <= @Until
             order by other.id
            """,
            query,
            ct);
}
