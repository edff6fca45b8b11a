using Joonbi.Application.Accounts;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

internal sealed class GetMailboxHandler(ReadDb db) : IRequestHandler<GetMailbox, Mailbox?>
{
    public Task<Mailbox?> Handle(GetMailbox query, CancellationToken ct) =>
        db.One<Mailbox>("select email, name from users where id = @UserId and deleted_at is null", query, ct);
}
