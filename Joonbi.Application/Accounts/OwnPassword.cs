using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>
/// Asks a signed-in person for the password once more, before what cannot be undone. Guessing is slowed as at the login: a
/// session left open on a foreign computer is no way to find the password.
/// </summary>
internal sealed class OwnPassword(IMediator mediator, IPasswords passwords, ILoginThrottle throttle)
{
    /// <returns>The person, and the hash that was compared.</returns>
    /// <exception cref="InvalidFieldException">It is another one.</exception>
    public async Task<(Mailbox Mailbox, string Hash)> Prove(Guid userId, string password, string field, Device device, CancellationToken ct)
    {
        var mailbox = await mediator.Send(new GetMailbox(userId), ct) ?? throw User.NotFound();
        await throttle.Enter(mailbox.Email, device.IpAddress, ct);
        var known = await mediator.Send(new FindPassword(mailbox.Email), ct);
        if (await passwords.Compare(known?.Hash, password, ct) is PasswordMatch.Wrong)
            throw new InvalidFieldException(field, "비밀번호가 올바르지 않습니다.");

        await throttle.Pass(mailbox.Email, device.IpAddress, ct);
        return (mailbox, known!.Hash!);
    }
}
