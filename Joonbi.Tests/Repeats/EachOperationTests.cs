using System.Net;
using System.Text.Json;
using Joonbi.Api.OpenApi;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Files;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Repeats;

/// <summary>Which operations take a key, and what a repeat would do to each without one.</summary>
internal sealed class EachOperationTests : RepeatTest
{
    [Test]
    public async Task What_creates_or_charges_takes_a_key_and_nothing_else_does()
    {
        var document = JsonSerializer.Deserialize<JsonElement>(await ApiDocument.Text(App.Services));
        var keyed =
            from path in document.GetProperty("paths").EnumerateObject()
            from method in path.Value.EnumerateObject()
            from parameter in method.Value.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : []
            where parameter.GetProperty("name").GetString() == "Idempotency-Key"
            where parameter.TryGetProperty("description", out var about) && about.GetString()!.Contains("IDEMPOTENCY_KEY_IN_USE", StringComparison.Ordinal)
            where parameter.GetProperty("schema").GetProperty("maxLength").GetInt32() == 255 && method.Value.GetProperty("responses").TryGetProperty("409", out _)
            select method.Value.GetProperty("operationId").GetString();
        Assert.That(keyed, Is.EquivalentTo(new[]
        {
            "submitConsultation", "cancelConsultation", "postConsultationMessage", "uploadFile", "preparePayment", "completePayment",
            "answerConsultation", "closeConsultation", "rejectConsultation", "overruleRejection", "retryAnalysis",
            "refundPayment", "planCampaign", "addPrice", "addScreeningRule", "retryDelivery",
        }));
    }

    [Test]
    public async Task A_message_is_said_once()
    {
        var customer = await Customer();
        var thread = $"/api/consultations/{await Requested(customer)}/messages";

        await Twice(() => Post(customer, thread, new { body = "언제 되나요?" }), HttpStatusCode.Created);

        Assert.That(await Count("consultation_messages"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_refund_is_ordered_once()
    {
        var admin = await Admin();
        var (_, payment) = await Paid(await Customer());

        await Twice(() => Post(admin, $"/api/admin/payments/{Guid.Parse(payment)}/refund", new { amount = 30_000, reason = "사과드립니다" }), HttpStatusCode.OK);
        await App.DeliverOutbox();

        Assert.That(App.Vendors.PortOne.Deals.Single().Left, Is.EqualTo(70_000));
    }

    [Test]
    public async Task What_was_confirmed_once_needs_no_vendor_to_be_said_again()
    {
        var customer = await Customer();
        var payment = await Prepared(customer);
        App.Vendors.PortOne.Pay(payment);
        var first = await Post(customer, "/api/payments/complete", new { paymentId = payment });
        App.Vendors.Instead = (_, _) => throw new InvalidOperationException("The vendor was asked.");

        Assert.That(await All(await Post(customer, "/api/payments/complete", new { paymentId = payment })), Is.EqualTo(await All(first)));
    }

    [TestCase("/api/admin/prices", """{"code":"CHATBOT","category":"FUNCTION","name":"챗봇","price":700000,"position":30}""", "prices")]
    [TestCase("/api/admin/screening-rules", """{"category":"FORBIDDEN_CONTENT","name":"대부업","terms":["대부업"],"reason":"대부업 사이트는 제작하지 않습니다."}""", "screening_rules")]
    [TestCase("/api/admin/events", """{"name":"겨울 이벤트","slots":3,"startsAt":"2099-01-01T00:00:00Z"}""", "campaigns")]
    public async Task The_studio_adds_an_entry_once(string path, string body, string table)
    {
        var (admin, before) = (await Admin(), await Count(table));
        Assert.That((await Post(admin, path, JsonSerializer.Deserialize<JsonElement>("{}"))).StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));

        await Twice(() => Post(admin, path, JsonSerializer.Deserialize<JsonElement>(body)), HttpStatusCode.Created);

        Assert.That(await Count(table), Is.EqualTo(before + 1));
        await App.Execute($"delete from {table} where id = (select id from {table} order by id desc limit 1)");
    }

    [Test]
    public async Task An_answer_of_the_studio_is_given_once()
    {
        var (admin, customer) = (await Admin(), await Customer());
        var id = (await Body(await App.As(customer).PostAsync("/api/consultations", System.Net.Http.Json.JsonContent.Create(Draft.Simple())), HttpStatusCode.Created)).GetProperty("id").GetGuid();

        await Twice(() => Post(admin, $"/api/admin/consultations/{id}/answer", new { body = "네, 만들 수 있습니다." }), HttpStatusCode.OK);

        Assert.That((await StatusOf(id), await Count("consultation_messages")), Is.EqualTo(("COMPLETED", 1)));
    }

    [Test]
    public async Task A_file_is_taken_in_once_and_its_bytes_are_what_the_key_stands_for()
    {
        var (customer, before) = (await Customer(), KeptBytes());

        await Twice(() => Upload(customer, Bytes.Png, "로고.png"), HttpStatusCode.Created);
        await Reused(await Upload(customer, [.. Bytes.Png, 7], "로고.png"));
        await Reused(await Upload(customer, Bytes.Png, "다른 이름.png"));

        Assert.That((await Count("files"), KeptBytes() - before), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task A_file_whose_answer_was_lost_is_compared_as_well()
    {
        var (customer, before) = (await Customer(), KeptBytes());
        var first = await Upload(customer, Bytes.Png, "로고.png");
        await App.Execute("update idempotency_keys set answer = null");

        await Reused(await Upload(customer, [.. Bytes.Png, 7], "로고.png"));
        Assert.That(await All(await Upload(customer, Bytes.Png, "로고.png")), Is.EqualTo(await All(first)));

        Assert.That((await Count("files"), KeptBytes() - before), Is.EqualTo((1, 1)));
    }

    private static int KeptBytes() => App.Files.EnumerateFiles("*", SearchOption.AllDirectories).Count();

    private static Task<HttpResponseMessage> Upload(TestUser customer, byte[] content, string name) =>
        Post(customer, "/api/files", new MultipartFormDataContent { { new ByteArrayContent(content), "file", name } });

    private static async Task Twice(Func<Task<HttpResponseMessage>> request, HttpStatusCode status)
    {
        var first = await request();
        await Body(first, status);
        Assert.That(await All(await request()), Is.EqualTo(await All(first)));
    }
}
