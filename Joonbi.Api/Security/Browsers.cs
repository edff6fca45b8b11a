using Joonbi.Api.Configuration;

namespace Joonbi.Api.Security;

/// <summary>
/// What browsers are told: the pages of <c>FRONTEND_URL</c> alone may call with cookies, and nothing that leaves here is a page,
/// except that of the documents. HSTS is for whoever ends TLS to say.
/// </summary>
internal static class Browsers
{
    private const string NoPage = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Swagger UI starts itself from a script in its page.</summary>
    private const string DocumentsPage =
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'";

    public static IServiceCollection AddBrowserRules(this IServiceCollection services, WebSettings settings) => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
        .WithOrigins(settings.FrontendUrl.GetLeftPart(UriPartial.Authority))
        .AllowCredentials()
        .AllowAnyHeader()
        .WithMethods("GET", "POST", "PUT", "PATCH", "DELETE")
        .WithExposedHeaders("ETag", "Location", "Retry-After", "Content-Disposition")
        .SetPreflightMaxAge(TimeSpan.FromHours(1))));

    /// <summary>Set as the answer starts: a handler of errors clears what was set before.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/api/docs") ? DocumentsPage : NoPage;
            return Task.CompletedTask;
        });
        return next(context);
    });
}
