using System.Net;
using System.Net.Http.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Consultations;

internal sealed class AnswerConsultationTests : ApiTest
{
    [Test]
    public async Task The_studios_first_word_answers_a_simple_consultation()
    {
        var (admin, id) = (await Admin("박준비"), await Simple());

        var body = await Body(await Answer(admin, id, " 안녕하세요.\n가능합니다. "));

        Assert.That(body.GetProperty("status").GetString(), Is.EqualTo("COMPLETED"));
        var message = body.GetProperty("messages").EnumerateArray().Single();
        Assert.That((message.GetProperty("author").GetString(), message.GetProperty("authorName").GetString(), message.GetProperty("body").GetString()), Is.EqualTo(("ADMIN", "박준비", "안녕하세요.\n가능합니다.")));
    }

    [Test]
    public async Task A_further_word_changes_no_state()
    {
        var (admin, id) = (await Admin(), await Simple());
        await Answer(admin, id);

        var body = await Body(await Answer(admin, id, "덧붙입니다."));

        Assert.That((body.GetProperty("status").GetString(), body.GetProperty("messages").GetArrayLength()), Is.EqualTo(("COMPLETED", 2)));
        Assert.That(await App.Sql<int>("select count(*)::int from consultation_events where kind = 'COMPLETED'"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_word_in_an_analysis_thread_leaves_the_analysis_alone()
    {
        var id = await Requested(await Customer());

        Assert.That((await Body(await Answer(await Admin(), id))).GetProperty("status").GetString(), Is.EqualTo("REQUESTED"));
    }

    [Test]
    public async Task Twenty_answers_at_once_complete_it_once()
    {
        var (admin, id) = (await Admin(), await Simple());

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Answer(admin, id)));

        Assert.That(answers.Select(answer => answer.StatusCode), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(await App.Sql<string>("select count(*) filter (where kind = 'COMPLETED') || ' ' || count(*) filter (where kind = 'MESSAGE') from consultation_events"), Is.EqualTo("1 20"));
    }

    [Test]
    public async Task A_closed_thread_takes_no_more()
    {
        var (admin, id) = (await Admin(), await Simple());
        await Answer(admin, id);
        var closed = await Body(await App.As(admin).PostAsync($"/api/admin/consultations/{id}/close", null));

        await Problem(await Answer(admin, id), HttpStatusCode.Conflict, "THREAD_CLOSED");
        Assert.That(closed.GetProperty("closedAt").GetString(), Does.EndWith("Z"));
        Assert.That((await Body(await App.As(admin).PostAsync($"/api/admin/consultations/{id}/close", null))).GetProperty("version").GetInt32(), Is.EqualTo(closed.GetProperty("version").GetInt32()), "closing twice is closing once");
        Assert.That(await App.Sql<int>("select count(*)::int from audit_log where action = 'consultation.close'"), Is.EqualTo(1));
    }

    [Test]
    public async Task One_that_is_not_answered_yet_cannot_be_closed() =>
        await Problem(await App.As(await Admin()).PostAsync($"/api/admin/consultations/{await Simple()}/close", null), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");

    [Test]
    public async Task Is_written_to_the_audit_log_without_the_text()
    {
        var (admin, id) = (await Admin(), await Simple());
        await Answer(admin, id, "비밀스러운 답변");

        Assert.That(
            await App.Sql<string>("select concat_ws(' ', action, subject, subject_id, actor_id, before->>'status', after->>'status', after::text like '%비밀%') from audit_log"),
            Is.EqualTo($"consultation.answer consultation {id} {admin.Id} REQUESTED COMPLETED f"));
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("종이\u0007")]
    public async Task Refuses_a_word_that_says_nothing(string text) =>
        await Problem(await Answer(await Admin(), await Simple(), text), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

    [Test]
    public async Task Refuses_more_than_5000_characters() =>
        await Problem(await Answer(await Admin(), await Simple(), new string('가', 5_001)), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

    private static Task<HttpResponseMessage> Answer(TestUser admin, Guid id, string body = "안녕하세요.") =>
        App.As(admin).PostAsJsonAsync($"/api/admin/consultations/{id}/answer", new { body });

    private static async Task<Guid> Simple() =>
        (await Body(await App.As(await Customer()).PostAsJsonAsync("/api/consultations", Draft.Simple()), HttpStatusCode.Created)).GetProperty("id").GetGuid();
}
