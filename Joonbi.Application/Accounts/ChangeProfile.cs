using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Changes parts of the own account.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="Version">The version that the person saw, or null for any.</param>
/// <param name="Change">What changes.</param>
public sealed record ChangeProfile(Guid UserId, int? Version, ProfileChange Change) : ICommand;

/// <summary>The members that change; what is absent stays as it is.</summary>
/// <param name="Name">What we call the person.</param>
/// <param name="Phone">A Korean number; null for none.</param>
public sealed record ProfileChange(Change<string> Name = default, Change<string?> Phone = default);

internal sealed class ProfileChangeValidator : AbstractValidator<ProfileChange>
{
    public ProfileChangeValidator()
    {
        RuleFor(change => change.Name.Value).PersonName().OverridePropertyName(change => change.Name);
        RuleFor(change => change.Phone.Value).KoreanPhone().OverridePropertyName(change => change.Phone);
    }
}

internal sealed class ChangeProfileHandler(IUserRepository users, TimeProvider clock) : AsyncRequestHandler<ChangeProfile>
{
    protected override async Task Handle(ChangeProfile command, CancellationToken ct)
    {
        var user = await users.Get(command.UserId, ct);
        if (command.Version is { } held && held != user.Version)
            throw new StaleVersionException();

        user.ChangeProfile(command.Change.Name.Or(user.Name).Trim(), PhoneNumber.OrNone(command.Change.Phone.Or(user.Phone)), clock.GetUtcNow());
        await users.Save(user, ct);
    }
}
