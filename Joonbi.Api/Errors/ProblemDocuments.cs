using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Joonbi.Api.Errors;

/// <summary>
/// How every refusal looks on the wire (RFC 9457). It is written whatever the client said it accepts: one that asked for a PDF
/// or an event stream still has to learn why there is none.
/// </summary>
internal static class ProblemDocuments
{
    public const string Invalid = "VALIDATION_FAILED";
    public const string Malformed = "MALFORMED_REQUEST";

    public static IServiceCollection AddProblems(this IServiceCollection services) => services
        .AddProblemDetails(options => options.CustomizeProblemDetails = about => about.ProblemDetails.Extensions["traceId"] = TraceId(about.HttpContext))
        .AddExceptionHandler<Problems>()
        .Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);

    public static IApplicationBuilder UseProblems(this IApplicationBuilder app) => app
        .UseExceptionHandler()
        .UseStatusCodePages(pages => Write(
            pages.HttpContext,
            BareStatuses.Explain(pages.HttpContext.Response.StatusCode, routeFound: pages.HttpContext.GetEndpoint() is not null)));

    /// <summary>The framework fills type and title in where it knows better than <c>about:blank</c>.</summary>
    public static ProblemDetails Create(int status, string code, string detail) =>
        new() { Status = status, Detail = detail, Extensions = { ["code"] = code } };

    /// <summary>400 with a text for each field, in the request's own names.</summary>
    public static ProblemDetails Fields(IReadOnlyDictionary<string, string[]> errors)
    {
        var problem = Create(StatusCodes.Status400BadRequest, Invalid, "입력한 내용을 확인해 주세요.");
        problem.Extensions["errors"] = errors;
        return problem;
    }

    public static ProblemDetails Field(string name, string text) => Fields(new Dictionary<string, string[]> { [name] = [text] });

    public static Task Write(HttpContext context, ProblemDetails problem)
    {
        problem.Extensions["traceId"] = TraceId(context);
        var answer = TypedResults.Problem(problem);
        problem.Type ??= "about:blank";
        problem.Title ??= ReasonPhrases.GetReasonPhrase(problem.Status!.Value);
        return answer.ExecuteAsync(context);
    }

    /// <summary>The trace alone, as logs and collectors name it; left alone, the framework's writer would say trace and span.</summary>
    private static string TraceId(HttpContext context) => Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
}
