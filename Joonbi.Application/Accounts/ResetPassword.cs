using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>
/// Sets a new password by the mailed link and ends every session: whoever knew the old one is out. Holding the link also
/// proves the address.
/// </summary>
public sealed record ResetPassword(PasswordReset Reset) : ICommand;

/// <summary>The mailed token and what the password shall be.</summary>
public sealed record PasswordReset(string Token, string NewPassword);

internal sealed class PasswordResetValidator : AbstractValidator<PasswordReset>
{
    public PasswordResetValidator()
    {
        RuleFor(reset => reset.Token).Token();
        RuleFor(reset => reset.NewPassword).NewPassword();
    }
}

internal sealed class ResetPasswordHandler(
    IMediator mediator,
    IUserRepository users,
    ISessionRepository sessions,
    IMailLinks links,
    IPasswords passwords,
    ILoginThrottle throttle,
    TimeProvider clock) : AsyncRequestHandler<ResetPassword>
{
    protected override async Task Handle(ResetPassword command, CancellationToken ct)
    {
        var (token, password) = command.Reset;
        var userId = await links.Find(token, MailLinkPurpose.ResetPassword, ct) ?? throw LinkRefused.Create();
        var mailbox = await mediator.Send(new GetMailbox(userId), ct) ?? throw LinkRefused.Create();
        if (PasswordRules.Complaint(password, mailbox.Email, mailbox.Name) is { } complaint)
            throw new InvalidFieldException("newPassword", complaint);

        var hash = await passwords.Hash(password, ct);
        if (await links.Redeem(token, MailLinkPurpose.ResetPassword, ct) is null)
            throw LinkRefused.Create();

        await Set(userId, hash, ct);
        await throttle.Forgive(mailbox.Email, ct);
    }

    private async Task Set(Guid userId, string hash, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var user = await users.Get(userId, ct);
        user.ChangePassword(hash, now);
        user.VerifyEmail(now);
        await users.Save(user, ct);
        await links.VoidAll(userId, MailLinkPurpose.ResetPassword, ct);
        await sessions.RevokeAll(userId, null, SessionEnd.PasswordChanged, ct);
    }
}
