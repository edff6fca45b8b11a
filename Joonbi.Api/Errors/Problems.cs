using System.Text.Json;
using FluentValidation;
using Joonbi.Domain;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Npgsql;

namespace Joonbi.Api.Errors;

/// <summary>
/// The only place where an exception becomes a status code. Whatever is not listed here is a bug and leaves as a bare 500.
/// </summary>
internal sealed class Problems(IProblemDetailsService writer) : IExceptionHandler
{
    public const string Invalid = "VALIDATION_FAILED";
    private static readonly TimeSpan DatabaseRetry = TimeSpan.FromSeconds(5);

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var problem = exception switch
        {
            ValidationException invalid => Fields(ByField(invalid)),
            InvalidFieldException invalid => Fields(new() { [invalid.Field] = [invalid.Message] }),
            NotFoundException refusal => Of(StatusCodes.Status404NotFound, refusal),
            ConflictException refusal => Of(StatusCodes.Status409Conflict, refusal),
            RuleViolationException refusal => Of(StatusCodes.Status422UnprocessableEntity, refusal),
            UnauthenticatedException refusal => Of(StatusCodes.Status401Unauthorized, refusal),
            StaleVersionException refusal => Of(StatusCodes.Status412PreconditionFailed, refusal),
            TooManyAttemptsException refusal => Later(context, refusal.RetryAfter, Of(StatusCodes.Status429TooManyRequests, refusal)),
            BadHttpRequestException bad => Malformed(bad),
            _ when IsDatabaseAway(exception) => Later(context, DatabaseRetry, Problem(
                StatusCodes.Status503ServiceUnavailable, "DATABASE_UNAVAILABLE", "잠시 서비스를 이용할 수 없습니다. 잠시 후 다시 시도해 주세요.")),
            _ => Problem(StatusCodes.Status500InternalServerError, "INTERNAL_ERROR", "처리 중 문제가 생겼습니다. 잠시 후 다시 시도해 주세요."),
        };

        context.Response.StatusCode = problem.Status!.Value;
        await writer.WriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
        return true;
    }

    public static ProblemDetails Problem(int status, string code, string detail) =>
        new() { Status = status, Detail = detail, Extensions = { ["code"] = code } };

    private static ProblemDetails Of(int status, RefusalException refusal)
    {
        var problem = Problem(status, refusal.Code, refusal.Message);
        foreach (var (name, value) in refusal.Facts)
            problem.Extensions[name] = value;

        return problem;
    }

    private static ProblemDetails Fields(Dictionary<string, string[]> errors)
    {
        var problem = Problem(StatusCodes.Status400BadRequest, Invalid, "입력한 내용을 확인해 주세요.");
        problem.Extensions["errors"] = errors;
        return problem;
    }

    /// <summary>A body or parameter that could not be read: the JSON reader knows where, the client knows its own names.</summary>
    private static ProblemDetails Malformed(BadHttpRequestException bad) => bad switch
    {
        { StatusCode: StatusCodes.Status413PayloadTooLarge } => Problem(bad.StatusCode, "PAYLOAD_TOO_LARGE", "보낸 내용이 너무 큽니다."),
        { StatusCode: StatusCodes.Status415UnsupportedMediaType } => Problem(bad.StatusCode, "MEDIA_TYPE_UNSUPPORTED", "지원하지 않는 형식입니다. application/json으로 보내 주세요."),
        { InnerException: JsonException { Path: { Length: > 2 } path } } => Fields(new() { [path[2..]] = ["형식이 올바르지 않거나 알 수 없는 항목입니다."] }),
        _ => Problem(StatusCodes.Status400BadRequest, "MALFORMED_REQUEST", "요청 형식이 올바르지 않습니다."),
    };

    private static ProblemDetails Later(HttpContext context, TimeSpan after, ProblemDetails problem)
    {
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString();
        return problem;
    }

    private static bool IsDatabaseAway(Exception exception) => exception switch
    {
        // 57P01–57P03: shutting down or starting up; 53300: too many connections; 08xxx: connection lost.
        PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" } => true,
        PostgresException { SqlState: var state } => state.StartsWith("08", StringComparison.Ordinal),
        NpgsqlException => true,
        TimeoutException => true,
        _ => exception.InnerException is { } inner && IsDatabaseAway(inner),
    };

    private static Dictionary<string, string[]> ByField(ValidationException invalid) =>
        invalid.Errors
            .GroupBy(error => WireName(error.PropertyName), error => error.ErrorMessage)
            .ToDictionary(group => group.Key, group => group.Distinct().ToArray());

    private static string WireName(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
