using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Infrastructure.Consultations;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Consultations;

internal sealed class ListAllConsultationsTests : ApiTest
{
    [Test]
    public async Task Shows_everybodys_newest_first_in_parts()
    {
        var ids = new List<Guid>();
        foreach (var name in new[] { "첫째", "둘째", "셋째" })
            ids.Insert(0, await Submitted(await Customer(name), Draft.Simple()));

        var first = await List("limit=2");
        var second = await List($"limit=2&cursor={first.GetProperty("nextCursor").GetString()}");

        ids.Sort((left, right) => string.CompareOrdinal(right.ToString(), left.ToString()));
        Assert.That(Ids(first).Concat(Ids(second)), Is.EqualTo(ids));
        Assert.That(second.GetProperty("nextCursor").GetString(), Is.Null);
    }

    [Test]
    public async Task Says_whose_each_one_is()
    {
        var customer = await Customer("김민아");
        await Submitted(customer, Draft.Simple());

        var line = (await List("")).GetProperty("items")[0];

        Assert.That(
            (line.GetProperty("customer").GetProperty("id").GetGuid(), line.GetProperty("customer").GetProperty("name").GetString(), line.GetProperty("customer").GetProperty("email").GetString()),
            Is.EqualTo((customer.Id, "김민아", customer.Email)));
    }

    [TestCase("status=ON_HOLD", "ON_HOLD")]
    [TestCase("status=REQUESTED&kind=SIMPLE", "REQUESTED")]
    [TestCase("kind=ANALYSIS", "ON_HOLD")]
    [TestCase("status=COMPLETED", "")]
    [TestCase("q=빵집&kind=ANALYSIS", "ON_HOLD")]
    [TestCase("q=빵집&status=REQUESTED", "REQUESTED")]
    public async Task Can_be_narrowed_to_a_status_and_a_kind(string query, string statuses)
    {
        var customer = await Customer();
        await Submitted(customer, Draft.Simple());
        await Submitted(customer, Draft.Analysis(("referenceUrls", null)));

        Assert.That(string.Join(',', (await List(query)).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("status").GetString())), Is.EqualTo(statuses));
    }

    [TestCase("꽃집")]
    [TestCase("골목 꽃")]
    [TestCase("flower")]
    [TestCase("이꽃님")]
    [TestCase("FLOWER-SHOP@")]
    public async Task Finds_a_part_of_the_projects_name_or_of_the_customers_name_or_address(string q)
    {
        await Submitted(await Customer("김민아"), Draft.Simple(("projectName", "동네 빵집")));
        var customer = await Customer("이꽃님");
        await App.Execute("update users set email = 'flower-shop@joonbi.test' where id = @Id", customer);
        var id = await Submitted(customer, Draft.Simple(("projectName", "골목 꽃집 Flower")));

        Assert.That(Ids(await List($"q={Uri.EscapeDataString(q)}")), Is.EqualTo(new[] { id }));
    }

    [TestCase("%25%25")]
    [TestCase("없는이름")]
    [TestCase("집빵")]
    public async Task Finds_nothing_else(string q)
    {
        await Submitted(await Customer(), Draft.Simple(("projectName", "빵집 동네빵")));

        Assert.That(Ids(await List($"q={q}")), Is.Empty);
    }

    [TestCase("q=가")]
    [TestCase("q=%00%00")]
    [TestCase("status=NOTHING")]
    [TestCase("limit=101")]
    public async Task Refuses_what_it_cannot_look_for(string query) =>
        await Problem(await App.As(await Admin()).GetAsync($"/api/admin/consultations?{query}"), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

    [TestCase("빵집", null, "consultations_by_name", "users_by_name")]
    [TestCase(null, "FAILED", "consultations_by_status")]
    public async Task Is_served_by_indexes(string? q, string? status, params string[] indexes)
    {
        await ManyConsultations();
        var plan = await App.Sql<string>(
            $"set enable_seqscan = off; explain (format json) {ListAllConsultationsHandler.Sql}",
            new { Q = q, Status = status, Kind = default(string), Before = Guid.AllBitsSet, Take = 21 });

        foreach (var index in indexes)
            Assert.That(plan, Does.Contain($"\"{index}\""));
    }

    /// <summary>Of an empty table the planner knows nothing, or what another test left in the statistics.</summary>
    private static Task ManyConsultations() => App.Execute(
        """
        insert into users (id, email, name, role, created_at, updated_at)
        select md5('u' || n)::uuid, n || '@joonbi.test', '손님' || n, 'CUSTOMER', now(), now() from generate_series(1, 3000) n;
        insert into consultations (id, user_id, kind, status, project_name, description, reference_urls, features, created_at, updated_at)
        select md5('c' || n)::uuid, md5('u' || n)::uuid, 'SIMPLE', 'COMPLETED', '가게' || n, '이야기', '{}', '{}', now(), now() from generate_series(1, 3000) n;
        analyze users, consultations
        """);

    private static async Task<JsonElement> List(string query) => await Body(await App.As(await Admin()).GetAsync($"/api/admin/consultations?{query}"));

    private static IEnumerable<Guid> Ids(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid());

    private static async Task<Guid> Submitted(TestUser customer, Dictionary<string, object?> draft) =>
        (await Body(await App.As(customer).PostAsJsonAsync("/api/consultations", draft), HttpStatusCode.Created)).GetProperty("id").GetGuid();
}
