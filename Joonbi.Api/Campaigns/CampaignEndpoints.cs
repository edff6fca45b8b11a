using Joonbi.Api.Versions;
using Joonbi.Application.Campaigns;

namespace Joonbi.Api.Campaigns;

/// <summary>What the landing page says of the event. Open to all, and kept a moment by browsers and proxies.</summary>
internal static class CampaignEndpoints
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(10);

    public static void MapCampaigns(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/events").WithTags("카탈로그");
        group.MapGet("/slots", GetFreeSlots).WithName("getFreeSlots").WithSummary("이벤트의 남은 무료 분석 수");
    }

    private static async Task<Versioned<FreeSlots>> GetFreeSlots(IMediator mediator, CancellationToken ct) =>
        Versioned<FreeSlots>.Public(await mediator.Send(new GetFreeSlots(), ct), Life);
}
