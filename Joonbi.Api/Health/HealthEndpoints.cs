using System.Reflection;
using System.Text.Json.Serialization;
using Joonbi.Api.Errors;
using Joonbi.Application.Health;
using Joonbi.Application.Payments;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Joonbi.Api.Health;

/// <summary>
/// For load balancers and people on duty. Open to all, so it tells states and ages, never addresses or errors. The database
/// gets two seconds to answer: a probe that hangs is worth less than one that says no.
/// </summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TooOld = TimeSpan.FromMinutes(5);

    private static readonly string Version =
        typeof(HealthEndpoints).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static void MapHealth(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/health").WithTags("상태").DisableRateLimiting();
        group.MapGet("/", Get).WithName("getHealth").WithSummary("서비스 상태").Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable);
        group.MapGet("/live", Live).WithName("getLiveness").WithSummary("프로세스가 살아 있는지");
        group.MapGet("/ready", Ready).WithName("getReadiness").WithSummary("요청을 받을 수 있는지").Produces<HealthProbe>(StatusCodes.Status503ServiceUnavailable);
    }

    private static async Task<Results<Ok<HealthReport>, JsonHttpResult<HealthReport>>> Get(IMediator mediator, CancellationToken ct)
    {
        var books = (await mediator.Send(new GetBooks(), ct)).Differences > 0 ? HealthStatus.Degraded : HealthStatus.Ok;
        return await Ask(token => mediator.Send(new GetOutboxAge(), token), ct) is { } outbox
            ? TypedResults.Ok(new HealthReport(Late(outbox) ? HealthStatus.Degraded : books, Version, HealthStatus.Ok, outbox, books))
            : TypedResults.Json(new HealthReport(HealthStatus.Down, Version, HealthStatus.Down, null, books), statusCode: StatusCodes.Status503ServiceUnavailable);
    }

    private static bool Late(OutboxAge outbox) => outbox.Failed > 0 || outbox.OldestSeconds > TooOld.TotalSeconds;

    private static Ok<HealthProbe> Live() => TypedResults.Ok(new HealthProbe(HealthStatus.Ok, null));

    private static async Task<Results<Ok<HealthProbe>, JsonHttpResult<HealthProbe>>> Ready(IMediator mediator, IHostApplicationLifetime host, CancellationToken ct)
    {
        if (host.ApplicationStopping.IsCancellationRequested)
            return NotReady("종료하는 중입니다.");

        return await Ask<bool?>(async token => await mediator.Send(new IsMigrated(), token), ct) switch
        {
            true => TypedResults.Ok(new HealthProbe(HealthStatus.Ok, null)),
            false => NotReady("데이터베이스 마이그레이션이 필요합니다."),
            null => NotReady("데이터베이스에 연결할 수 없습니다."),
        };
    }

    private static JsonHttpResult<HealthProbe> NotReady(string reason) =>
        TypedResults.Json(new HealthProbe(HealthStatus.Down, reason), statusCode: StatusCodes.Status503ServiceUnavailable);

    /// <returns>Null when the database did not answer in time.</returns>
    private static async Task<T?> Ask<T>(Func<CancellationToken, Task<T>> question, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return await question(limit.Token);
        }
        catch (Exception exception) when (DatabaseAway.Caused(exception) || (exception is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return default;
        }
    }
}

/// <summary>Lower case on the wire, as monitoring tools expect it.</summary>
internal enum HealthStatus
{
    [JsonStringEnumMemberName("ok")]
    Ok,

    [JsonStringEnumMemberName("degraded")]
    Degraded,

    [JsonStringEnumMemberName("down")]
    Down,
}

/// <summary>The state of the service and of what it stands on.</summary>
/// <param name="Status">Degraded: it works, but deliveries fail or are late, or the books do not agree.</param>
/// <param name="Version">The program's.</param>
/// <param name="Database">ok or down.</param>
/// <param name="Outbox">Null when the database is down.</param>
/// <param name="Books">Degraded: at the last look the ledger of some payment did not agree with its state.</param>
internal sealed record HealthReport(HealthStatus Status, string Version, HealthStatus Database, OutboxAge? Outbox, HealthStatus Books);

/// <summary>A yes or a no, with its reason.</summary>
internal sealed record HealthProbe(HealthStatus Status, string? Reason);
