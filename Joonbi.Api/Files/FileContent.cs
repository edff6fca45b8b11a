using System.Reflection;
using Joonbi.Api.Configuration;
using Joonbi.Api.OpenApi;
using Joonbi.Api.Versions;
using Joonbi.Application.Files;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Joonbi.Api.Files;

/// <summary>
/// The bytes of a file, whole or in ranges, always to be saved and never to be shown: some are strangers'. Where nginx stands in
/// front, this service only says which file, and nginx sends it.
/// </summary>
internal sealed class FileContent(FileToSend file) : IResult, IEndpointMetadataProvider
{
    public async Task ExecuteAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers.XContentTypeOptions = "nosniff";

        var tag = $"\"{Convert.ToHexStringLower(file.Sha256)}\"";
        if (context.RequestServices.GetRequiredService<WebSettings>().AccelRedirect is { Length: > 0 } prefix)
        {
            LeaveToNginx(context, prefix, tag);
            return;
        }

        var content = await context.RequestServices.GetRequiredService<IFileStore>().Open(file.StorageKey, context.RequestAborted);
        await TypedResults.Stream(content, file.ContentType, file.FileName, file.CreatedAt, new EntityTagHeaderValue(tag), enableRangeProcessing: true)
            .ExecuteAsync(context);
        if (context.Response.StatusCode == StatusCodes.Status416RangeNotSatisfiable)
            LeaveToTheProblem(context.Response);
    }

    /// <summary>A refused range is answered with a problem document, unless something else is promised already.</summary>
    private static void LeaveToTheProblem(HttpResponse response)
    {
        (response.ContentType, response.ContentLength) = (null, null);
        response.Headers.Remove(HeaderNames.ContentDisposition);
    }

    /// <summary>nginx keeps these headers, takes the ranges itself, and makes a tag of its own.</summary>
    private void LeaveToNginx(HttpContext context, string prefix, string tag)
    {
        var response = context.Response;
        response.Headers.ETag = tag;
        if (EntityTag.Matches(context.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.FileName);
        response.Headers.ContentDisposition = disposition.ToString();
        response.ContentType = file.ContentType;
        response.Headers["X-Accel-Redirect"] = prefix + file.StorageKey;
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), ["application/octet-stream"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status206PartialContent, typeof(Stream), ["application/octet-stream"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status416RangeNotSatisfiable));
        builder.Metadata.Add(new DocumentedHeader("Range", "받을 범위: bytes=0-1023. 끊긴 다운로드를 이어받을 때 씁니다", 255));
        builder.Metadata.Add(new DocumentedHeader("If-None-Match", "가지고 있는 파일의 ETag. 그대로이면 304", 255));
    }
}
