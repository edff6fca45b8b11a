namespace Joonbi.Tests.Support;

/// <summary>The settings of a service under test: valid, and pointing at loopback only.</summary>
internal static class TestSettings
{
    public const string JwtSecret = "test-jwt-secret-0123456789abcdefghijkl";

    public static Dictionary<string, string> For(string database, Vendors vendors, string uploads) => new()
    {
        ["DATABASE_URL"] = TestRun.AddressFor("joonbi_app", database),
        ["JWT_SECRET"] = JwtSecret,
        ["JWT_REFRESH_SECRET"] = "test-refresh-secret-0123456789abcdefgh",
        ["INTERNAL_API_KEY"] = JoonbiApp.ClawdbotKey,
        ["DISCORD_WEBHOOK_URL"] = $"{vendors.Address}discord/api/webhooks/1/token",
        ["RESEND_API_URL"] = $"{vendors.Address}resend",
        ["RESEND_API_KEY"] = "re_test_key_123",
        ["RESEND_MAX_PER_SECOND"] = "0",
        ["EMAIL_FROM"] = "no-reply@joonbi.test",
        ["FRONTEND_URL"] = "https://joonbi.test",
        ["API_URL"] = "https://joonbi.test/api",
        ["UPLOAD_PATH"] = uploads,
        ["RATE_LIMITS"] = "off",
        ["LOG_LEVEL"] = "Error",
    };
}
