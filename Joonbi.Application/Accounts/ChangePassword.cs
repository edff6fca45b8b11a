using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Changes the own password and ends every other session.</summary>
public sealed record ChangePassword(Guid UserId, Guid SessionId, Device Device, PasswordChange Change) : ICommand;

/// <summary>The present password and the next one.</summary>
public sealed record PasswordChange(string CurrentPassword, string NewPassword);

internal sealed class PasswordChangeValidator : AbstractValidator<PasswordChange>
{
    public PasswordChangeValidator()
    {
        RuleFor(change => change.CurrentPassword).GivenPassword();
        RuleFor(change => change.NewPassword).NewPassword();
        RuleFor(change => change.NewPassword).Must((change, next) => next != change.CurrentPassword).WithMessage("지금과 다른 비밀번호를 입력해 주세요.");
    }
}

internal sealed class ChangePasswordHandler(
    OwnPassword own,
    IUserRepository users,
    ISessionRepository sessions,
    IPasswords passwords,
    TimeProvider clock) : AsyncRequestHandler<ChangePassword>
{
    protected override async Task Handle(ChangePassword command, CancellationToken ct)
    {
        var (mailbox, proved) = await own.Prove(command.UserId, command.Change.CurrentPassword, "currentPassword", command.Device, ct);
        if (PasswordRules.Complaint(command.Change.NewPassword, mailbox.Email, mailbox.Name) is { } complaint)
            throw new InvalidFieldException("newPassword", complaint);

        var hash = await passwords.Hash(command.Change.NewPassword, ct);
        var user = await users.Get(command.UserId, ct);
        user.Require(proved);
        user.ChangePassword(hash, clock.GetUtcNow());
        await users.Save(user, ct);
        await sessions.RevokeAll(user.Id, command.SessionId, SessionEnd.PasswordChanged, ct);
    }
}
