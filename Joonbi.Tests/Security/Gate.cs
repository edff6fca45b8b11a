using Joonbi.Api;
using Joonbi.Api.Errors;
using Joonbi.Api.Security;
using Joonbi.Tests.Configuration;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Joonbi.Tests.Security;

/// <summary>A real server with what stands in front of the routes, and routes that only say yes.</summary>
internal sealed class Gate : IAsyncDisposable
{
    public const string Key = "a-key-of-more-than-24-characters";
    private readonly WebApplication server;
    private readonly HttpClient client;
    private readonly AccessTokens tokens;

    private Gate(WebApplication server)
    {
        this.server = server;
        client = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        tokens = server.Services.GetRequiredService<AccessTokens>();
    }

    public static async Task<Gate> Open(params (string Name, string? Value)[] changes)
    {
        var settings = SettingsTests.Read(changes);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(TimeProvider.System).AddProblems().AddRouting().ConfigureHttpJsonOptions(options => WireJson.Configure(options.SerializerOptions));
        builder.Services.AddSecurity(settings.Jwt, settings.InternalKey).AddRateLimits().AddBrowserRules(settings.Web);
        // There is no database behind this gate: a signature is enough.
        builder.Services.Configure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options => (options.EventsType, options.Events) = (null, new()));
        var server = builder.Build();
        server.UseForwarding(settings.Web).UseSecurityHeaders().UseProblems().UseRouting().UseCors().UseAuthentication().UseRateLimiter().UseAuthorization();
        Map(server);
        await server.StartAsync();
        return new Gate(server);
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, headers);

    public Task<HttpResponseMessage> Send(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);

        return client.SendAsync(request);
    }

    /// <summary>How many of so many requests are let through.</summary>
    public async Task<int> Passed(int count, string path, Func<int, (string Name, string Value)[]> headers)
    {
        var passed = 0;
        for (var number = 0; number < count; number++)
        {
            using var response = await Get(path, headers(number));
            passed += response.IsSuccessStatusCode ? 1 : 0;
        }

        return passed;
    }

    public (string, string) As(Guid user) => ("Authorization", $"Bearer {tokens.Issue(user, "CUSTOMER", user)}");

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    private static void Map(WebApplication server)
    {
        server.MapGet("/open", () => TypedResults.Ok());
        server.MapGet("/login", () => TypedResults.Ok()).RequireRateLimiting(RateLimits.Login);
        server.MapGet("/register", () => TypedResults.Ok()).RequireRateLimiting(RateLimits.Register);
        server.MapGet("/upload", () => TypedResults.Ok()).RequireRateLimiting(RateLimits.Upload);
        server.MapGet("/health", () => TypedResults.Ok()).DisableRateLimiting();
        server.MapGet("/internal", () => TypedResults.Ok()).RequireAuthorization(Policies.Clawdbot);
        server.MapGet("/bug", IResult () => throw new InvalidOperationException());
        server.MapGet("/who", (HttpContext context) => $"{context.Request.Scheme} {context.Connection.RemoteIpAddress}");
    }
}
