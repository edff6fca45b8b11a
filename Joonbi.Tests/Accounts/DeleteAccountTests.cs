using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Joonbi.Application.Files;
using Joonbi.Tests.Analyses;
using Joonbi.Tests.Ownership;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Accounts;

internal sealed class DeleteAccountTests : AccountTest
{
    private const string Name = "홍서윤님";

    [Test]
    public async Task Leaves_no_word_of_the_person_in_any_table()
    {
        var (tokens, words) = await FullLife();
        Assert.That(await WholeDatabase.Find(App, words), Is.Not.Empty, "the search finds what is there");

        await Body(await Delete(tokens), HttpStatusCode.NoContent);
        await App.DeliverOutbox();

        Assert.That(await WholeDatabase.Find(App, words), Is.Empty);
    }

    [Test]
    public async Task Ends_every_session_and_frees_the_address()
    {
        await Registered();
        var (here, there) = (await Login(), await Login());

        await Body(await Delete(here), HttpStatusCode.NoContent);

        Assert.That((await Me(here), await Me(there)), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)));
        await Problem(await Refresh(RefreshToken(there)), HttpStatusCode.Unauthorized, "REFRESH_TOKEN_INVALID");
        await Problem(await TryLogin(), HttpStatusCode.Unauthorized, "LOGIN_FAILED");
        await Body(await Post("/auth/register", Registration()), HttpStatusCode.Created);
    }

    [Test]
    public async Task Cancels_what_is_open_and_gives_the_free_slot_back()
    {
        var user = await Registered();
        var (waiting, running) = (await Requested(user), await Requested(user));
        using var run = await new Agent(App, running).Started();

        await Body(await Delete(await Login()), HttpStatusCode.NoContent);

        Assert.That(await App.Sql<string>("select string_agg(distinct status, ',') from consultations where id in (@waiting, @running)", new { waiting, running }), Is.EqualTo("CANCELLED"));
        Assert.That((await run.Progress(50, "화면")).StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
    }

    [Test]
    public async Task What_was_paid_is_kept_without_the_person()
    {
        var user = await Registered();
        var things = await Belongings.Of(App, user);
        await Body(await Delete(await Login()), HttpStatusCode.NoContent);
        await App.DeliverOutbox();

        var kept = await Body(await App.As(await Admin()).GetAsync($"/api/admin/payments/{things.Payment}"));

        Assert.That((kept.GetProperty("amount").GetInt64(), kept.GetProperty("customer").GetProperty("name").GetString()), Is.EqualTo((100_000, "탈퇴한 고객")));
        Assert.That(kept.GetProperty("customer").GetProperty("email").GetString(), Does.Not.Contain("@"));
    }

    [Test]
    public async Task Needs_the_password()
    {
        await Registered();
        var tokens = await Login();

        await Problem(await Delete(tokens, "틀린 비밀번호입니다"), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(await Me(tokens), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_last_admin_cannot_leave()
    {
        await Registered(role: "ADMIN");

        await Problem(await Delete(await Login()), HttpStatusCode.Conflict, "LAST_ADMIN");

        await Admin();
        await Body(await Delete(await Login()), HttpStatusCode.NoContent);
    }

    [Test]
    public async Task The_bytes_of_the_files_are_gone_too()
    {
        var user = await Registered();
        var store = App.Services.GetRequiredService<IFileStore>();
        var stored = await store.Save(new MemoryStream("사업자등록증"u8.ToArray()), 1_000, default);
        await App.Execute(
            "insert into files (id, owner_id, purpose, storage_key, file_name, content_type, size, sha256, created_at) values (gen_random_uuid(), @Id, 'ATTACHMENT', @Key, '증.png', 'image/png', @Size, @Sha256, @now)",
            new { user.Id, stored.Key, stored.Size, stored.Sha256, now = App.Clock.GetUtcNow() });

        await Delete(await Login());
        await App.DeliverOutbox();

        Assert.ThrowsAsync(Is.InstanceOf<IOException>(), async () => await (await store.Open(stored.Key, default)).DisposeAsync());
    }

    [Test]
    public async Task Only_of_who_has_left_is_the_timeline_forgotten()
    {
        var id = await Requested(await Customer());

        await App.Execute("select forget_timeline(user_id) from consultations");

        Assert.That(await App.Sql<string>("select data->>'projectName' from consultation_events where consultation_id = @id and kind = 'SUBMITTED'", new { id }), Is.EqualTo("동네빵집"));
    }

    /// <summary>A person who did everything one can do, and the words that must not be found afterwards.</summary>
    private static async Task<(JsonElement Tokens, string[] Words)> FullLife()
    {
        await Post("/auth/register", Registration(name: Name, phone: "010-7777-1234"));
        var tokens = await Body(await LoginFrom("서윤이의 전화기"));
        var owner = new TestUser(tokens.GetProperty("user").GetProperty("id").GetGuid(), Email, "CUSTOMER", default);
        await Belongings.Of(App, owner);
        using var client = With(tokens);
        client.DefaultRequestHeaders.Add("Idempotency-Key", "key-1");
        await client.PostAsJsonAsync("/api/consultations", Consultations.Draft.Analysis(("projectName", $"{Name}의 서점"), ("description", $"{Email}로 연락 주세요")));
        var id = await App.Sql<Guid>("select id from consultations where status = 'REQUESTED'");
        using var agent = await new Agent(App, id).Started();
        await agent.Progress(10, $"{Name}의 서점 읽기");
        await agent.Fail($"{Name}의 서점을 읽지 못했습니다.");
        using var admin = App.As(await Admin());
        admin.DefaultRequestHeaders.Add("Idempotency-Key", "key-1");
        await Body(await admin.PostAsJsonAsync($"/api/admin/consultations/{id}/retry", new { }));
        await App.Execute("update files set file_name = @name where owner_id = @Id", new { name = $"{Name}.png", owner.Id });
        await App.DeliverOutbox();
        return (tokens, [Name, Email, "01077771234", "서윤이의 전화기", "남의 상담", "남의 이야기", "남의 말", "남의 알림", "남의 소식"]);
    }

    private static Task<HttpResponseMessage> LoginFrom(string device)
    {
        var client = Nobody;
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", device);
        return client.PostAsJsonAsync("/api/auth/login", new { email = Email, password = Password });
    }

    private static Task<HttpResponseMessage> Delete(JsonElement tokens, string password = Password) =>
        With(tokens).SendAsync(new HttpRequestMessage(HttpMethod.Delete, "/api/users/me") { Content = JsonContent.Create(new { password }) });
}
