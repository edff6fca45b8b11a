using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Consultations;

internal sealed class PostMessageTests : ApiTest
{
    private TestUser customer = null!;
    private Guid id;

    [SetUp]
    public async Task HandIn()
    {
        customer = await Customer();
        id = (await Body(await App.As(customer).PostAsJsonAsync("/api/consultations", Draft.Simple()), HttpStatusCode.Created)).GetProperty("id").GetGuid();
    }

    [Test]
    public async Task Customer_and_studio_talk_and_the_newest_word_stands_first()
    {
        await Body(await Post(" 언제 답을 받을 수 있나요? "), HttpStatusCode.Created);
        App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Body(await App.As(await Admin("이담당")).PostAsJsonAsync($"/api/admin/consultations/{id}/answer", new { body = "내일 드리겠습니다." }));
        await Body(await Post("감사합니다."), HttpStatusCode.Created);

        var items = (await Body(await List())).GetProperty("items");

        Assert.That(items.EnumerateArray().Select(Line), Is.EqualTo(new[] { "CUSTOMER 감사합니다.", "ADMIN 내일 드리겠습니다.", "CUSTOMER 언제 답을 받을 수 있나요?" }));
        Assert.That(items.ToString(), Does.Not.Contain("이담당"));
    }

    [Test]
    public async Task A_customers_word_does_not_answer_the_customers_question()
    {
        await Body(await Post("추가로 여쭙니다."), HttpStatusCode.Created);

        Assert.That(await App.Sql<string>("select status from consultations where id = @id", new { id }), Is.EqualTo("REQUESTED"));
    }

    [Test]
    public async Task The_list_comes_in_parts()
    {
        for (var number = 1; number <= 5; number++)
            await Body(await Post($"{number}번"), HttpStatusCode.Created);

        var first = await Body(await List("?limit=3"));
        var rest = await Body(await List($"?limit=3&cursor={first.GetProperty("nextCursor").GetString()}"));

        var all = first.GetProperty("items").EnumerateArray().Concat(rest.GetProperty("items").EnumerateArray()).Select(Line);
        Assert.That(all, Is.EquivalentTo(Enumerable.Range(1, 5).Select(number => $"CUSTOMER {number}번")));
        Assert.That(rest.GetProperty("nextCursor").ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [TestCase("")]
    [TestCase("   ")]
    [TestCase("벨\u0007")]
    [TestCase(null)]
    public async Task Refuses_what_is_no_text(string? body)
    {
        var problem = await Problem(await Post(body), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").TryGetProperty("body", out _), problem.ToString());
    }

    [TestCase(5_000, HttpStatusCode.Created)]
    [TestCase(5_001, HttpStatusCode.BadRequest)]
    public async Task Takes_up_to_5000_characters(int length, HttpStatusCode expected) =>
        Assert.That((await Post(new string('가', length))).StatusCode, Is.EqualTo(expected));

    [Test]
    public async Task A_closed_thread_takes_no_more()
    {
        var admin = App.As(await Admin());
        await Body(await admin.PostAsJsonAsync($"/api/admin/consultations/{id}/answer", new { body = "답변입니다." }));
        await Body(await admin.PostAsync($"/api/admin/consultations/{id}/close", null));

        await Problem(await Post("한 가지 더요."), HttpStatusCode.Conflict, "THREAD_CLOSED");
        Assert.That((await Body(await List())).GetProperty("items").GetArrayLength(), Is.EqualTo(1), "What was refused is not stored.");
    }

    [Test]
    public async Task A_cancelled_one_takes_no_more()
    {
        await App.As(customer).PostAsync($"/api/consultations/{id}/cancel", null);

        await Problem(await Post("다시 부탁드립니다."), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");
    }

    [Test]
    public async Task Anothers_thread_does_not_exist()
    {
        var other = App.As(await Customer());

        await Problem(await other.GetAsync($"/api/consultations/{id}/messages"), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
        await Problem(await other.PostAsJsonAsync($"/api/consultations/{id}/messages", new { body = "안녕하세요." }), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
    }

    [Test]
    public async Task Who_watches_hears_of_a_new_word_until_the_thread_is_closed()
    {
        var admin = App.As(await Admin());
        using var stream = await LiveStream.Open(App.As(customer), $"/api/consultations/{id}/events");
        await Body(await admin.PostAsJsonAsync($"/api/admin/consultations/{id}/answer", new { body = "답변입니다." }));
        await Body(await Post("고맙습니다."), HttpStatusCode.Created);
        await Body(await admin.PostAsync($"/api/admin/consultations/{id}/close", null));
        await App.TellWatchers();

        Assert.That((await stream.Rest()).Select(frame => frame.Event), Is.EqualTo(new[] { "state", "message", "completed", "message", "closed" }));
    }

    /// <summary>A moment after whatever was said before.</summary>
    private Task<HttpResponseMessage> Post(string? body)
    {
        App.Clock.Advance(TimeSpan.FromMilliseconds(1));
        return App.As(customer).PostAsJsonAsync($"/api/consultations/{id}/messages", new { body });
    }

    private Task<HttpResponseMessage> List(string query = "") => App.As(customer).GetAsync($"/api/consultations/{id}/messages{query}");

    private static string Line(JsonElement message) => $"{message.GetProperty("author").GetString()} {message.GetProperty("body").GetString()}";
}
