using Joonbi.Api.Security;
using Joonbi.Domain.Consultations;
using Joonbi.Domain.Payments;
using Joonbi.Infrastructure;
using Joonbi.Infrastructure.Persistence;

namespace Joonbi.Api.Configuration;

/// <summary>Everything the environment says, read once at start: the seed's names, each checked.</summary>
internal sealed record Settings
{
    public required WebSettings Web { get; init; }
    public required InfrastructureSettings Infrastructure { get; init; }
    public required MigrationSettings Migration { get; init; }
    public required JwtSettings Jwt { get; init; }
    public required InternalKeySettings InternalKey { get; init; }
    public required SealerSettings Sealer { get; init; }
    public required ConsultationPolicy Policy { get; init; }
    public required PaymentPolicy PaymentPolicy { get; init; }

    /// <summary>What was found, in the order of reading: for <c>config check</c> and for the README's table.</summary>
    public required IReadOnlyList<SettingReport> Reports { get; init; }

    /// <summary>The values that no log line may carry.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>One message that names every bad setting, or null when the service can start.</summary>
    public string? Complaint => Reports.Any(report => report.Problem is not null)
        ? string.Join('\n', [
            "설정에 문제가 있어 시작하지 않습니다. (자세히: config check)",
            .. Reports.Where(report => report.Problem is not null).Select(report => $"  {report.Name}: {report.Problem}")])
        : null;

