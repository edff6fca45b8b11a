using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Errors;

/// <summary>
/// A body or parameter that could not be read. The framework says where only in the text of its exceptions, so the names are
/// taken from there; tests notice when a new version words them differently.
/// </summary>
internal static partial class UnreadableInput
{
    public static ProblemDetails Explain(BadHttpRequestException bad) => bad switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge or StatusCodes.Status415UnsupportedMediaType } => BareStatuses.Explain(bad.StatusCode, routeFound: true),
        { InnerException: JsonException json } => Json(json),
        _ when Parameter().Match(bad.Message) is { Success: true } parameter =>
            ProblemDocuments.Field(JsonNamingPolicy.CamelCase.ConvertName(parameter.Groups["name"].Value), bad.Message.StartsWith("Required", StringComparison.Ordinal) ? "필수 항목입니다." : "형식이 올바르지 않습니다."),
        _ => BareStatuses.Explain(StatusCodes.Status400BadRequest, routeFound: true),
    };

    private static ProblemDetails Json(JsonException json)
    {
        var path = json.Path is { Length: > 2 } inside ? inside[2..] : "";
        if (Missing().Match(json.Message) is { Success: true } missing)
        {
            string[] texts = ["필수 항목입니다."];
            return ProblemDocuments.Fields(Name().Matches(missing.Groups["names"].Value).ToDictionary(
                name => path.Length == 0 ? name.Groups[1].Value : $"{path}.{name.Groups[1].Value}",
                _ => texts));
        }

        // The reader's own exception inside says that the text is no JSON at all.
        return path.Length == 0 || json.InnerException is JsonException ? BareStatuses.Explain(StatusCodes.Status400BadRequest, routeFound: true)
            : json.Message.Contains("could not be mapped", StringComparison.Ordinal) ? ProblemDocuments.Field(path, "알 수 없는 항목입니다.")
            : json.Message.Contains("doesn't allow null", StringComparison.Ordinal) ? ProblemDocuments.Field(path, "비워 둘 수 없습니다.")
            : ProblemDocuments.Field(path, "형식이 올바르지 않습니다.");
    }

    // Failed to bind parameter "int? limit" from "x". · Required parameter "string q" was not provided from query string.
    [GeneratedRegex("""parameter "[^"]* (?<name>\w+)" (from|was not provided)""")]
    private static partial Regex Parameter();

    [GeneratedRegex("missing required properties including: (?<names>.+)")]
    private static partial Regex Missing();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Name();
}
