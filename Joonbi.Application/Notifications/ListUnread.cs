namespace Joonbi.Application.Notifications;

/// <summary>A notification and what came of the same thing until then, unread and unmailed; nothing if itself is not.</summary>
public sealed record ListUnread(Guid NotificationId, DateTimeOffset Until) : IQuery<IReadOnlyList<UnreadLine>>;

/// <summary>An unread notification.</summary>
/// <param name="Id">Its id.</param>
/// <param name="UserId">Whose.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">A sentence or two.</param>
/// <param name="Link">Below <c>FRONTEND_URL</c>.</param>
public sealed record UnreadLine(Guid Id, Guid UserId, NotificationKind Kind, string Title, string Body, string Link);
