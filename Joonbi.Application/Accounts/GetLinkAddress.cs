namespace Joonbi.Application.Accounts;

/// <summary>The address that is kept with a link: asked when a mail is written, so that no message waits with an address in it.</summary>
public sealed record GetLinkAddress(Guid LinkId) : IQuery<Mailbox?>;

/// <summary>The address that was kept with a link has served.</summary>
public sealed record ForgetLinkAddress(Guid LinkId) : ICommand;

internal sealed class ForgetLinkAddressHandler(IMailLinks links) : AsyncRequestHandler<ForgetLinkAddress>
{
    protected override Task Handle(ForgetLinkAddress command, CancellationToken ct) => links.KeepAddress(command.LinkId, null, ct);
}
