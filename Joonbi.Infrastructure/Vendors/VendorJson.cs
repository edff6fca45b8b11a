using System.Text.Json;
using System.Text.Json.Serialization;

namespace Joonbi.Infrastructure.Vendors;

/// <summary>Reads a vendor's JSON without trusting its shape: what is missing, null or of another kind is nothing.</summary>
internal static class VendorJson
{
    /// <summary>What we send leaves out what it has not: to a vendor null may be a value.</summary>
    public static JsonSerializerOptions Sent { get; } = new(Infrastructure.Json.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string? Text(this JsonElement json, string name) => json.Member(name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        { } value => value.GetRawText(),
    };

    /// <summary>A number without a fraction, however it is spelt: <c>1000</c> or <c>1000.0</c>.</summary>
    public static long? Whole(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDecimal(out var number) && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? (long)number
            : null;

    public static JsonElement? Part(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public static IEnumerable<JsonElement> Parts(this JsonElement json, string name) =>
        json.Member(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    /// <summary>The texts of a list, or the one text that stands in place of it.</summary>
    public static IEnumerable<string> Strings(this JsonElement json, string name) => json.Member(name) switch
    {
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        { ValueKind: JsonValueKind.Array } many => many.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.String).Select(item => item.GetString()!),
        _ => [],
    };

    private static JsonElement? Member(this JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value) ? value : null;
}