    public static Settings Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var web = WebSettings.Read(reader);
        var database = reader.Text("DATABASE_URL", "PostgreSQL 주소: postgresql://사용자:비밀번호@호스트:포트/이름?schema=public", secret: true, check: MigrationSettings.Problem);
        var storage = StorageSettings.Read(reader);
        var infrastructure = ReadInfrastructure(reader, web, storage, database);
        var jwt = ReadJwt(reader);
        return new Settings
        {
            // A file that is still in the folder may be moved away between our answer and nginx' look at it.
            Web = storage.InBucket ? web with { AccelRedirect = "" } : web,
            Migration = MigrationSettings.Read(reader, database),
            Infrastructure = infrastructure,
            Jwt = jwt,
            Sealer = ReadSealer(reader, jwt),
            InternalKey = ReadInternalKeys(reader),
            Policy = ReadPolicy(reader),
            PaymentPolicy = PaymentSettings.ReadPolicy(reader),
            Reports = reader.Reports,
            Secrets = reader.Secrets,
        };
    }

    private static InfrastructureSettings ReadInfrastructure(SettingsReader reader, WebSettings web, StorageSettings storage, string database) =>
        new()
        {
            ConnectionString = database.Length == 0 ? "" : DatabaseAddress.ToConnectionString(database),
            FrontendUrl = web.FrontendUrl,
            DiscordWebhookUrl = reader.Address("DISCORD_WEBHOOK_URL", "Clawdbot이 지켜보는 Discord 채널의 웹훅 주소", secret: true),
            InlineTrigger = reader.Choice("DISCORD_TRIGGER_STYLE", "트리거 글의 모양. inline이면 상담 내용을 본문에도 적습니다.", "embed", "embed", "inline") == "inline",
            ResendApiUrl = reader.Address("RESEND_API_URL", "Resend API 주소", "https://api.resend.com"),
            ResendApiKey = reader.Secret("RESEND_API_KEY", "Resend API 키", 8),
            ResendWebhookSecrets =
            [
                .. new[]
                {
                    reader.Text("RESEND_WEBHOOK_SECRET", "Resend 웹훅의 시크릿 (whsec_…). 비우면 반송된 메일을 알 수 없습니다.", "", secret: true, check: PaymentSettings.SecretProblem),
                    reader.Text("RESEND_WEBHOOK_SECRET_PREVIOUS", "웹훅 시크릿을 바꾸는 동안 함께 받는 이전 시크릿", "", secret: true, check: PaymentSettings.SecretProblem),
                }.Where(key => key.Length > 0),
            ],
            ResendMaxPerSecond = reader.Number("RESEND_MAX_PER_SECOND", "1초에 보내는 메일의 수. 0이면 제한하지 않습니다.", 2, 0, 1_000),
            VendorTimeout = reader.Duration("VENDOR_TIMEOUT", "Discord와 Resend의 응답을 기다리는 시간", "10s"),
            PortOne = PaymentSettings.Read(reader, web.Production),
            OutboxConcurrency = (int)reader.Number("OUTBOX_CONCURRENCY", "보내는 곳마다 동시에 처리하는 메시지의 수", 8, 1, 64),
            EmailFrom = reader.Text("EMAIL_FROM", "보내는 사람의 이메일 주소", check: text => text.Contains('@') ? null : "보내는 사람의 이메일 주소여야 합니다."),
            StoresInBucket = storage.InBucket,
            S3 = storage.S3,
            UploadPath = reader.Text("UPLOAD_PATH", "파일을 두는 폴더", "uploads"),
            MaxFileSize = reader.Number("MAX_FILE_SIZE", "올릴 수 있는 파일의 크기 (바이트)", 52_428_800, 1_024, 1_073_741_824),
        };

    private static JwtSettings ReadJwt(SettingsReader reader)
    {
        var settings = new JwtSettings(
            reader.Secret("JWT_SECRET", "접근 토큰에 서명하는 키", 32),
            reader.Duration("JWT_EXPIRES_IN", "접근 토큰의 수명", "7d"),
            reader.Secret("JWT_REFRESH_SECRET", "갱신 토큰을 해시하는 키", 32),
            reader.Duration("JWT_REFRESH_EXPIRES_IN", "갱신 토큰의 수명", "30d"));
        if (settings.Secret.Length > 0 && settings.Secret == settings.RefreshSecret)
            reader.Refuse("JWT_REFRESH_SECRET", "JWT_SECRET과 달라야 합니다.");

        return settings;
    }

    /// <summary>Without a key of its own what is sealed hangs on the refresh tokens' secret, and is lost when that one is changed.</summary>
    private static SealerSettings ReadSealer(SettingsReader reader, JwtSettings jwt)
    {
        var key = reader.Secret("ENCRYPTION_KEY", "보관하는 동안 암호화하는 정보(환불 계좌)의 키. 비우면 JWT_REFRESH_SECRET에서 만듭니다.", 32, fallback: "");
        var previous = reader.Secret("ENCRYPTION_KEY_PREVIOUS", "키를 바꾸는 동안 함께 쓰는 이전 키", 32, fallback: "");
        return new SealerSettings([key.Length > 0 ? key : jwt.RefreshSecret, .. new[] { previous, jwt.RefreshSecret }.Where(other => other.Length > 0)]);
    }

    private static InternalKeySettings ReadInternalKeys(SettingsReader reader) => new(
    [
        .. new[]
        {
            reader.Secret("INTERNAL_API_KEY", "Clawdbot이 보여 주는 키 (x-internal-api-key)", 24),
            reader.Secret("INTERNAL_API_KEY_PREVIOUS", "키를 바꾸는 동안 함께 받는 이전 키", 24, fallback: ""),
        }.Where(key => key.Length > 0),
    ]);

    private static ConsultationPolicy ReadPolicy(SettingsReader reader)
    {
        var defaults = new ConsultationPolicy();
        return defaults with
        {
            AnalysisFee = reader.Number("ANALYSIS_FEE", "분석 상담 요금 (원)", defaults.AnalysisFee, 1_000, 100_000_000),
            MinimumBudget = reader.Number("MINIMUM_BUDGET", "받는 예산의 하한 (원)", defaults.MinimumBudget, 0, 1_000_000_000),
            UnpaidExpiry = reader.Duration("UNPAID_EXPIRES_IN", "결제를 기다리는 시간", "72h"),
            Lease = reader.Duration("ANALYSIS_LEASE", "Clawdbot이 소식 없이 분석을 쥐고 있을 수 있는 시간", "20m"),
            StartDeadline = reader.Duration("ANALYSIS_START_DEADLINE", "트리거를 다시 보내기까지 기다리는 시간", "10m"),
            MaxRetriggers = (int)reader.Number("ANALYSIS_MAX_RETRIGGERS", "트리거를 다시 보내는 횟수", defaults.MaxRetriggers, 0, 100),
            MaxAttempts = (int)reader.Number("ANALYSIS_MAX_ATTEMPTS", "분석을 시도하는 횟수", defaults.MaxAttempts, 1, 100),
            UnreadMailAfter = reader.Duration("MESSAGE_MAIL_AFTER", "읽지 않은 메시지를 메일로 알리기까지 기다리는 시간", "10m"),
            ShareLife = reader.Duration("SHARE_EXPIRES_IN", "공유 링크의 수명", "30d"),
        };
    }
}
