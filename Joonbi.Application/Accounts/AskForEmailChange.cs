using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Mails a link to the address that a person wants; only who reads there makes it theirs. Until then nothing changes.</summary>
public sealed record AskForEmailChange(Guid UserId, Device Device, EmailChange Change) : ICommand;

/// <summary>The next address, and the proof that it is really the person who wants it.</summary>
/// <param name="Email">Where the link goes.</param>
/// <param name="Password">The present password.</param>
public sealed record EmailChange(string Email, string Password);

internal sealed class EmailChangeValidator : AbstractValidator<EmailChange>
{
    public EmailChangeValidator()
    {
        RuleFor(change => change.Email).NewEmail();
        RuleFor(change => change.Password).GivenPassword();
    }
}

internal sealed class AskForEmailChangeHandler(
    IMediator mediator, OwnPassword own, IUserRepository users, IMailLinks links, IRandomSource random, AccountPolicy policy)
    : AsyncRequestHandler<AskForEmailChange>
{
    protected override async Task Handle(AskForEmailChange command, CancellationToken ct)
    {
        var (mailbox, proved) = await own.Prove(command.UserId, command.Change.Password, "password", command.Device, ct);
        var email = EmailAddress.Normalise(command.Change.Email);
        if (email == mailbox.Email)
            throw new InvalidFieldException("email", "지금과 다른 주소를 입력해 주세요.");
        if (await mediator.Send(new FindPassword(email), ct) is not null)
            throw EmailTaken.Create();

        var user = await users.Get(command.UserId, ct);
        user.Require(proved);
        var link = random.NextId();
        await links.VoidAll(user.Id, MailLinkPurpose.ChangeEmail, ct);
        if (!await links.TryIssue(link, user.Id, email, policy.VerifyLife, policy.MailPause, ct))
            throw new TooManyAttemptsException(policy.MailPause);

        user.AskToChangeEmail(link);
        await users.Save(user, ct);
    }
}
