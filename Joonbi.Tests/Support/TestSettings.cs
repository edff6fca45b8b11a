using Joonbi.Tests.PortOne;

namespace Joonbi.Tests.Support;

/// <summary>The settings of a service under test: valid, and pointing at loopback only.</summary>
internal static class TestSettings
{
    public const string ResendSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    public const string PreviousResendSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
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
        ["RESEND_WEBHOOK_SECRET"] = ResendSecret,
        ["RESEND_WEBHOOK_SECRET_PREVIOUS"] = PreviousResendSecret,
        ["PORTONE_API_URL"] = $"{vendors.Address}portone",
        ["PORTONE_API_SECRET"] = "test-portone-secret",
        ["PORTONE_STORE_ID"] = PortOneStandIn.StoreId,
        ["PORTONE_CHANNEL_KEY"] = PortOneStandIn.ChannelKey,
        ["PORTONE_WEBHOOK_SECRET"] = PortOneStandIn.WebhookSecret,
        ["PORTONE_WEBHOOK_SECRET_PREVIOUS"] = PortOneStandIn.PreviousSecret,
        ["EMAIL_FROM"] = "no-reply@joonbi.test",
        ["FRONTEND_URL"] = "https://joonbi.test",
        ["API_URL"] = "https://joonbi.test/api",
        ["UPLOAD_PATH"] = uploads,
        ["RATE_LIMITS"] = "off",
        ["LOG_LEVEL"] = "Error",
    };
    /// <summary>What turns them into those of an account of PortOne's first generation.</summary>
    public static Dictionary<string, string> FirstGeneration(Vendors vendors) => new()
    {
        ["PORTONE_API_URL"] = $"{vendors.Address}iamport",
        ["PORTONE_API_KEY"] = "test-imp-key",
        ["PORTONE_API_SECRET"] = "test-imp-secret",
        ["PORTONE_MERCHANT_ID"] = "imp00000001",
        ["PORTONE_STORE_ID"] = "",
        ["PORTONE_CHANNEL_KEY"] = "",
        ["PORTONE_WEBHOOK_SECRET"] = "",
        ["PORTONE_WEBHOOK_SECRET_PREVIOUS"] = "",
    };

    /// <summary>What turns them into those of an installation that takes no payments.</summary>
    public static Dictionary<string, string> NoPayments =>
        new[] { "PORTONE_API_SECRET", "PORTONE_STORE_ID", "PORTONE_CHANNEL_KEY", "PORTONE_WEBHOOK_SECRET", "PORTONE_WEBHOOK_SECRET_PREVIOUS" }.ToDictionary(name => name, _ => "");
}
