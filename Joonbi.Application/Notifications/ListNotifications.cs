namespace Joonbi.Application.Notifications;

/// <summary>The person's own notifications, newest first.</summary>
public sealed record ListNotifications(Guid UserId, PageRequest Page) : IQuery<Page<NotificationLine>>;

/// <summary>A line of the bell menu.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Title">One line.</param>
/// <param name="Body">A sentence or two.</param>
/// <param name="Link">Where it leads: a path of the site.</param>
/// <param name="CreatedAt">When what it tells happened.</param>
/// <param name="ReadAt">When it was read; null while it is not.</param>
public sealed record NotificationLine(Guid Id, NotificationKind Kind, string Title, string Body, string? Link, DateTimeOffset CreatedAt, DateTimeOffset? ReadAt);
