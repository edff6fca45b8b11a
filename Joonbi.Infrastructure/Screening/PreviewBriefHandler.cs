using Joonbi.Application.Consultations;
using Joonbi.Application.Screening;

namespace Joonbi.Infrastructure.Screening;

internal sealed class PreviewBriefHandler(IScreening screening) : IRequestHandler<PreviewBrief, BriefPreview>
{
    public async Task<BriefPreview> Handle(PreviewBrief query, CancellationToken ct) => new(await screening.Judge(query.Draft.ToBrief(), ct));
}
