using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Accounts;

internal sealed class CustomersTests : AccountTest
{
    [Test]
    public async Task Lists_everybody_newest_first_in_parts()
    {
        var admin = await Admin();
        for (var i = 0; i < 4; i++)
        {
            App.Clock.Advance(TimeSpan.FromMilliseconds(1));
            await Customer($"고객 {i}");
        }

        var first = await Body(await App.As(admin).GetAsync("/api/admin/customers?limit=3"));
        var second = await Body(await App.As(admin).GetAsync($"/api/admin/customers?limit=3&cursor={first.GetProperty("nextCursor").GetString()}"));

        Assert.That(Names(first).Concat(Names(second)), Is.EqualTo(new[] { "고객 3", "고객 2", "고객 1", "고객 0", "관리자" }));
    }

    [TestCase("q=빵집", "민들레빵집 사장")]
    [TestCase("q=MINA@", "김민아")]
    [TestCase("role=ADMIN", "관리자")]
    [TestCase("q=%25_", "")]
    public async Task Can_be_searched_and_narrowed(string query, string expected)
    {
        var admin = await Admin();
        await Registered();
        await Customer("민들레빵집 사장");

        Assert.That(string.Join(',', Names(await Body(await App.As(admin).GetAsync($"/api/admin/customers?{query}")))), Is.EqualTo(expected));
    }

    [Test]
    public async Task Shows_one_with_consents_and_consultations()
    {
        var customer = await Customer();
        var id = await Requested(customer);

        var response = await App.As(await Admin()).GetAsync($"/api/admin/customers/{customer.Id}");

        var dossier = await Body(response);
        Assert.That(response.Headers.ETag!.Tag, Does.StartWith("\"v1-"));
        Assert.That((dossier.GetProperty("email").GetString(), dossier.GetProperty("openSessions").GetInt32()), Is.EqualTo((customer.Email, 1)));
        Assert.That(dossier.GetProperty("consultations")[0].GetProperty("id").GetGuid(), Is.EqualTo(id));
    }

    [Test]
    public async Task One_who_does_not_exist_is_not_found() =>
        await Problem(await App.As(await Admin()).GetAsync($"/api/admin/customers/{Guid.Empty}"), HttpStatusCode.NotFound, "USER_NOT_FOUND");

    [Test]
    public async Task A_role_change_ends_the_persons_sessions_and_is_written_down()
    {
        var (admin, customer) = (await Admin(), await Customer());
        var before = App.As(customer);

        var dossier = await Body(await ChangeRole(admin, customer, "ADMIN"));

        Assert.That(dossier.GetProperty("role").GetString(), Is.EqualTo("ADMIN"));
        Assert.That((await before.GetAsync("/api/auth/me")).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await App.Sql<string>("select revoked_why from sessions where user_id = @Id", new { customer.Id }), Is.EqualTo("ROLE_CHANGED"));
        Assert.That(
            await App.Sql<string>("select action || ' ' || subject_id || ' ' || before::text || after::text from audit_log where actor_id = @Id", new { admin.Id }),
            Is.EqualTo($$"""customer.role {{customer.Id}} {"role": "CUSTOMER"}{"role": "ADMIN"}"""));
    }

    [Test]
    public async Task The_same_role_again_changes_nothing()
    {
        var (admin, customer) = (await Admin(), await Customer());

        await Body(await ChangeRole(admin, customer, "CUSTOMER"));

        Assert.That((await App.As(customer).GetAsync("/api/auth/me")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await App.Sql<long>("select count(*) from audit_log"), Is.Zero);
    }

    [Test]
    public async Task The_last_admin_stays_one()
    {
        var admin = await Admin();

        await Problem(await ChangeRole(admin, admin, "CUSTOMER"), HttpStatusCode.Conflict, "LAST_ADMIN");
    }

    [Test]
    public async Task Two_admins_who_demote_each_other_at_the_same_time_leave_one()
    {
        var (one, two) = (await Admin(), await Admin());

        var answers = await Task.WhenAll(ChangeRole(one, two, "CUSTOMER"), ChangeRole(two, one, "CUSTOMER"));

        Assert.That(answers.Count(answer => answer.IsSuccessStatusCode), Is.EqualTo(1));
        Assert.That(await App.Sql<long>("select count(*) from users where role = 'ADMIN'"), Is.EqualTo(1));
    }

    [Test]
    public async Task A_stale_version_is_refused()
    {
        var (admin, customer) = (await Admin(), await Customer());
        var client = App.As(admin);
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-Match", "\"v7\"");

        await Problem(await client.PatchAsJsonAsync($"/api/admin/customers/{customer.Id}/role", new { role = "ADMIN" }), HttpStatusCode.PreconditionFailed, "VERSION_STALE");
    }

    private static Task<HttpResponseMessage> ChangeRole(TestUser admin, TestUser user, string role) =>
        App.As(admin).PatchAsJsonAsync($"/api/admin/customers/{user.Id}/role", new { role });

    private static IEnumerable<string?> Names(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("name").GetString());
}
