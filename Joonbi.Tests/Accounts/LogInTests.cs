using System.Diagnostics.Metrics;
using System.Net;
using Joonbi.Api.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Joonbi.Tests.Accounts;

internal sealed class LogInTests : AccountTest
{
    [Test]
    public async Task Answers_with_tokens_and_the_person()
    {
        var user = await Registered();

        var response = await TryLogin(" MINA@example.com ");

        var tokens = await Body(response);
        Assert.That(tokens.GetProperty("user").GetProperty("id").GetGuid(), Is.EqualTo(user.Id));
        Assert.That(tokens.GetProperty("accessExpiresAt").GetDateTimeOffset(), Is.EqualTo(App.Clock.GetUtcNow().AddDays(7)));
        Assert.That(await Me(tokens), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(response.Headers.Contains("Set-Cookie"), Is.False);
    }

    [Test]
    public async Task Who_has_not_verified_the_address_may_come_in()
    {
        await Post("/auth/register", Registration());

        Assert.That((await Login()).GetProperty("user").GetProperty("emailVerified").GetBoolean(), Is.False);
    }

    [Test]
    public async Task An_unknown_address_is_refused_like_a_wrong_password_and_costs_as_much()
    {
        await Registered();
        using var hashes = new HashCount();

        var wrong = await Problem(await TryLogin(password: "아주 다른 비밀번호"), HttpStatusCode.Unauthorized, "LOGIN_FAILED");
        var afterWrong = hashes.Count;
        var unknown = await Problem(await TryLogin("nobody@example.com"), HttpStatusCode.Unauthorized, "LOGIN_FAILED");

        Assert.That(unknown.GetProperty("detail").GetString(), Is.EqualTo(wrong.GetProperty("detail").GetString()));
        Assert.That((afterWrong, hashes.Count), Is.EqualTo((1, 2)), "a slow hash is computed for each");
    }

    [Test]
    public async Task A_weaker_hash_is_renewed_when_its_owner_comes_in()
    {
        await Registered();
        var weak = new PasswordHasher<object>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 })).HashPassword(new object(), Password);
        await App.Execute("update users set password_hash = @weak", new { weak });

        await Login();

        Assert.That(await App.Sql<string>("select password_hash from users"), Is.Not.EqualTo(weak));
        await Login();
    }

    [Test]
    public async Task Nobody_logs_in_to_an_account_without_a_password()
    {
        await Registered();
        await App.Execute("update users set password_hash = null");

        await Problem(await TryLogin(), HttpStatusCode.Unauthorized, "LOGIN_FAILED");
    }

    [Test]
    public async Task A_browser_gets_its_refresh_token_in_a_cookie_that_scripts_cannot_read()
    {
        await Registered();

        var response = await Post("/auth/login", new { email = Email, password = Password, client = "BROWSER" });

        Assert.That((await Body(response)).TryGetProperty("refreshToken", out var token) && token.GetString() is not null, Is.False);
        Assert.That(response.Headers.GetValues("Set-Cookie").Single(), Does.StartWith("joonbi_refresh=").And.Contain("path=/api/auth;").And.Contain("samesite=strict").And.Contain("httponly"));
    }

    /// <summary>Listens to the program's own meter.</summary>
    private sealed class HashCount : IDisposable
    {
        private readonly MeterListener listener = new();
        private int count;

        public HashCount()
        {
            listener.InstrumentPublished = (instrument, heard) =>
            {
                if (instrument.Name == Passwords.Counter)
                    heard.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref count, (int)value));
            listener.Start();
        }

        public int Count => count;

        public void Dispose() => listener.Dispose();
    }
}
