using Joonbi.Infrastructure.S3;

namespace Joonbi.Tests.Configuration;

/// <summary>Where files go, and which halves of settings stop the start.</summary>
internal sealed class StorageSettingsTests
{
    private static readonly (string, string?) OnS3 = ("STORAGE_TYPE", "s3");
    private static readonly (string, string?) Bucket = ("AWS_S3_BUCKET", "joonbi-uploads");
    private static readonly (string, string?) Key = ("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE");
    private static readonly (string, string?) Secret = ("AWS_SECRET_ACCESS_KEY", "a-secret-of-aws");

    [Test]
    public void Files_are_in_the_folder_unless_something_is_said()
    {
        var settings = SettingsTests.Read().Infrastructure;
        Assert.That((settings.StoresInBucket, settings.S3), Is.EqualTo((false, (S3Settings?)null)));
    }

    [Test]
    public void The_seed_s_five_are_enough()
    {
        var settings = SettingsTests.Read(OnS3, Bucket, Key, Secret, ("AWS_S3_REGION", "us-east-1"));
        Assert.That((settings.Complaint, settings.Infrastructure.StoresInBucket), Is.EqualTo(((string?)null, true)));
        Assert.That(settings.Infrastructure.S3, Is.EqualTo(new S3Settings("joonbi-uploads", "us-east-1", null, "AKIAEXAMPLE", "a-secret-of-aws")));
        Assert.That(settings.Secrets, Has.Member("a-secret-of-aws"));
    }

    [Test]
    public void On_AWS_the_task_has_a_role_and_needs_no_keys() =>
        Assert.That(SettingsTests.Read(OnS3, Bucket).Complaint, Is.Null);

    [Test]
    public void A_bucket_beside_the_folder_is_read_and_gets_nothing_new()
    {
        var settings = SettingsTests.Read(Bucket, ("AWS_S3_ENDPOINT", "https://s3.example.com")).Infrastructure;
        Assert.That((settings.StoresInBucket, settings.S3?.Endpoint?.Host), Is.EqualTo((false, "s3.example.com")));
    }

    [Test]
    public void Half_a_pair_or_no_bucket_stops_the_start() => Assert.Multiple(() =>
    {
        Assert.That(SettingsTests.Read(OnS3, Bucket, Key).Complaint, Does.Contain("  AWS_SECRET_ACCESS_KEY: 액세스 키와 비밀 키는 함께"));
        Assert.That(SettingsTests.Read(OnS3, Bucket, Secret).Complaint, Does.Contain("  AWS_ACCESS_KEY_ID: 액세스 키와 비밀 키는 함께"));
        Assert.That(SettingsTests.Read(OnS3).Complaint, Does.Contain("  AWS_S3_BUCKET: STORAGE_TYPE=s3이면"));
    });

    [TestCase("STORAGE_TYPE", "gcs")]
    [TestCase("AWS_S3_BUCKET", "Joonbi Uploads")]
    [TestCase("AWS_S3_ENDPOINT", "minio:9000")]
    [TestCase("AWS_SECRET_ACCESS_KEY", "xxxxx")]
    public void Refuses(string name, string value) => Assert.That(SettingsTests.Read((name, value)).Complaint, Does.Contain($"  {name}: "));

    [Test]
    public void Nginx_sends_nothing_of_a_folder_that_is_being_emptied() =>
        Assert.That(SettingsTests.Read(OnS3, Bucket, ("ACCEL_REDIRECT", "/uploads/")).Web.AccelRedirect, Is.Empty);
}
