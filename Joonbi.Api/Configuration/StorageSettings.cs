using Joonbi.Infrastructure.S3;

namespace Joonbi.Api.Configuration;

/// <summary>
/// Where files are kept. A bucket may be set while the folder is still in use: files that are in it are found, so that it can be
/// filled or emptied while the service runs.
/// </summary>
/// <param name="InBucket">New files go into the bucket.</param>
/// <param name="S3">Null without a bucket.</param>
internal sealed record StorageSettings(bool InBucket, S3Settings? S3)
{
    public static StorageSettings Read(SettingsReader reader)
    {
        var inBucket = reader.Choice("STORAGE_TYPE", "새 파일을 두는 곳: local은 UPLOAD_PATH, s3는 AWS_S3_BUCKET", "local", "local", "s3") == "s3";
        var bucket = reader.Text("AWS_S3_BUCKET", "파일을 두는 S3 버킷. local에서도 설정하면 그 안의 파일을 함께 읽습니다 (files move).", "", check: BucketProblem);
        var region = reader.Text("AWS_S3_REGION", "버킷의 리전", "ap-northeast-2");
        var endpoint = reader.Text("AWS_S3_ENDPOINT", "AWS가 아닌 S3 호환 서버의 주소. 다운로드 링크가 이 주소로 갑니다.", "", check: AddressProblem);
        var id = reader.Text("AWS_ACCESS_KEY_ID", "S3의 액세스 키. AWS에서 역할(task role)을 쓰면 비워 둡니다.", "");
        var secret = reader.Secret("AWS_SECRET_ACCESS_KEY", "S3의 비밀 키", 6, fallback: "");

        if (inBucket && bucket.Length == 0)
            reader.Refuse("AWS_S3_BUCKET", "STORAGE_TYPE=s3이면 설정해야 합니다.");
        if (id.Length > 0 != secret.Length > 0)
            reader.Refuse(id.Length > 0 ? "AWS_SECRET_ACCESS_KEY" : "AWS_ACCESS_KEY_ID", "액세스 키와 비밀 키는 함께 설정하거나 함께 비워야 합니다.");

        return new StorageSettings(inBucket, bucket.Length == 0 ? null : new S3Settings(bucket, region, endpoint.Length == 0 ? null : new Uri(endpoint), id, secret));
    }

    private static string? BucketProblem(string text) =>
        text.Length is 0 or (>= 3 and <= 63) && text.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-' or '.')
            ? null
            : "버킷 이름은 영문 소문자, 숫자, -, . 으로 된 3–63자입니다.";

    private static string? AddressProblem(string text) =>
        text.Length == 0 || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https") ? null : "http 또는 https 주소여야 합니다.";
}
