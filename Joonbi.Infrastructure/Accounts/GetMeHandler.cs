using Joonbi.Application.Accounts;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

internal sealed class GetMeHandler(ReadDb db) : IRequestHandler<GetMe, Me?>
{
    public Task<Me?> Handle(GetMe query, CancellationToken ct) =>
        db.One<Me>(
            """
            select id, email, name, phone, role, email_verified_at is not null as email_verified, created_at
              from users
             where id = @UserId and deleted_at is null
            """,
            query,
            ct);
}
