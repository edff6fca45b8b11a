using Joonbi.Application.Files;
using Joonbi.Domain;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Joonbi.Api.Files;

/// <summary>
/// The one file of a multipart body, read as it arrives: the framework's own form reading would write all of it to a disk first.
/// Whoever reads it to the end knows that nothing came after it.
/// </summary>
internal sealed class IncomingFile : Stream
{
    /// <summary>What the multipart frame may take on top of the file.</summary>
    public const long MaxFrame = 65_536;

    private const string Field = "file";
    private readonly MultipartReader parts;
    private readonly Stream content;

    private IncomingFile(MultipartReader parts, Stream content, string name) => (this.parts, this.content, Name) = (parts, content, name);

    /// <summary>As the client says it.</summary>
    public string Name { get; }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Reads up to where the file begins.</summary>
    public static async Task<IncomingFile> Begin(HttpRequest request, long maxBytes, CancellationToken ct)
    {
        if (request.ContentLength > maxBytes + MaxFrame)
            throw new FileTooLargeException(maxBytes);

        var parts = new MultipartReader(Boundary(request), request.Body);
        var part = await Next(parts, ct) ?? throw new InvalidFieldException(Field, "필수 항목입니다.");
        var disposition = part.GetContentDispositionHeader();
        var field = HeaderUtilities.RemoveQuotes(disposition?.Name ?? default).ToString();
        if (field != Field)
            throw new InvalidFieldException(field.Length == 0 ? Field : field, "알 수 없는 항목입니다.");
        if (!disposition!.IsFileDisposition())
            throw new InvalidFieldException(Field, "파일이어야 합니다.");

        var name = disposition!.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);
        return new IncomingFile(parts, part.Body, name.ToString());
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await OrMalformed(() => content.ReadAsync(buffer, cancellationToken).AsTask());
        if (read == 0 && buffer.Length > 0 && await Next(parts, cancellationToken) is not null)
            throw new InvalidFieldException(Field, "파일은 한 번에 하나만 올릴 수 있습니다.");

        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() => throw new NotSupportedException();

    private static string Boundary(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            throw new BadHttpRequestException("A file comes as multipart/form-data.", StatusCodes.Status415UnsupportedMediaType);

        return HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 70 } boundary
            ? boundary.ToString()
            : throw new BadHttpRequestException("The boundary is missing or too long.");
    }

    private static Task<MultipartSection?> Next(MultipartReader parts, CancellationToken ct) => OrMalformed(() => parts.ReadNextSectionAsync(ct));

    /// <summary>A frame that is broken or breaks off is the client's mistake.</summary>
    private static async Task<T> OrMalformed<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (Exception exception) when (exception is InvalidDataException || exception is IOException and not BadHttpRequestException)
        {
            throw new BadHttpRequestException("The multipart body is broken.", exception);
        }
    }
}
