using Joonbi.Api.Versions;
using Joonbi.Application.Prices;

namespace Joonbi.Api.Prices;

/// <summary>The price table, open to all.</summary>
internal static class PriceEndpoints
{
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    public static void MapPrices(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/prices").WithTags("카탈로그");
        group.MapGet("/", List).WithName("listPrices").WithSummary("가격표");
    }

    private static async Task<Versioned<PriceTable>> List(IMediator mediator, CancellationToken ct) =>
        Versioned<PriceTable>.Public(await mediator.Send(new ListPrices(), ct), Life);
}
