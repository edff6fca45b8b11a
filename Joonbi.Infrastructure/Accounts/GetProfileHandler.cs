using Joonbi.Application.Accounts;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

internal sealed class GetProfileHandler(ReadDb db, TimeProvider clock) : IRequestHandler<GetProfile, Profile?>
{
    static GetProfileHandler() => DapperConventions.AddJson(typeof(IReadOnlyList<GivenConsent>));

    public Task<Profile?> Handle(GetProfile query, CancellationToken ct) =>
        db.One<Profile>(
            """
            select id, version, email, name, phone, role, email_verified_at is not null as email_verified,
                   (select address from email_tokens
                     where user_id = users.id and purpose = 'CHANGE_EMAIL' and used_at is null and expires_at > @Now) as pending_email, mail_failed_at,
                   (select coalesce(jsonb_agg(jsonb_build_object('document', document, 'version', last.version, 'givenAt', given_at) order by given_at, document desc), '[]')
                      from (select distinct on (document) document, consents.version, granted, given_at from consents where user_id = users.id order by document, id desc) as last
                     where granted) as consents,
                   created_at, updated_at
              from users
             where id = @UserId and deleted_at is null
            """,
            new { query.UserId, Now = clock.GetUtcNow() },
            ct);
}
