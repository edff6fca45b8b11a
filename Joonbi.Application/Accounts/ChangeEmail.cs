using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>
/// Makes an address the account's, since its person holds the link that was mailed there. Every session ends, and no link that
/// was mailed to the old address works any more: whoever reads there is out.
/// </summary>
public sealed record ChangeEmail(MailedToken Link) : ICommand;

internal sealed class ChangeEmailHandler(IUserRepository users, ISessionRepository sessions, IMailLinks links, TimeProvider clock) : AsyncRequestHandler<ChangeEmail>
{
    protected override async Task Handle(ChangeEmail command, CancellationToken ct)
    {
        var proved = await links.RedeemAddress(command.Link.Token, ct) ?? throw LinkRefused.Create();
        var user = await users.Get(proved.UserId, ct);
        await links.KeepAddress(proved.LinkId, user.Email, ct);
        user.ChangeEmail(proved.Address, proved.LinkId, clock.GetUtcNow());
        await users.Save(user, ct);
        foreach (var purpose in Enum.GetValues<MailLinkPurpose>())
            await links.VoidAll(user.Id, purpose, ct);

        await sessions.RevokeAll(user.Id, null, SessionEnd.EmailChanged, ct);
    }
}
