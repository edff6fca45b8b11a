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
/// front, this service only says which file, and nginx sends it; what lies in a bucket is fetched there, by a link of some minutes.
/// </summary>
/// <param name="file">What the caller may have.</param>
/// <param name="byLink">
/// Not for callers who show a key in a header of their own: clients take such headers along to wherever they are sent.
/// </param>
internal sealed class FileContent(FileToSend file, bool byLink = true) : IResult, IEndpointMetadataProvider
{
    private const string Caching = "private, no-cache";

    public async Task ExecuteAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = Caching;
        headers.XContentTypeOptions = "nosniff";

        var store = context.RequestServices.GetRequiredService<IFileStore>();
        var tag = $"\"{Convert.ToHexStringLower(file.Sha256)}\"";
        if (await store.Link(file.StorageKey, new LinkHeaders(file.ContentType, Disposition(), Caching), context.RequestAborted) is { } link)
        {
            // A link is signed for GET, and S3 has tags of its own: HEAD, and whoever speaks of our tag, is answered from here.
            if (byLink && HttpMethods.IsGet(context.Request.Method) && !EntityTag.Matches(context.Request, tag) && context.Request.Headers.IfRange != tag)
                SendTo(context.Response, link);
            else
                await Send(context, store, tag);
        }
        else if (context.RequestServices.GetRequiredService<WebSettings>().AccelRedirect is { Length: > 0 } prefix)
        {
            LeaveToNginx(context, prefix, tag);
        }
        else
        {
            await Send(context, store, tag);
        }
    }

    /// <summary>Whoever has the link has the file, so nobody on the way may keep it.</summary>
    private static void SendTo(HttpResponse response, Uri link)
    {
        response.Headers.CacheControl = "private, no-store";
        response.Redirect(link.OriginalString);
    }

    private async Task Send(HttpContext context, IFileStore store, string tag)
    {
        var content = await store.Open(file.StorageKey, context.RequestAborted);
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

        response.Headers.ContentDisposition = Disposition();
        response.ContentType = file.ContentType;
        response.Headers["X-Accel-Redirect"] = prefix + file.StorageKey;
    }

    private string Disposition()
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.FileName);
        return disposition.ToString();
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), ["application/octet-stream"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status206PartialContent, typeof(Stream), ["application/octet-stream"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status302Found, typeof(void)));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status416RangeNotSatisfiable));
        builder.Metadata.Add(new DocumentedHeader("Range", "받을 범위: bytes=0-1023. 끊긴 다운로드를 이어받을 때 씁니다", 255));
        builder.Metadata.Add(new DocumentedHeader("If-None-Match", "가지고 있는 파일의 ETag. 그대로이면 304", 255));
    }
}
