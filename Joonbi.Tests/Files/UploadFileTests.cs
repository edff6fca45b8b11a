using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Joonbi.Domain.Files;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Files;

internal sealed class UploadFileTests(Storage storage) : FileTest(storage)
{
    [Test]
    public async Task Is_kept_under_its_cleaned_name_with_its_type_and_checksum()
    {
        var customer = await Customer();

        var answer = await Send(customer, Form((Bytes.Png, "../../\u1112\u1161\u11AB\u1100\u1173\u11AF.png")));

        var file = await Body(answer, HttpStatusCode.Created);
        Assert.That((Text(file, "fileName"), Text(file, "contentType"), file.GetProperty("size").GetInt64()), Is.EqualTo(("한글.png", "image/png", Bytes.Png.LongLength)));
        Assert.That(await App.Sql<byte[]>("select sha256 from files"), Is.EqualTo(SHA256.HashData(Bytes.Png)));
        Assert.That(await App.As(customer).GetByteArrayAsync(answer.Headers.Location), Is.EqualTo(Bytes.Png));
    }

    [Test]
    public async Task May_be_attached_to_a_consultation()
    {
        var customer = await Customer();
        var file = (await Body(await Send(customer, Form((Bytes.Png, "로고.png"))), HttpStatusCode.Created)).GetProperty("id").GetGuid();

        var draft = Consultations.Draft.Simple(("attachmentIds", new[] { file }));
        var consultation = await Body(await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(App.As(customer), "/api/consultations", draft), HttpStatusCode.Created);

        Assert.That(consultation.GetProperty("attachments")[0].GetProperty("fileId").GetGuid(), Is.EqualTo(file));
    }

    [Test]
    public async Task Its_type_is_what_it_is_and_not_what_it_claims()
    {
        var files = Kept.Count();
        var form = Form((Bytes.Of("html"), "photo.png"));
        form.First().Headers.ContentType = new MediaTypeHeaderValue("image/png");

        await Problem(await Send(await Customer(), form), HttpStatusCode.UnsupportedMediaType, "UNSUPPORTED_FILE_TYPE");

        Assert.That(Kept.Count(), Is.EqualTo(files));
    }

    [Test]
    public async Task An_empty_file_is_refused() => await Refused(Form(([], "a.txt")), "file");

    [Test]
    public async Task No_file_is_refused() => await Refused(new MultipartFormDataContent("x"), "file");

    [Test]
    public async Task A_text_instead_of_a_file_is_refused() => await Refused(new MultipartFormDataContent("x") { { new StringContent("글"), "file" } }, "file");

    [Test]
    public async Task An_unknown_field_is_refused() => await Refused(new MultipartFormDataContent("x") { { new StringContent("글"), "title" } }, "title");

    [Test]
    public async Task A_second_file_is_refused() => await Refused(Form((Bytes.Png, "1.png"), (Bytes.Png, "2.png")), "file");

    [TestCase("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nabc")]
    [TestCase("no frame at all")]
    public async Task A_broken_frame_is_refused_and_leaves_nothing(string body)
    {
        var files = Kept.Count();

        await Problem(await Send(await Customer(), Raw(body, "multipart/form-data; boundary=x")), HttpStatusCode.BadRequest, "MALFORMED_REQUEST");

        Assert.That((Kept.Count(), await App.Sql<int>("select count(*)::int from files")), Is.EqualTo((files, 0)));
    }

    [TestCase("application/json", HttpStatusCode.UnsupportedMediaType)]
    [TestCase("multipart/mixed; boundary=x", HttpStatusCode.UnsupportedMediaType)]
    [TestCase("multipart/form-data", HttpStatusCode.BadRequest)]
    public async Task Another_kind_of_body_is_refused(string contentType, HttpStatusCode status) =>
        await Body(await Send(await Customer(), Raw("{}", contentType)), status);

    [Test]
    public async Task A_file_over_the_limit_is_refused_though_its_size_was_not_announced()
    {
        var files = Kept.Count();
        var form = new MultipartFormDataContent { { new StreamContent(new Unannounced(52_428_801)), "file", "a.txt" } };

        await Problem(await Send(await Customer(), form), HttpStatusCode.RequestEntityTooLarge, "FILE_TOO_LARGE");

        Assert.That(Kept.Count(), Is.EqualTo(files));
    }

    [Test]
    public async Task A_body_that_announces_too_much_is_refused_unread()
    {
        var body = Raw("", "multipart/form-data; boundary=x");
        body.Headers.ContentLength = 60_000_000;

        await Problem(await Send(await Customer(), body), HttpStatusCode.RequestEntityTooLarge, "FILE_TOO_LARGE");
    }

    [Test]
    public async Task A_customer_may_have_so_many_waiting_and_no_more_however_fast_they_come()
    {
        var customer = await Customer();
        var (files, limit) = (Kept.Count(), new UploadPolicy().MaxWaitingFiles);

        var answers = await Task.WhenAll(Enumerable.Range(0, limit + 10).Select(i => Send(customer, Form((Bytes.Png, $"{i}.png")))));

        Assert.That(answers.Count(answer => answer.StatusCode is HttpStatusCode.Created), Is.EqualTo(limit));
        foreach (var refused in answers.Where(answer => answer.StatusCode is not HttpStatusCode.Created))
            await Problem(refused, HttpStatusCode.Conflict, "TOO_MANY_WAITING_FILES");
        Assert.That(Kept.Count() - files, Is.EqualTo(limit));
        await Body(await Send(await Customer("박서준"), Form((Bytes.Png, "1.png"))), HttpStatusCode.Created);
    }

    private async Task Refused(HttpContent body, string field)
    {
        var files = Kept.Count();

        var problem = await Problem(await Send(await Customer(), body), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").TryGetProperty(field, out _), Is.True, problem.ToString());
        Assert.That((Kept.Count(), await App.Sql<int>("select count(*)::int from files")), Is.EqualTo((files, 0)));
    }

    private static Task<HttpResponseMessage> Send(TestUser user, HttpContent body) => App.As(user).PostAsync("/api/files", body);

    private static MultipartFormDataContent Form(params (byte[] Content, string Name)[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (content, name) in files)
            form.Add(new ByteArrayContent(content), "file", name);

        return form;
    }

    private static ByteArrayContent Raw(string body, string contentType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return content;
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    /// <summary>So many letters, whose number nobody knows before the end.</summary>
    private sealed class Unannounced(long length) : MemoryStream
    {
        private long left = length;

        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(left, buffer.Length);
            buffer.Span[..count].Fill((byte)'a');
            left -= count;
            return ValueTask.FromResult(count);
        }
    }
}
