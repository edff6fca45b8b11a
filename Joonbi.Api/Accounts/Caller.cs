using Joonbi.Domain;
using Joonbi.Domain.Accounts;

namespace Joonbi.Api.Accounts;

/// <summary>The device that a request comes from.</summary>
internal sealed record Caller(Device Device)
{
    private const int LongestUserAgent = 300;

    public static ValueTask<Caller> BindAsync(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        return ValueTask.FromResult(new Caller(new Device(
            (address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)?.ToString() ?? "",
            string.Concat(context.Request.Headers.UserAgent.ToString().Where(letter => !char.IsControl(letter))).Cut(LongestUserAgent))));
    }
}
