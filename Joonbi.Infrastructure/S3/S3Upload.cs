using Amazon.S3.Model;
using Joonbi.Domain;

namespace Joonbi.Infrastructure.S3;

/// <summary>
/// An object on its way into the bucket. What fits into one part is one request; more goes in parts, of which one is in memory.
/// S3 shows the object when it is complete, and not before.
/// </summary>
internal sealed class S3Upload(S3Connection s3, string key) : IDisposable
{
    /// <summary>The least that S3 takes for a part that is not the last.</summary>
    public const int PartSize = 5 * 1_048_576;

    /// <summary>Who has sent more than this will send a whole part: room for it at once, where doubling would leave three times as much behind.</summary>
    private const int Small = 1_048_576;

    /// <summary>A part is sent when it is full, so it may be longer by what came last.</summary>
    private const int Room = PartSize + 262_144;

    private const string Type = "application/octet-stream";

    private readonly MemoryStream part = new();
    private readonly List<PartETag> sent = [];
    private string? id;

    public async Task Write(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        if (part.Length + bytes.Length > Small && part.Capacity < Room)
            part.Capacity = Room;

        part.Write(bytes.Span);
        if (part.Length >= PartSize)
            await SendPart(ct);
    }

    public async Task Complete(CancellationToken ct)
    {
        if (id is null)
        {
            part.Position = 0;
            var whole = new PutObjectRequest { BucketName = s3.Bucket, Key = key, ContentType = Type, InputStream = part, UseChunkEncoding = false };
            await s3.Ask(client => client.PutObjectAsync(whole, ct), ct);
            return;
        }

        if (part.Length > 0)
            await SendPart(ct);

        await s3.Ask(client => client.CompleteMultipartUploadAsync(new() { BucketName = s3.Bucket, Key = key, UploadId = id, PartETags = sent }, ct), ct);
    }

    /// <summary>Parts that are never completed would be kept, and paid for, unseen. Where S3 is away, the sweep does it later.</summary>
    public async Task Abort()
    {
        if (id is null)
            return;

        try
        {
            await s3.Ask(client => client.AbortMultipartUploadAsync(s3.Bucket, key, id, CancellationToken.None), CancellationToken.None);
        }
        catch (Exception exception) when (exception is UnavailableException or FileNotFoundException)
        {
        }
    }

    public void Dispose() => part.Dispose();

    private async Task SendPart(CancellationToken ct)
    {
        id ??= (await s3.Ask(client => client.InitiateMultipartUploadAsync(new() { BucketName = s3.Bucket, Key = key, ContentType = Type }, ct), ct)).UploadId;
        part.Position = 0;
        var number = sent.Count + 1;
        var request = new UploadPartRequest
        {
            BucketName = s3.Bucket, Key = key, UploadId = id, PartNumber = number, InputStream = part, PartSize = part.Length, UseChunkEncoding = false,
        };
        sent.Add(new PartETag(number, (await s3.Ask(client => client.UploadPartAsync(request, ct), ct)).ETag));
        part.SetLength(0);
    }
}
