using System.Text.Json;
using FluentValidation;
using Joonbi.Application.Documents;
using Joonbi.Application.Files;
using Joonbi.Domain;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Joonbi.Api.Errors;

/// <summary>
/// The only place where an exception becomes a status code. Whatever is not listed here is a bug: it is logged, once, and
/// leaves as a bare 500.
/// </summary>
internal sealed partial class Problems(ILogger<Problems> logger) : IExceptionHandler
{
    private static readonly TimeSpan DatabaseRetry = TimeSpan.FromSeconds(5);

    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception exception, CancellationToken ct)
    {
        if (exception is OperationCanceledException && context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        var problem = Explain(context, exception);
        context.Response.StatusCode = problem.Status!.Value;
        await ProblemDocuments.Write(context, problem);
        return true;
    }

    private ProblemDetails Explain(HttpContext context, Exception exception)
    {
        switch (exception)
        {
            case ValidationException invalid: return ProblemDocuments.Fields(ByField(invalid));
            case InvalidFieldException invalid: return ProblemDocuments.Field(invalid.Field, invalid.Message);
            case NotFoundException refusal: return Refused(StatusCodes.Status404NotFound, refusal);
            case ConflictException { RetryAfter: { } soon } refusal: return Later(context, soon, Refused(StatusCodes.Status409Conflict, refusal));
            case ConflictException refusal: return Refused(StatusCodes.Status409Conflict, refusal);
            case RuleViolationException refusal: return Refused(StatusCodes.Status422UnprocessableEntity, refusal);
            case UnauthenticatedException refusal: return Refused(StatusCodes.Status401Unauthorized, refusal);
            case StaleVersionException refusal: return Refused(StatusCodes.Status412PreconditionFailed, refusal);
            case FileTooLargeException refusal: return Refused(StatusCodes.Status413PayloadTooLarge, refusal);
            case UnsupportedFileTypeException refusal: return Refused(StatusCodes.Status415UnsupportedMediaType, refusal);
            case UnprintableDocumentException refusal: return Refused(StatusCodes.Status400BadRequest, refusal);
            case TooManyAttemptsException refusal: return Later(context, refusal.RetryAfter, Refused(StatusCodes.Status429TooManyRequests, refusal));
            case UnavailableException refusal: return Later(context, refusal.RetryAfter, Refused(StatusCodes.Status503ServiceUnavailable, refusal));
            case BadHttpRequestException bad: return UnreadableInput.Explain(bad);
            case var _ when DatabaseAway.Caused(exception):
                LogDatabaseAway(exception.Message);
                return Later(context, DatabaseRetry, ProblemDocuments.Create(
                    StatusCodes.Status503ServiceUnavailable, "DATABASE_UNAVAILABLE", "잠시 서비스를 이용할 수 없습니다. 잠시 후 다시 시도해 주세요."));
            default:
                LogBug(exception);
                return BareStatuses.Explain(StatusCodes.Status500InternalServerError, routeFound: true);
        }
    }

    private static ProblemDetails Refused(int status, RefusalException refusal)
    {
        var problem = ProblemDocuments.Create(status, refusal.Code, refusal.Message);
        foreach (var (name, value) in refusal.Facts)
            problem.Extensions[name] = value;

        return problem;
    }

    private static ProblemDetails Later(HttpContext context, TimeSpan after, ProblemDetails problem)
    {
        context.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)).ToString();
        return problem;
    }

    private static Dictionary<string, string[]> ByField(ValidationException invalid) =>
        invalid.Errors
            .GroupBy(error => WireName(error.PropertyName), error => error.ErrorMessage)
            .ToDictionary(group => group.Key, group => group.Distinct().ToArray());

    private static string WireName(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    [LoggerMessage(LogLevel.Error, "A request failed unexpectedly")]
    private partial void LogBug(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The database is away: {Reason}")]
    private partial void LogDatabaseAway(string reason);
}
