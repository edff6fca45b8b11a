using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Mails a new link that proves the address; nothing happens when it is proved already.</summary>
public sealed record ResendVerification(Guid UserId) : ICommand;

internal sealed class ResendVerificationHandler(IUserRepository users, IMailLinks links, IRandomSource random, AccountPolicy policy) : AsyncRequestHandler<ResendVerification>
{
    protected override async Task Handle(ResendVerification command, CancellationToken ct)
    {
        var user = await users.Get(command.UserId, ct);
        if (user.EmailVerifiedAt is not null)
            return;

        var link = random.NextId();
        if (!await links.TryIssue(link, user.Id, MailLinkPurpose.VerifyEmail, policy.VerifyLife, policy.MailPause, ct))
            throw new TooManyAttemptsException(policy.MailPause);

        user.AskToVerify(link);
        await users.Save(user, ct);
    }
}
