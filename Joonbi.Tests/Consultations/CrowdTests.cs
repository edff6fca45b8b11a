using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Consultations;

/// <summary>The opening event: everybody at once, over real connections to a real process.</summary>
internal sealed class CrowdTests
{
    private string database = "";
    private Vendors vendors = null!;
    private ApiProcess api = null!;

    [SetUp]
    public async Task Start()
    {
        database = await TestRun.NewDatabase("crowd");
        vendors = await Vendors.Start();
        api = new ApiProcess(database, vendors, Path.GetTempPath());
        await api.Start();
    }

    [TearDown]
    public async Task Stop()
    {
        await api.DisposeAsync();
        await vendors.DisposeAsync();
        await TestRun.Drop(database);
    }

    [Test, Category("Slow")]
    public async Task Of_1000_simultaneous_submissions_10_are_free_and_none_fails()
    {
        var places = await SubmitAtOnce(await api.Customers(1_000));

        Assert.That(places["REQUESTED free"], Is.EqualTo(10));
        Assert.That(places["AWAITING_PAYMENT"], Is.EqualTo(990));
    }

    [Test]
    public async Task One_customer_who_submits_a_hundred_times_at_once_gets_one_slot()
    {
        var customer = (await api.Customers(1))[0];

        var places = await SubmitAtOnce([.. Enumerable.Repeat(customer, 100)]);

        Assert.That((places["REQUESTED free"], places["AWAITING_PAYMENT"]), Is.EqualTo((1, 99)));
    }

    /// <summary>How many submissions ended in which place.</summary>
    private async Task<Dictionary<string, int>> SubmitAtOnce(IReadOnlyList<string> tokens)
    {
        var answers = await Task.WhenAll(tokens.Select(Submit));
        return answers.CountBy(place => place).ToDictionary();
    }

    private async Task<string> Submit(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/consultations") { Content = JsonContent.Create(Draft.Analysis()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await api.Http.SendAsync(request);
        if (response.StatusCode != HttpStatusCode.Created)
            return $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}";

        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return body.GetProperty("status").GetString() + (body.GetProperty("freeSlot").GetBoolean() ? " free" : "");
    }
}
