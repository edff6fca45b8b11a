using Joonbi.Application.Accounts;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

internal sealed class GetLinkAddressHandler(ReadDb db) : IRequestHandler<GetLinkAddress, Mailbox?>
{
    public Task<Mailbox?> Handle(GetLinkAddress query, CancellationToken ct) =>
        db.One<Mailbox>(
            """
            select address as email, name
              from email_tokens
              join users on users.id = user_id
             where email_tokens.id = @LinkId and address is not null and deleted_at is null
            """,
            query,
            ct);
}
