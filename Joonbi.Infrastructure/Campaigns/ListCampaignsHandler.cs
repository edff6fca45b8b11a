using Joonbi.Application;
using Joonbi.Application.Campaigns;
using Joonbi.Domain.Campaigns;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Campaigns;

internal sealed class ListCampaignsHandler(ReadDb db) : IRequestHandler<ListCampaigns, Page<Campaign>>
{
    public async Task<Page<Campaign>> Handle(ListCampaigns query, CancellationToken ct)
    {
        var rows = await db.Many<Campaign>(
            """
            select id, name, slots, taken, starts_at, ends_at, active, version, created_at, updated_at
              from campaigns
             where id < @Before
             order by id desc
             limit @Take
            """,
            new { Before = query.Page.Before ?? Guid.AllBitsSet, query.Page.Take },
            ct);
        return query.Page.Of(rows, row => row.Id);
    }
}
