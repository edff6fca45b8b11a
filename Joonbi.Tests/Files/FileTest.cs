using Joonbi.Tests.Support;

namespace Joonbi.Tests.Files;

/// <summary>A test that must hold wherever the files are: each class runs once for the folder and once for the bucket.</summary>
[TestFixture(Storage.Folder)]
[TestFixture(Storage.Bucket)]
internal abstract class FileTest(Storage storage) : ApiTest
{
    protected Storage Storage => storage;

    /// <summary>What is kept where this class' files go.</summary>
    protected Kept Kept { get; private set; } = null!;

    protected override Task<JoonbiApp> Chosen => storage == Storage.Folder ? TestRun.App : TestRun.OnS3;

    [OneTimeSetUp]
    public async Task FindThePlace() => Kept = storage == Storage.Folder ? new KeptInFolder(App.Files) : new KeptInBucket(await TestRun.S3);

    [SetUp]
    public void EmptyThePlace() => Kept.Empty();
}
