using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Consultations;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Repeats;

/// <summary>The service is killed with twenty effects committed and no answer given.</summary>
internal sealed class KilledBeforeTheAnswerTests : ProcessTest
{
    private const int People = 20;

    [Test]
    public async Task Repeats_to_the_next_process_give_the_answers_and_no_second_effect()
    {
        var tokens = new List<string>();
        while (tokens.Count < People)
            tokens.Add(await Customer());

        await Execute(
            """
            create table let_go ();
            create function linger() returns trigger language plpgsql as $$
            begin
                while not exists (select from let_go) loop perform pg_sleep(0.05); end loop;
                raise exception 'too late';
            end $$;
            create trigger linger before update on idempotency_keys for each row execute function linger()
            """);
        var unanswered = tokens.Select(Submit).ToList();
        while (await Sql<int>("select count(*)::int from consultations") < People)
            await Task.Delay(20);

        await Api.Kill();
        foreach (var request in unanswered)
            Assert.CatchAsync<HttpRequestException>(() => request);

        await Execute("insert into let_go default values");
        await Execute("drop function linger cascade");
        await Api.Start();

        foreach (var token in tokens)
        {
            var (first, second) = (await Answer(token), await Answer(token));
            Assert.That(second, Is.EqualTo(first));
            Assert.That(await Sql<bool>("select count(*) = 1 from consultations where id = @id", new { id = JsonSerializer.Deserialize<JsonElement>(first).GetProperty("id").GetGuid() }), Is.True);
        }

        Assert.That(await Sql<int>("select count(*)::int from consultations"), Is.EqualTo(People));
    }

    private Task<HttpResponseMessage> Submit(string token)
    {
        var request = Request(HttpMethod.Post, "/api/consultations", token, JsonContent.Create(Draft.Simple()));
        request.Headers.Add("Idempotency-Key", "key-1");
        return Api.Http.SendAsync(request);
    }

    private async Task<string> Answer(string token)
    {
        using var answer = await Submit(token);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), text);
        return text;
    }
}
