using Joonbi.Api.Security;
using Joonbi.Api.Versions;
using Joonbi.Application;
using Joonbi.Application.Notifications;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Notifications;

/// <summary>Everybody's own bell menu, admins' too, and what of it comes by mail.</summary>
internal static class NotificationEndpoints
{
    public static void MapNotifications(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/notifications").RequireAuthorization(Policies.Customer).WithTags("알림");
        group.MapGet("/", List).WithName("listNotifications").WithSummary("내 알림 목록");
        group.MapGet("/unread-count", Count).WithName("countUnreadNotifications").WithSummary("읽지 않은 알림의 수");
        group.MapPatch("/{id:guid}/read", MarkRead).WithName("markNotificationRead").WithSummary("알림 읽음 표시");
        group.MapPatch("/read-all", MarkAllRead).WithName("markAllNotificationsRead").WithSummary("모든 알림 읽음 표시");
        group.MapGet("/preferences", GetPreferences).WithName("getNotificationPreferences").WithSummary("메일 알림 설정");
        group.MapPut("/preferences", ChangePreferences).WithName("changeNotificationPreferences").WithSummary("메일 알림 설정 변경");
    }

    private static async Task<Ok<Page<NotificationLine>>> List([AsParameters] PageRequest page, CurrentUser user, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new ListNotifications(user.Id, page), ct));

    private static async Task<Ok<UnreadNotifications>> Count(CurrentUser user, IMediator mediator, CancellationToken ct) =>
        TypedResults.Ok(await mediator.Send(new CountUnreadNotifications(user.Id), ct));

    private static async Task<NoContent> MarkRead(Guid id, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new MarkNotificationRead(user.Id, id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> MarkAllRead(CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new MarkAllNotificationsRead(user.Id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Versioned<NotificationPreferences>> GetPreferences(CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        var preferences = await mediator.Send(new GetNotificationPreferences(user.Id), ct);
        return new(preferences, preferences.Version);
    }

    private static async Task<Versioned<NotificationPreferences>> ChangePreferences(
        [FromHeader(Name = "If-Match")] string? ifMatch, NotificationWishes wishes, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new ChangeNotificationPreferences(user.Id, EntityTag.Demanded(ifMatch), wishes), ct);
        return await GetPreferences(user, mediator, ct);
    }
}
