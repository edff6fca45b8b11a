using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Application.Accounts;

/// <summary>Believes that an address is the person's own, since they hold the link that was mailed there.</summary>
public sealed record VerifyEmail(MailedToken Link) : ICommand;

/// <summary>The token of a mailed link.</summary>
public sealed record MailedToken(string Token);

internal sealed class MailedTokenValidator : AbstractValidator<MailedToken>
{
    public MailedTokenValidator() => RuleFor(link => link.Token).Token();
}

internal sealed class VerifyEmailHandler(IUserRepository users, IMailLinks links, TimeProvider clock) : AsyncRequestHandler<VerifyEmail>
{
    protected override async Task Handle(VerifyEmail command, CancellationToken ct)
    {
        var userId = await links.Redeem(command.Link.Token, MailLinkPurpose.VerifyEmail, ct) ?? throw LinkRefused.Create();
        var user = await users.Get(userId, ct);
        user.VerifyEmail(clock.GetUtcNow());
        await users.Save(user, ct);
    }
}

/// <summary>The one answer to every link that does not work: unknown, used, too old, or meant for something else.</summary>
internal static class LinkRefused
{
    public static RuleViolationException Create() => new("LINK_INVALID", "이미 사용했거나 유효 기간이 지난 링크입니다. 새 메일을 요청해 주세요.");
}
