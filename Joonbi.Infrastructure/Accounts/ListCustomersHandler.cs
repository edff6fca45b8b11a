using Joonbi.Application;
using Joonbi.Application.Accounts;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Accounts;

/// <summary>Along the primary key, or through the index of letter pairs when something is looked for. Who has left is in no list.</summary>
internal sealed class ListCustomersHandler(ReadDb db) : IRequestHandler<ListCustomers, Page<CustomerLine>>
{
    public async Task<Page<CustomerLine>> Handle(ListCustomers query, CancellationToken ct)
    {
        var rows = await db.Many<CustomerLine>(
            """
            select id, email, name, phone, role, email_verified_at is not null as email_verified,
                   (select count(*)::int from consultations where user_id = users.id) as consultations,
                   created_at,
                   (select max(last_used_at) from sessions where user_id = users.id) as last_seen_at
              from users
             where deleted_at is null and id < @Before and (@Role::text is null or role = @Role)
               and (@Q::text is null or (letter_pairs(name || ' ' || email) @> letter_pairs(@Q) and strpos(lower(name || ' ' || email), lower(@Q)) > 0))
             order by id desc
             limit @Take
            """,
            new { query.Role, query.Search.Q, Before = query.Page.Before ?? Guid.AllBitsSet, query.Page.Take },
            ct);
        return query.Page.Of(rows, row => row.Id);
    }
}
