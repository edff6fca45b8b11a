using Joonbi.Application;

namespace Joonbi.Api;

/// <summary>A webhook's request as it came.</summary>
internal static class WebhookBody
{
    public static async Task<RawNotice> ReadNotice(this HttpRequest request, CancellationToken ct)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, ct);
        return new RawNotice(request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()), body.ToArray());
    }
}

/// <summary>All that a webhook's sender is told.</summary>
/// <param name="Received">It need not be sent again.</param>
internal sealed record NoticeReceipt(bool Received);
