using System.Net;
using Joonbi.Tests.Consultations;

namespace Joonbi.Tests.Repeats;

/// <summary>The effect is committed, and then something happens before the answer is kept.</summary>
internal sealed class LostAnswerTests : RepeatTest
{
    [SetUp]
    public Task KeepNoAnswer() => App.Execute(
        """
        create function lose() returns trigger language plpgsql as $$ begin raise exception 'lost'; end $$;
        create trigger lose before update on idempotency_keys for each row execute function lose()
        """);

    [TearDown]
    public Task KeepAnswers() => App.Execute("drop function if exists lose cascade");

    [Test]
    public async Task A_repeat_composes_it_from_the_result_and_does_nothing_twice()
    {
        var customer = await Customer();
        await Body(await Post(customer, "/api/consultations", Draft.Analysis()), HttpStatusCode.InternalServerError);
        await Reused(await Post(customer, "/api/consultations", Draft.Analysis(("projectName", "꽃집"))));
        await KeepAnswers();

        var first = await Post(customer, "/api/consultations", Draft.Analysis());

        var id = (await Body(first, HttpStatusCode.Created)).GetProperty("id").GetGuid();
        Assert.That(id, Is.EqualTo(await App.Sql<Guid>("select id from consultations")));
        Assert.That(await All(await Post(customer, "/api/consultations", Draft.Analysis())), Is.EqualTo(await All(first)));
    }

    [Test]
    public async Task A_repeated_cancellation_is_not_refused_for_having_worked()
    {
        var customer = await Customer();
        var cancel = $"/api/consultations/{await Requested(customer)}/cancel";
        await Body(await Post(customer, cancel), HttpStatusCode.InternalServerError);
        await KeepAnswers();

        Assert.That(Status(await Body(await Post(customer, cancel))), Is.EqualTo("CANCELLED"));
    }
}
