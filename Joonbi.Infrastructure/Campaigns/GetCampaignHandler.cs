using Joonbi.Application.Campaigns;
using Joonbi.Domain.Campaigns;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Campaigns;

internal sealed class GetCampaignHandler(ReadDb db) : IRequestHandler<GetCampaign, Campaign?>
{
    public Task<Campaign?> Handle(GetCampaign query, CancellationToken ct) =>
        db.One<Campaign>(
            "select id, name, slots, taken, starts_at, ends_at, active, version, created_at, updated_at from campaigns where id = @Id", query, ct);
}
