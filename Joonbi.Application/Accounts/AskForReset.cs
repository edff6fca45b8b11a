using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>
/// Mails a link that sets a new password. Says nothing, whether or not the address has an account and whether or not a mail
/// goes out: at most one in a few minutes does.
/// </summary>
public sealed record AskForReset(ForgottenPassword Forgotten) : ICommand;

/// <summary>Whose password is forgotten.</summary>
public sealed record ForgottenPassword(string Email);

internal sealed class ForgottenPasswordValidator : AbstractValidator<ForgottenPassword>
{
    public ForgottenPasswordValidator() => RuleFor(forgotten => forgotten.Email).NewEmail();
}

internal sealed class AskForResetHandler(IUserRepository users, IMailLinks links, IRandomSource random, AccountPolicy policy) : AsyncRequestHandler<AskForReset>
{
    protected override async Task Handle(AskForReset command, CancellationToken ct)
    {
        var link = random.NextId();
        if (await users.Find(EmailAddress.Normalise(command.Forgotten.Email), ct) is not { } user
            || !await links.TryIssue(link, user.Id, MailLinkPurpose.ResetPassword, policy.ResetLife, policy.MailPause, ct))
        {
            return;
        }

        user.AskToReset(link);
        await users.Save(user, ct);
    }
}
