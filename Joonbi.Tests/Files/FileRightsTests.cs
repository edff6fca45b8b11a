using System.Net;

namespace Joonbi.Tests.Files;

/// <summary>Which files are to be had where, and by whom.</summary>
internal sealed class FileRightsTests(Storage storage) : FileTest(storage)
{
    [Test]
    public async Task A_consultation_lists_every_version_and_every_attachment()
    {
        var customer = await Customer();
        var id = await Requested(customer);
        var (first, second, attachment) = (await Stored.Document(id), await Stored.Document(id, "동네빵집 견적서 v2.pdf"), await Stored.Attachment(customer, id));

        var files = await Body(await App.As(customer).GetAsync($"/api/consultations/{id}/files"));

        Assert.That(
            files.GetProperty("documents").EnumerateArray().Select(document => (document.GetProperty("version").GetInt32(), document.GetProperty("fileId").GetGuid())),
            Is.EqualTo(new[] { (2, second), (1, first) }));
        Assert.That(files.GetProperty("attachments").EnumerateArray().Single().GetProperty("fileId").GetGuid(), Is.EqualTo(attachment));
    }

    [Test]
    public async Task The_customer_downloads_documents_and_attachments()
    {
        var customer = await Customer();
        var id = await Requested(customer);
        foreach (var file in new[] { await Stored.Document(id), await Stored.Attachment(customer, id) })
            Assert.That((await App.As(customer).GetAsync($"/api/consultations/{id}/files/{file}/content")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_studio_downloads_what_belongs_to_the_consultation_and_nothing_else()
    {
        var (customer, admin) = (await Customer(), App.As(await Admin()));
        var (id, other) = (await Requested(customer), await Requested(customer));
        foreach (var file in new[] { await Stored.Document(id), await Stored.Attachment(customer, id) })
        {
            Assert.That((await admin.GetAsync($"/api/admin/consultations/{id}/files/{file}/content")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
            await Problem(await admin.GetAsync($"/api/admin/consultations/{other}/files/{file}/content"), HttpStatusCode.NotFound, "FILE_NOT_FOUND");
        }

        await Problem(await admin.GetAsync($"/api/admin/consultations/{id}/files/{await Stored.Upload(customer)}/content"), HttpStatusCode.NotFound, "FILE_NOT_FOUND");
    }

    [Test]
    public async Task A_file_is_found_under_its_own_consultation_only()
    {
        var customer = await Customer();
        var (id, other) = (await Requested(customer), await Requested(customer));
        foreach (var file in new[] { await Stored.Document(id), await Stored.Attachment(customer, id), await Stored.Upload(customer) })
            await Problem(await App.As(customer).GetAsync($"/api/consultations/{other}/files/{file}/content"), HttpStatusCode.NotFound, "FILE_NOT_FOUND");
    }

    [Test]
    public async Task Anothers_file_does_not_exist()
    {
        var (customer, stranger) = (await Customer(), App.As(await Customer("박서준")));
        var id = await Requested(customer);
        var file = await Stored.Attachment(customer, id);

        await Problem(await stranger.GetAsync($"/api/files/{file}/content"), HttpStatusCode.NotFound, "FILE_NOT_FOUND");
        await Problem(await stranger.GetAsync($"/api/consultations/{id}/files/{file}/content"), HttpStatusCode.NotFound, "FILE_NOT_FOUND");
        await Problem(await stranger.GetAsync($"/api/consultations/{id}/files"), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
    }

    [Test]
    public async Task An_open_link_gives_documents_and_no_attachments()
    {
        var customer = await Customer();
        var id = await Requested(customer);
        var token = await Stored.Link(id);

        Assert.That((await Shared(token, await Stored.Document(id))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await Problem(await Shared(token, await Stored.Attachment(customer, id)), HttpStatusCode.NotFound, "FILE_NOT_FOUND");
    }

    [Test]
    public async Task A_link_gives_nothing_of_another_consultation()
    {
        var customer = await Customer();
        var token = await Stored.Link(await Requested(customer));

        await Problem(await Shared(token, await Stored.Document(await Requested(customer))), HttpStatusCode.NotFound, "FILE_NOT_FOUND");
    }

    [TestCase("update share_links set revoked_at = created_at")]
    [TestCase("update share_links set expires_at = created_at")]
    public async Task A_link_that_is_revoked_or_over_gives_nothing(string end)
    {
        var id = await Requested(await Customer());
        var (token, file) = (await Stored.Link(id), await Stored.Document(id));
        await App.Execute(end);

        await Problem(await Shared(token, file), HttpStatusCode.NotFound, "FILE_NOT_FOUND");
    }

    [Test]
    public async Task A_stored_hash_opens_nothing()
    {
        var id = await Requested(await Customer());
        await Stored.Link(id);
        var hash = await App.Sql<string>("select encode(token_hash, 'hex') from share_links");

        await Problem(await Shared(hash!, await Stored.Document(id)), HttpStatusCode.NotFound, "FILE_NOT_FOUND");
    }

    [Test]
    public async Task The_agent_gets_what_is_attached_and_nothing_else()
    {
        var customer = await Customer();
        var id = await Requested(customer);
        using var agent = App.AsClawdbot();

        Assert.That((await agent.GetAsync($"/api/internal/files/{await Stored.Attachment(customer, id)}/content")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await Problem(await agent.GetAsync($"/api/internal/files/{await Stored.Upload(customer)}/content"), HttpStatusCode.NotFound, "FILE_NOT_FOUND");
    }

    [Test]
    public async Task The_address_in_an_assignment_leads_to_the_attachment()
    {
        var customer = await Customer();
        var id = await Requested(customer);
        await Stored.Attachment(customer, id);
        using var agent = App.AsClawdbot();

        var attachment = (await Body(await agent.GetAsync($"/api/internal/consultations/{id}"))).GetProperty("attachments")[0];

        Assert.That(await agent.GetByteArrayAsync(attachment.GetProperty("downloadUrl").GetString()), Is.EqualTo(Stored.Content));
    }

    private static Task<HttpResponseMessage> Shared(string token, Guid file) => App.AsNobody().GetAsync($"/api/shared/{token}/files/{file}/content");
}
