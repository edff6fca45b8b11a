namespace Joonbi.Infrastructure.S3;

/// <summary>The <c>AWS_…</c> settings: which bucket, and as whom.</summary>
/// <param name="Bucket"><c>AWS_S3_BUCKET</c>.</param>
/// <param name="Region"><c>AWS_S3_REGION</c>.</param>
/// <param name="Endpoint"><c>AWS_S3_ENDPOINT</c> of a compatible server; null for AWS. Links lead there, so customers must reach it.</param>
/// <param name="AccessKeyId"><c>AWS_ACCESS_KEY_ID</c>; empty where the machine or the task has a role.</param>
/// <param name="SecretAccessKey"><c>AWS_SECRET_ACCESS_KEY</c>; a secret.</param>
public sealed record S3Settings(string Bucket, string Region, Uri? Endpoint, string AccessKeyId, string SecretAccessKey)
{
    /// <summary>
    /// For one try, from its first byte to the first of the answer, and then for each piece. A part of 5 MiB needs 2 Mbit/s; three
    /// tries are over before nginx gives us up.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}
