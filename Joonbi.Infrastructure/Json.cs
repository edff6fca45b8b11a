using System.Text.Json;
using System.Text.Json.Serialization;

namespace Joonbi.Infrastructure;

/// <summary>The one spelling of JSON inside the database: camelCase members, UPPER_SNAKE enums, as on the wire.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
