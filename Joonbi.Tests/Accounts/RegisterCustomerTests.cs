using System.Net;
using System.Text.Json;

namespace Joonbi.Tests.Accounts;

internal sealed class RegisterCustomerTests : AccountTest
{
    [Test]
    public async Task Makes_an_account_whose_address_is_normalised_and_not_yet_verified()
    {
        var response = await Post("/auth/register", Registration("  Mina.Kim@Example.COM ", name: " 김민아 ", phone: "+82 10-1234-5678"));

        var me = await Body(response, HttpStatusCode.Created);
        Assert.That(response.Headers.Location?.ToString(), Is.EqualTo("/api/users/me"));
        Assert.That(
            (me.GetProperty("email").GetString(), me.GetProperty("name").GetString(), me.GetProperty("phone").GetString(), me.GetProperty("role").GetString(), me.GetProperty("emailVerified").GetBoolean()),
            Is.EqualTo(("mina.kim@example.com", "김민아", "01012345678", "CUSTOMER", false)));
    }

    [Test]
    public async Task Keeps_what_was_agreed_to_with_version_and_time()
    {
        await Body(await Post("/auth/register", Registration(consents: new { termsVersion = "2026-01", privacyVersion = "3", marketingVersion = "1" })), HttpStatusCode.Created);

        Assert.That(
            await App.Sql<string>("select string_agg(document || ' ' || version || ' ' || (given_at = @now), ', ' order by document desc) from consents", new { now = App.Clock.GetUtcNow() }),
            Is.EqualTo("TERMS 2026-01 true, PRIVACY 3 true, MARKETING 1 true"));
    }

    [Test]
    public async Task Keeps_no_password_but_a_slow_hash_of_it()
    {
        await Post("/auth/register", Registration());

        var hash = Convert.FromBase64String((await App.Sql<string>("select password_hash from users"))!);
        var (function, rounds) = (System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)), System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)));
        Assert.That((function, rounds), Is.EqualTo((2u, 210_000u)), "PBKDF2 with HMAC-SHA512");
    }

    [Test]
    public async Task The_same_address_in_another_case_is_taken()
    {
        await Body(await Post("/auth/register", Registration()), HttpStatusCode.Created);

        await Problem(await Post("/auth/register", Registration(Email.ToUpperInvariant())), HttpStatusCode.Conflict, "EMAIL_TAKEN");
    }

    [Test]
    public async Task Of_twenty_simultaneous_registrations_of_one_address_one_succeeds()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Post("/auth/register", Registration())));

        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict), Is.EqualTo(19));
        Assert.That(await App.DeliverOutbox(), Is.EqualTo(1));
    }

    [TestCase("password", "짧은비밀번호")]
    [TestCase("password", "password1234!")]
    [TestCase("password", "P@ssw0rd2026")]
    [TestCase("password", "qwer1234!@#$")]
    [TestCase("password", "1234567890ab")]
    [TestCase("password", "20261123091500")]
    [TestCase("password", "빵빵빵빵빵빵빵빵빵빵빵빵")]
    [TestCase("password", "breadbreadbread")]
    [TestCase("password", "xx-mina2000-xx")]
    [TestCase("password", "나는 김민아 입니다")]
    [TestCase("email", "mina")]
    [TestCase("email", "mina@localhost")]
    [TestCase("email", "mina@빵집.한국")]
    [TestCase("email", "a@b.kr, c@d.kr")]
    [TestCase("email", "mina@example.com\r\nBcc: all@example.com")]
    [TestCase("name", " ")]
    [TestCase("name", "김\n민아")]
    [TestCase("phone", "12345")]
    [TestCase("phone", "+1 212 555 0100")]
    public async Task Refuses(string field, string value)
    {
        var given = JsonSerializer.SerializeToNode(Registration("mina2000@example.com"))!;
        given[field] = value;

        var problem = await Problem(await Post("/auth/register", given), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

        Assert.That(problem.GetProperty("errors").EnumerateObject().Select(error => error.Name), Is.EqualTo(new[] { field }));
        Assert.That(await App.Sql<long>("select count(*) from users"), Is.Zero);
    }

    [Test]
    public async Task There_is_no_account_without_consent_to_the_terms() =>
        await Problem(await Post("/auth/register", Registration(consents: new { privacyVersion = "1" })), HttpStatusCode.BadRequest, "VALIDATION_FAILED");

    [Test]
    public async Task Nobody_registers_as_an_admin()
    {
        var given = JsonSerializer.SerializeToNode(Registration())!;
        given["role"] = "ADMIN";

        await Problem(await Post("/auth/register", given), HttpStatusCode.BadRequest, "VALIDATION_FAILED");
    }
}
