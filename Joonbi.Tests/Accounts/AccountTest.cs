using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Joonbi.Application.Accounts;
using Joonbi.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Joonbi.Tests.Accounts;

/// <summary>What tests of accounts do again and again, as a client would.</summary>
internal abstract partial class AccountTest : ApiTest
{
    protected const string Password = "따뜻한 빵 세 개!";
    protected const string Email = "mina@example.com";
    private static string? hash;

    protected static HttpClient Nobody => App.AsNobody();

    protected static object Registration(string email = Email, string password = Password, string name = "김민아", string? phone = null, object? consents = null) =>
        new { email, password, name, phone, consents = consents ?? new { termsVersion = "1" } };

    protected static Task<HttpResponseMessage> Post(string path, object? body = null) => Nobody.PostAsJsonAsync($"/api{path}", body ?? new { });

    /// <summary>A registered customer, without the slow hash of each own password.</summary>
    protected static async Task<TestUser> Registered(string email = Email, string role = "CUSTOMER")
    {
        hash ??= await App.Services.GetRequiredService<IPasswords>().Hash(Password, default);
        var user = role == "ADMIN" ? await Admin() : await Customer();
        await App.Execute("update users set email = @email, password_hash = @hash where id = @Id", new { email, hash, user.Id });
        return user with { Email = email };
    }

    protected static Task<HttpResponseMessage> TryLogin(string email = Email, string password = Password) => Post("/auth/login", new { email, password });

    protected static async Task<JsonElement> Login(string email = Email, string password = Password) => await Body(await TryLogin(email, password));

    protected static Task<HttpResponseMessage> Refresh(string token) => Post("/auth/refresh", new { refreshToken = token });

    protected static string RefreshToken(JsonElement tokens) => tokens.GetProperty("refreshToken").GetString()!;

    protected static HttpClient With(JsonElement tokens) => App.WithToken(tokens.GetProperty("accessToken").GetString()!);

    protected static async Task<HttpStatusCode> Me(JsonElement tokens) => (await With(tokens).GetAsync("/api/auth/me")).StatusCode;

    /// <summary>Days pass for what is stored, and not for the clock that all tests share.</summary>
    protected static Task DaysPass(double days) =>
        App.Execute(
            """
            update sessions set created_at = created_at - @time, last_used_at = last_used_at - @time, expires_at = expires_at - @time;
            update refresh_tokens set issued_at = issued_at - @time, expires_at = expires_at - @time, used_at = used_at - @time;
            update email_tokens set created_at = created_at - @time, expires_at = expires_at - @time;
            update login_throttle set last_failed_at = last_failed_at - @time, blocked_until = blocked_until - @time
            """,
            new { time = TimeSpan.FromDays(days) });

    /// <summary>The token in the newest mail's link.</summary>
    protected static async Task<string> MailedToken()
    {
        await App.DeliverOutbox();
        return TokenIn().Match(App.Vendors.Mails[^1].Body.GetProperty("text").GetString()!).Groups[1].Value;
    }

    [GeneratedRegex("[?]token=([A-Za-z0-9_-]+)")]
    private static partial Regex TokenIn();
}
