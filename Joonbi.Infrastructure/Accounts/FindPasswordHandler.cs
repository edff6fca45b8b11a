using Joonbi.Application.Accounts;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

internal sealed class FindPasswordHandler(ReadDb db) : IRequestHandler<FindPassword, KnownPassword?>
{
    public Task<KnownPassword?> Handle(FindPassword query, CancellationToken ct) =>
        db.One<KnownPassword>("select id as user_id, password_hash as hash from users where email = @Email and deleted_at is null", query, ct);
}
