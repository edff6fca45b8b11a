using System.Text;
using System.Text.Json;
using System.Web;
using Joonbi.Application;

namespace Joonbi.Infrastructure.PortOne;

/// <summary>A webhook's body as an object: JSON, or the form that both generations can be told to send. Nothing, when it is neither.</summary>
internal static class NoticeBody
{
    public static JsonElement Read(RawNotice notice)
    {
        if (notice.Headers.GetValueOrDefault("content-type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            var form = HttpUtility.ParseQueryString(Encoding.UTF8.GetString(notice.Body.Span));
            return JsonSerializer.SerializeToElement(form.AllKeys.OfType<string>().ToDictionary(name => name, name => form[name]));
        }

        try
        {
            using var document = JsonDocument.Parse(notice.Body);
            return document.RootElement.ValueKind is JsonValueKind.Object ? document.RootElement.Clone() : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}
