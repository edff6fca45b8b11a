using Joonbi.Infrastructure.S3;
using Joonbi.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace Joonbi.Tests.S3;

/// <summary>
/// The bucket of the store's contract: the server on loopback or, where <c>JOONBI_TEST_S3_BUCKET</c> names one, a real one, which
/// must be there for tests alone. <c>JOONBI_TEST_S3_REGION</c>, <c>_ENDPOINT</c>, <c>_ACCESS_KEY_ID</c> and <c>_SECRET_ACCESS_KEY</c>
/// are those of the service's settings; without keys the SDK looks for them in its usual places.
/// </summary>
internal static class TestBucket
{
    public static async Task<S3Connection> Connect() => Variable("BUCKET") is { Length: > 0 } bucket
        ? new S3Connection(
            new S3Settings(
                bucket,
                Variable("REGION") is { Length: > 0 } region ? region : "ap-northeast-2",
                Variable("ENDPOINT") is { Length: > 0 } endpoint ? new Uri(endpoint) : null,
                Variable("ACCESS_KEY_ID"),
                Variable("SECRET_ACCESS_KEY")),
            NullLogger<S3Connection>.Instance)
        : (await TestRun.S3).Connect();

    /// <summary>The uploads that were begun and neither completed nor aborted.</summary>
    public static async Task<IEnumerable<string>> Uploads(S3Connection connection) =>
        (await connection.Ask(client => client.ListMultipartUploadsAsync(new Amazon.S3.Model.ListMultipartUploadsRequest { BucketName = connection.Bucket }), default)).MultipartUploads?.Select(upload => upload.UploadId) ?? [];

    private static string Variable(string name) => Environment.GetEnvironmentVariable($"JOONBI_TEST_S3_{name}") ?? "";
}
