using System.Reflection;
using System.Text.Json;
using Joonbi.Api.OpenApi;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Options;
using JsonOptions = Microsoft.AspNetCore.Http.Json.JsonOptions;

namespace Joonbi.Api.Versions;

/// <summary>200 with the value and its <c>ETag</c>, or 304 when the caller holds the same already.</summary>
/// <param name="value">What to write.</param>
/// <param name="version">Its version; null when it has none.</param>
/// <param name="cacheControl">Who may keep it, and for how long.</param>
internal sealed class Versioned<T>(T value, int? version, string cacheControl = "private, no-cache") : IResult, IEndpointMetadataProvider
{
    /// <summary>What every visitor sees alike.</summary>
    public static Versioned<T> Public(T value, TimeSpan life) => new(value, null, $"public, max-age={(int)life.TotalSeconds}");

    public async Task ExecuteAsync(HttpContext context)
    {
        var json = context.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, json);
        var tag = version is { } number ? EntityTag.Of(number, bytes) : EntityTag.Of(bytes);
        var response = context.Response;
        (response.Headers.ETag, response.Headers.CacheControl) = (tag, cacheControl);

        if (HttpMethods.IsGet(context.Request.Method) && EntityTag.Matches(context.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        (response.ContentType, response.ContentLength) = ("application/json; charset=utf-8", bytes.Length);
        await response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
        if (builder.Metadata.OfType<IHttpMethodMetadata>().Any(route => route.HttpMethods.Contains(HttpMethods.Get)))
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
            builder.Metadata.Add(new DocumentedHeader("If-None-Match", "가지고 있는 판의 ETag. 그대로이면 304", 255));
        }
    }
}
