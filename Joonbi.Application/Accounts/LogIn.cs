using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>
/// Begins a session; null when address and password do not belong together, whichever of the two is wrong. Who has not proved
/// the address yet may come in: the account says so, and only mails depend on it.
/// </summary>
public sealed record LogIn(Credentials Credentials, Device Device) : ICommand<SignedIn?>;

/// <summary>What a person shows to come in.</summary>
/// <param name="Email">Without regard to case.</param>
/// <param name="Password">As it was set.</param>
/// <param name="Client">BROWSER: the refresh token goes into a cookie that scripts cannot read. APP (default): it is in the answer.</param>
public sealed record Credentials(string Email, string Password, ClientKind? Client);

/// <summary>Where the refresh token is kept.</summary>
public enum ClientKind
{
    /// <summary>In a cookie.</summary>
    Browser,

    /// <summary>By the program itself.</summary>
    App,
}

/// <summary>An open session and the only copy of its refresh token.</summary>
public sealed record SignedIn(Guid UserId, UserRole Role, Guid SessionId, string RefreshToken, DateTimeOffset RefreshExpiresAt);

internal sealed class CredentialsValidator : AbstractValidator<Credentials>
{
    public CredentialsValidator()
    {
        RuleFor(given => given.Email).NotEmpty().MaximumLength(EmailAddress.MaxLength);
        RuleFor(given => given.Password).GivenPassword();
    }
}

internal sealed class LogInHandler(
    IMediator mediator,
    IUserRepository users,
    ISessionRepository sessions,
    IPasswords passwords,
    ISecretTokens tokens,
    ILoginThrottle throttle,
    IRandomSource random,
    AccountPolicy policy,
    TimeProvider clock) : IRequestHandler<LogIn, SignedIn?>
{
    public async Task<SignedIn?> Handle(LogIn command, CancellationToken ct)
    {
        var (email, password) = (EmailAddress.Normalise(command.Credentials.Email), command.Credentials.Password);
        await throttle.Enter(email, command.Device.IpAddress, ct);
        var known = await mediator.Send(new FindPassword(email), ct);
        var match = await passwords.Compare(known?.Hash, password, ct);
        if (known is null || match is PasswordMatch.Wrong)
            return null;

        var stronger = match is PasswordMatch.Outdated ? await passwords.Hash(password, ct) : null;
        await throttle.Pass(email, command.Device.IpAddress, ct);
        return await Begin(known, stronger, command.Device, ct);
    }

    private async Task<SignedIn?> Begin(KnownPassword known, string? stronger, Device device, CancellationToken ct)
    {
        var user = await users.Get(known.UserId, ct);
        if (user.PasswordHash != known.Hash)
            return null;

        if (stronger is not null)
        {
            user.Rehash(stronger);
            await users.Save(user, ct);
        }

        var session = Session.Begin(random.NextId(), user.Id, device, policy, clock.GetUtcNow());
        var token = tokens.Create();
        await sessions.Begin(session, tokens.Hash(token), ct);
        return new SignedIn(user.Id, user.Role, session.Id, token, session.ExpiresAt);
    }
}
