using System.Net;
using System.Net.Http.Json;
using Joonbi.Tests.Analyses;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Consultations;

internal sealed class CancelConsultationTests : ApiTest
{
    [Test]
    public async Task A_requested_one_is_cancelled_and_its_slot_is_taken_by_the_next()
    {
        await App.Execute("update campaigns set taken = slots - 1");
        var (first, second, third) = (await Customer(), await Customer(), await Customer());
        var id = (await Submit(first)).Id;
        Assert.That((await Submit(second)).Free, Is.False);

        var body = await Body(await Cancel(first, id));

        Assert.That((body.GetProperty("status").GetString(), body.GetProperty("freeSlot").GetBoolean()), Is.EqualTo(("CANCELLED", false)));
        Assert.That((await Submit(third)).Free, Is.True);
        Assert.That(await App.Sql<bool>("select taken = slots from campaigns"));
    }

    [Test]
    public async Task Who_cancelled_may_take_a_slot_of_the_same_campaign_again()
    {
        var customer = await Customer();
        var first = await Submit(customer);
        Assert.That((await Submit(customer)).Free, Is.False, "one per customer and campaign");

        await Body(await Cancel(customer, first.Id));

        Assert.That((await Submit(customer)).Free, Is.True);
    }

    [Test]
    public async Task Ten_simultaneous_cancellations_give_one_slot_back()
    {
        var customer = await Customer();
        var id = (await Submit(customer)).Id;

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Cancel(customer, id)));

        Assert.That(answers.Count(answer => answer.IsSuccessStatusCode), Is.EqualTo(1));
        Assert.That(await App.Sql<int>("select taken from campaigns"), Is.Zero);
    }

    [Test]
    public async Task One_that_the_agent_works_on_is_not_cancelled()
    {
        var customer = await Customer();
        var id = await Requested(customer);
        using var agent = await new Agent(App, id).Started();

        var problem = await Problem(await Cancel(customer, id), HttpStatusCode.Conflict, "CONSULTATION_WRONG_STATE");

        Assert.That(problem.GetProperty("currentStatus").GetString(), Is.EqualTo("ANALYZING"));
    }

    [Test]
    public async Task Anothers_does_not_exist()
    {
        var id = await Requested(await Customer());

        await Problem(await Cancel(await Customer(), id), HttpStatusCode.NotFound, "CONSULTATION_NOT_FOUND");
    }

    private static Task<HttpResponseMessage> Cancel(TestUser customer, Guid id) => App.As(customer).PostAsync($"/api/consultations/{id}/cancel", null);

    private static async Task<(Guid Id, bool Free)> Submit(TestUser customer)
    {
        var body = await Body(await App.As(customer).PostAsJsonAsync("/api/consultations", Draft.Analysis()), HttpStatusCode.Created);
        return (body.GetProperty("id").GetGuid(), body.GetProperty("freeSlot").GetBoolean());
    }
}
