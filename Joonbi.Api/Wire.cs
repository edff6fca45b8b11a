using System.Text.Json;

namespace Joonbi.Api;

/// <summary>An enum's member in a query string, spelt as everywhere on the wire: <c>?status=ON_HOLD</c>.</summary>
internal readonly record struct Wire<T>(T Value) where T : struct, Enum
{
    private static readonly Dictionary<string, T> Members =
        Enum.GetValues<T>().ToDictionary(value => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString()), StringComparer.Ordinal);

    public static bool TryParse(string? text, out Wire<T> value)
    {
        var known = Members.TryGetValue(text ?? "", out var member);
        value = new Wire<T>(member);
        return known;
    }
}
