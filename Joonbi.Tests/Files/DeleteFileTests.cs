using System.Net;

namespace Joonbi.Tests.Files;

internal sealed class DeleteFileTests(Storage storage) : FileTest(storage)
{
    [Test]
    public async Task Row_and_bytes_are_gone()
    {
        var customer = await Customer();
        var files = Kept.Count();
        var file = await Stored.Upload(customer);

        await Body(await App.As(customer).DeleteAsync($"/api/files/{file}"), HttpStatusCode.NoContent);

        Assert.That(Kept.Count(), Is.EqualTo(files));
        await Problem(await App.As(customer).GetAsync($"/api/files/{file}/content"), HttpStatusCode.NotFound, "FILE_NOT_FOUND");
    }

    [Test]
    public async Task One_in_use_stays()
    {
        var customer = await Customer();
        var file = await Stored.Attachment(customer, await Requested(customer));

        await Problem(await App.As(customer).DeleteAsync($"/api/files/{file}"), HttpStatusCode.Conflict, "FILE_IN_USE");

        Assert.That((await App.As(customer).GetAsync($"/api/files/{file}/content")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Anothers_does_not_exist()
    {
        var file = await Stored.Upload(await Customer());

        await Problem(await App.As(await Customer("박서준")).DeleteAsync($"/api/files/{file}"), HttpStatusCode.NotFound, "FILE_NOT_FOUND");

        Assert.That(await App.Sql<int>("select count(*)::int from files"), Is.EqualTo(1));
    }

    [Test]
    public async Task Deleted_and_attached_at_once_it_is_one_of_the_two()
    {
        var customer = await Customer();
        using var client = App.As(customer);
        for (var round = 0; round < 10; round++)
        {
            var file = await Stored.Upload(customer);
            var deleted = client.DeleteAsync($"/api/files/{file}");
            var attached = System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(client, "/api/consultations", Consultations.Draft.Simple(("attachmentIds", new[] { file })));

            var outcome = ((await deleted).StatusCode, (await attached).StatusCode);

            Assert.That(outcome, Is.EqualTo((HttpStatusCode.NoContent, HttpStatusCode.BadRequest)).Or.EqualTo((HttpStatusCode.Conflict, HttpStatusCode.Created)));
        }
    }
}
