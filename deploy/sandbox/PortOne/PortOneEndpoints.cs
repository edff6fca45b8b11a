using System.Globalization;
using Joonbi.Sandbox.Control;

namespace Joonbi.Sandbox.PortOne;

/// <summary>Both generations' REST APIs. They keep one set of books, as the real ones do.</summary>
internal static class PortOneEndpoints
{
    public static void MapPortOne(this WebApplication app)
    {
        app.MapGroup("/portone").AddEndpointFilter(Behave).MapV2();
        app.MapGroup("/iamport").AddEndpointFilter(Behave).MapV1();
    }

    /// <summary>Answers as it was told to, and writes down what was answered.</summary>
    private static async ValueTask<object?> Behave(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var journal = http.RequestServices.GetRequiredService<Journal>();
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        var fault = http.RequestServices.GetRequiredService<Faults>().Take("portone");
        void Note(string outcome, int status) => journal.Add(new Attempt(
            clock.GetUtcNow(), "portone", outcome, status, $"{http.Request.Method} {http.Request.Path}"));

        switch (fault.Mode)
        {
            case "away":
                http.Abort();
                Note("away", 0);
                return Results.Empty;
            case "500":
                Note("500", 500);
                return Results.Json(new { }, statusCode: 500);
            case "429":
                http.Response.Headers.RetryAfter = Math.Ceiling(fault.RetryAfter ?? 2).ToString(CultureInfo.InvariantCulture);
                Note("429", 429);
                return Results.Json(new { }, statusCode: 429);
            case "hang":
                Note("hang", 0);
                break;
        }

        await Faults.Wait(fault, http.RequestAborted);
        var answer = await next(context);
        var status = (answer as IStatusCodeHttpResult)?.StatusCode ?? 200;
        if (fault.Mode == "lost")
        {
            http.Abort();
            Note("lost", status);
            return Results.Empty;
        }

        Note(status < 400 ? "accepted" : "refused", status);
        return answer;
    }
}
