using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Joonbi.Domain;
using Microsoft.Extensions.Logging;

namespace Joonbi.Infrastructure.S3;

/// <summary>The SDK's client, set up on purpose, and the one place where its many ways to fail become ours.</summary>
internal sealed partial class S3Connection(S3Settings settings, ILogger<S3Connection> logger) : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    private readonly AmazonS3Client client = Connect(settings);

    public string Bucket => settings.Bucket;

    public TimeSpan Patience => settings.Patience;

    /// <summary>Whether it is spoken to without TLS, as on loopback.</summary>
    public bool IsPlain => settings.Endpoint?.Scheme == Uri.UriSchemeHttp;

    /// <exception cref="UnavailableException">S3 does not answer, or not to us.</exception>
    public async Task<T> Ask<T>(Func<IAmazonS3, Task<T>> call, CancellationToken ct)
    {
        try
        {
            return await call(client);
        }
        catch (AmazonS3Exception refusal) when (refusal.StatusCode is HttpStatusCode.NotFound && refusal.ErrorCode is not "NoSuchBucket")
        {
            throw new FileNotFoundException("S3 has no such object.", refusal);
        }
        catch (Exception exception) when (exception is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or TimeoutException
            || (exception is OperationCanceledException && !ct.IsCancellationRequested))
        {
            LogAway(settings.Bucket, exception.Message);
            throw new UnavailableException("STORAGE_UNAVAILABLE", "파일 저장소가 응답하지 않습니다. 잠시 후 다시 시도해 주세요.", Retry);
        }
    }

    public void Dispose() => client.Dispose();

    private static AmazonS3Client Connect(S3Settings settings)
    {
        var config = new AmazonS3Config
        {
            Timeout = settings.Patience,
            ConnectTimeout = TimeSpan.FromSeconds(3),
            RetryMode = RequestRetryMode.Standard,
            MaxErrorRetry = 2,
            // Every request is signed over the SHA-256 of its body, which S3 verifies: the SDK's further checksums add nothing, and
            // compatible servers do not all know them.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (settings.Endpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region);
        }
        else
        {
            // A compatible server seldom has a name of its own for each bucket.
            (config.ServiceURL, config.AuthenticationRegion, config.ForcePathStyle) = (settings.Endpoint.ToString(), settings.Region, true);
        }

        return settings.AccessKeyId.Length == 0
            ? new AmazonS3Client(config)
            : new AmazonS3Client(new BasicAWSCredentials(settings.AccessKeyId, settings.SecretAccessKey), config);
    }

    [LoggerMessage(LogLevel.Error, "S3 (bucket {Bucket}) gave no usable answer: {Reason}")]
    private partial void LogAway(string bucket, string reason);
}
