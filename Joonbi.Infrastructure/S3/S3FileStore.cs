using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using Joonbi.Application.Files;
using Joonbi.Domain;
using Joonbi.Infrastructure.Files;

namespace Joonbi.Infrastructure.S3;

/// <summary>
/// A private bucket. Downloads go past this program, by links that this program signs: each is good for one object, under headers
/// that are part of what is signed.
/// </summary>
internal sealed class S3FileStore(S3Connection s3, IRandomSource random) : IKeyedStore
{
    /// <summary>A link must outlive the way to the customer and clocks that are a little apart, and no mail or chat it is pasted into.</summary>
    public static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(5);

    public Task<StoredBytes> Save(Stream content, long maxBytes, CancellationToken ct) => SaveAs(StorageKey.New(random), content, maxBytes, ct);

    public async Task<StoredBytes> SaveAs(string key, Stream content, long maxBytes, CancellationToken ct)
    {
        using var upload = new S3Upload(s3, StorageKey.Checked(key));
        try
        {
            var (size, sha256) = await Intake.Read(content, maxBytes, upload.Write, ct);
            await upload.Complete(ct);
            return new StoredBytes(key, size, sha256);
        }
        catch
        {
            await upload.Abort();
            throw;
        }
    }

    public async Task<Stream> Open(string key, CancellationToken ct) => new S3Content(s3, key, (await Head(key, ct)).ContentLength);

    public async Task<long?> Size(string key, CancellationToken ct)
    {
        try
        {
            return (await Head(key, ct)).ContentLength;
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public async Task<Uri?> Link(string key, LinkHeaders headers, CancellationToken ct)
    {
        var request = new GetPreSignedUrlRequest
        {
            BucketName = s3.Bucket,
            Key = StorageKey.Checked(key),
            Verb = HttpVerb.GET,
            Protocol = s3.IsPlain ? Protocol.HTTP : Protocol.HTTPS,
            // S3 and the SDK count in real time, whatever the program's clock says.
            Expires = (TimeProvider.System.GetUtcNow() + LinkLife).UtcDateTime,
            ResponseHeaderOverrides = new ResponseHeaderOverrides
            {
                ContentType = headers.ContentType,
                ContentDisposition = headers.ContentDisposition,
                CacheControl = headers.CacheControl,
            },
        };
        return new Uri(await s3.Ask(client => client.GetPreSignedURLAsync(request), ct));
    }

    public Task Delete(string key, CancellationToken ct)
    {
        StorageKey.Checked(key);
        return s3.Ask(client => client.DeleteObjectAsync(s3.Bucket, key, ct), ct);
    }

    public async IAsyncEnumerable<string> WrittenBefore(DateTimeOffset instant, [EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = s3.Bucket };
        do
        {
            var page = await s3.Ask(client => client.ListObjectsV2Async(request, ct), ct);
            foreach (var found in page.S3Objects ?? [])
            {
                if (found.LastModified?.ToUniversalTime() < instant.UtcDateTime && StorageKey.IsOne(found.Key))
                    yield return found.Key;
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
        while (request.ContinuationToken is not null);
    }

    public async Task DropUnfinished(DateTimeOffset before, CancellationToken ct)
    {
        var request = new ListMultipartUploadsRequest { BucketName = s3.Bucket };
        bool more;
        do
        {
            var page = await s3.Ask(client => client.ListMultipartUploadsAsync(request, ct), ct);
            foreach (var upload in page.MultipartUploads ?? [])
            {
                if (upload.Initiated?.ToUniversalTime() < before.UtcDateTime && StorageKey.IsOne(upload.Key))
                    await Drop(upload, ct);
            }

            (request.KeyMarker, request.UploadIdMarker) = (page.NextKeyMarker, page.NextUploadIdMarker);
            more = page.IsTruncated is true;
        }
        while (more);
    }

    private Task<GetObjectMetadataResponse> Head(string key, CancellationToken ct)
    {
        StorageKey.Checked(key);
        return s3.Ask(client => client.GetObjectMetadataAsync(s3.Bucket, key, ct), ct);
    }

    /// <summary>One that was completed or dropped a moment ago is gone, which is what is wanted.</summary>
    private async Task Drop(MultipartUpload upload, CancellationToken ct)
    {
        try
        {
            await s3.Ask(client => client.AbortMultipartUploadAsync(s3.Bucket, upload.Key, upload.UploadId, ct), ct);
        }
        catch (FileNotFoundException)
        {
        }
    }
}
