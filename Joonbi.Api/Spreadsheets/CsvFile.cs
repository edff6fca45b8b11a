using System.Reflection;
using System.Text;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Joonbi.Api.Spreadsheets;

/// <summary>A column of a table: its heading, and what of a row stands in it.</summary>
internal sealed record Column<T>(string Heading, Func<T, object?> Value);

/// <summary>
/// A table that a spreadsheet opens with a double click (RFC 4180, UTF-8 with the mark by which Excel knows it), sent row by row
/// while it is read: its size is no matter, and it ends when its reader goes away.
/// </summary>
/// <param name="name">What it is saved as, in Korean, without the ending.</param>
/// <param name="plainName">The same for clients that know ASCII only.</param>
/// <param name="columns">What stands in it.</param>
/// <param name="rows">Read once.</param>
internal sealed class CsvFile<T>(string name, string plainName, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows) : IResult, IEndpointMetadataProvider
{
    private const string ContentType = "text/csv";
    private const int Chunk = 16_384;
    private const char ByteOrderMark = '\uFEFF';

    public async Task ExecuteAsync(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = $"{ContentType}; charset=utf-8";
        response.Headers.CacheControl = "private, no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"{plainName}.csv", FileNameStar = $"{name}.csv" }.ToString();

        // Not disposed when a row cannot be read: what has been buffered must not go out as if it were the whole.
        var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Chunk, leaveOpen: true);
        await writer.WriteAsync(ByteOrderMark + CsvLine.Of(columns.Select(column => column.Heading)));
        await foreach (var row in rows.WithCancellation(context.RequestAborted))
            await writer.WriteAsync(CsvLine.Of(columns.Select(column => column.Value(row))).AsMemory(), context.RequestAborted);

        await writer.FlushAsync(context.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), [ContentType]));
}
