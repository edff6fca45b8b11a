using Joonbi.Application.Accounts;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

internal sealed class GetProfileHandler(ReadDb db) : IRequestHandler<GetProfile, Profile?>
{
    static GetProfileHandler() => DapperConventions.AddJson(typeof(IReadOnlyList<GivenConsent>));

    public Task<Profile?> Handle(GetProfile query, CancellationToken ct) =>
        db.One<Profile>(
            """
            select id, version, email, name, phone, role, email_verified_at is not null as email_verified,
                   (select coalesce(jsonb_agg(jsonb_build_object('document', document, 'version', consents.version, 'givenAt', given_at) order by given_at, document desc), '[]')
                      from consents
                     where user_id = users.id) as consents,
                   created_at, updated_at
              from users
             where id = @UserId and deleted_at is null
            """,
            query,
            ct);
}
