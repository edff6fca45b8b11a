using System.Globalization;

namespace Joonbi.Api.Streams;

/// <summary>
/// How long a stream may stay open: until its client leaves, the service stops, or the caller's token runs out, and an hour at
/// the most. A stream is authorised when it opens; who comes again is looked at again.
/// </summary>
internal sealed class StreamLife : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource any;

    private StreamLife(HttpContext context, TimeSpan left, TimeProvider clock)
    {
        timer = new CancellationTokenSource(left, clock);
        any = CancellationTokenSource.CreateLinkedTokenSource(
            timer.Token, context.RequestAborted, context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);
    }

    public CancellationToken Token => any.Token;

    public static StreamLife Of(HttpContext context, TimeProvider clock)
    {
        var left = long.TryParse(context.User.FindFirst("exp")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
            ? DateTimeOffset.FromUnixTimeSeconds(expires) - clock.GetUtcNow()
            : Longest;
        return new StreamLife(context, left < TimeSpan.Zero ? TimeSpan.Zero : left < Longest ? left : Longest, clock);
    }

    public void Dispose()
    {
        any.Dispose();
        timer.Dispose();
    }
}
