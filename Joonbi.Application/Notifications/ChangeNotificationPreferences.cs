using Joonbi.Domain;

namespace Joonbi.Application.Notifications;

/// <summary>Replaces what the person wants by mail.</summary>
/// <param name="UserId">Whose wishes.</param>
/// <param name="Version">The version that the person has seen; null when any will do.</param>
/// <param name="Wishes">The new ones.</param>
public sealed record ChangeNotificationPreferences(Guid UserId, int? Version, NotificationWishes Wishes) : ICommand;

/// <summary>All of a person's wishes.</summary>
/// <param name="Preferences">A kind that is not named is mailed.</param>
public sealed record NotificationWishes(IReadOnlyList<NotificationWish> Preferences);

/// <summary>A wish about one kind.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Email">False: in the app only.</param>
public sealed record NotificationWish(NotificationKind Kind, bool Email);

internal sealed class NotificationWishesValidator : AbstractValidator<NotificationWishes>
{
    public NotificationWishesValidator()
    {
        RuleFor(wishes => wishes.Preferences).MaximumItems(Enum.GetValues<NotificationKind>().Length);
        RuleFor(wishes => wishes.Preferences).Must(wishes => wishes.DistinctBy(wish => wish.Kind).Count() == wishes.Count).WithMessage("같은 종류를 두 번 적을 수 없습니다.");
    }
}

internal sealed class ChangeNotificationPreferencesHandler(INotifications notifications) : AsyncRequestHandler<ChangeNotificationPreferences>
{
    protected override async Task Handle(ChangeNotificationPreferences command, CancellationToken ct)
    {
        var wishes = command.Wishes.Preferences;
        if (wishes.Any(wish => !wish.Email && NotificationPreference.IsRequired(wish.Kind)))
            throw new RuleViolationException("NOTIFICATION_REQUIRED", "결제에 관한 메일은 끌 수 없습니다.");

        var present = await notifications.GetWishes(command.UserId, ct);
        if (command.Version is { } seen && seen != NotificationPreferences.VersionOf(present))
            throw new StaleVersionException();

        await notifications.ReplaceWishes(command.UserId, wishes, ct);
    }
}
