using Joonbi.Api.Configuration;
using Joonbi.Api.Security;
using Joonbi.Application.Consultations;
using Joonbi.Domain.Consultations;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Joonbi.Api.Consultations;

/// <summary>Results shown by link. The address is the whole key: it is told once, kept by nobody on the way, and found by no search engine.</summary>
internal static class SharingEndpoints
{
    public static void MapSharing(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/consultations/{id:guid}/share").RequireAuthorization(Policies.Customer).WithTags("상담 공유");
        group.MapPost("/", Share).WithName("shareConsultation").WithSummary("공유 링크 만들기 (이전 링크는 닫힙니다)");
        group.MapDelete("/", Unshare).WithName("unshareConsultation").WithSummary("공유 링크 닫기");
        api.MapGet("/shared/{token}", GetShared).WithTags("상담 공유").WithName("getSharedConsultation").WithSummary("공유된 상담 결과");
    }

    private static async Task<Ok<OpenLink>> Share(
        Guid id, CurrentUser user, IMediator mediator, WebSettings settings, HttpResponse response, CancellationToken ct)
    {
        var share = await mediator.Send(new ShareConsultation(id, user.Id), ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new OpenLink(share.Token, new Uri(settings.FrontendUrl, $"/shared/{share.Token}"), share.ExpiresAt));
    }

    private static async Task<NoContent> Unshare(Guid id, CurrentUser user, IMediator mediator, CancellationToken ct)
    {
        await mediator.Send(new UnshareConsultation(id, user.Id), ct);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<SharedConsultation>> GetShared(string token, IMediator mediator, HttpResponse response, CancellationToken ct)
    {
        var shared = await mediator.Send(new GetSharedConsultation(token), ct) ?? throw ShareLink.NotFound();
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex";
        response.Headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Ok(shared);
    }
}

/// <summary>A new link; it is not shown again.</summary>
/// <param name="Token">What <c>GET /shared/{token}</c> takes.</param>
/// <param name="Url">The page to pass on.</param>
/// <param name="ExpiresAt">Until when it leads there.</param>
internal sealed record OpenLink(string Token, Uri Url, DateTimeOffset ExpiresAt);
