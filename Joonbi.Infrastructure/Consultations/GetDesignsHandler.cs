using Joonbi.Application.Consultations;
using Joonbi.Domain.Consultations;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Infrastructure.Consultations;

internal sealed class GetDesignsHandler(ReadDb db) : IRequestHandler<GetDesigns, SampleScreens?>
{
    static GetDesignsHandler() => DapperConventions.AddJson(typeof(IReadOnlyList<Screen>));

    public Task<SampleScreens?> Handle(GetDesigns query, CancellationToken ct) =>
        db.One<SampleScreens>(
            """
            select designs_version as version, designs->>'figmaFileUrl' as figma_file_url, coalesce(designs->'screens', '[]') as screens,
                   designs->>'unavailableReason' as unavailable_reason
              from consultations
             where id = @ConsultationId and user_id = @UserId
            """,
            query,
            ct);
}
