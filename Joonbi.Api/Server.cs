using System.Text.Json;
using System.Text.Json.Serialization;
using Joonbi.Api.Configuration;
using Joonbi.Api.Errors;
using Joonbi.Api.Security;
using Joonbi.Application;
using Joonbi.Infrastructure;

namespace Joonbi.Api;

/// <summary>Composes the service: one line for each part, in the order in which a request meets them.</summary>
internal static class Server
{
    public static async Task<int> Serve(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        var settings = Settings.Read(builder.Configuration);
        if (settings.Problems.Count > 0)
        {
            Console.Error.WriteLine("설정을 확인해 주세요.");
            foreach (var problem in settings.Problems)
                Console.Error.WriteLine($"  {problem.Name}: {problem.Problem}");

            return 1;
        }

        AddServices(builder.Services, settings);
        var app = builder.Build();
        Map(app);
        await app.RunAsync();
        return 0;
    }

    private static void AddServices(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(settings.Policy);
        services.AddSingleton(settings.Web);
        services.AddApplication();
        services.AddInfrastructure(settings.Infrastructure);
        services.AddSecurity(settings.Jwt, settings.InternalKey);
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
            context.ProblemDetails.Extensions["traceId"] = System.Diagnostics.Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier);
        services.AddExceptionHandler<Problems>();
        services.ConfigureHttpJsonOptions(options => ConfigureJson(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
    }

    internal static void ConfigureJson(JsonSerializerOptions json)
    {
        json.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false));
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    }

    private static void Map(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseAuthentication();
        app.UseAuthorization();
        _ = app.MapGroup("/api");
    }
}
