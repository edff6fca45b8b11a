using System.Net;

namespace Joonbi.Api.Configuration;

/// <summary>How the service is reached and watched.</summary>
internal sealed record WebSettings
{
    /// <summary>Where it listens.</summary>
    public required int Port { get; init; }

    /// <summary>Stricter: listens to the network, secure cookies, no documents page unless asked for.</summary>
    public required bool Production { get; init; }

    /// <summary>Whether <c>/api/docs</c> is open.</summary>
    public required bool Docs { get; init; }

    /// <summary>The address that clients use, ending in <c>/api</c>.</summary>
    public required Uri ApiUrl { get; init; }

    /// <summary>The one origin whose pages may call with cookies.</summary>
    public required Uri FrontendUrl { get; init; }

    /// <summary>The networks whose <c>X-Forwarded-For</c> is believed.</summary>
    public required IReadOnlyList<IPNetwork> TrustedProxies { get; init; }

    /// <summary>Whether <c>/metrics</c> answers others than the machine itself.</summary>
    public required bool MetricsPublic { get; init; }

    /// <summary>Whether callers are slowed down; a bench turns it off.</summary>
    public required bool RateLimits { get; init; }

    /// <summary>The least severe level that is logged.</summary>
    public required string LogLevel { get; init; }

    /// <summary>The internal location under which nginx finds <c>UPLOAD_PATH</c>, such as <c>/uploads/</c>; empty where this service sends files itself.</summary>
    public required string AccelRedirect { get; init; }

    /// <summary>How long a stopping service still answers, saying that it is not ready, before it takes no more connections.</summary>
    public required TimeSpan ShutdownDelay { get; init; }

    public static WebSettings Read(SettingsReader reader)
    {
        var production = reader.Choice("NODE_ENV", "실행 환경. production이면 모든 주소에서 듣고, 쿠키에 Secure를 붙이고, API 문서를 닫습니다.", "development", "development", "production", "test") == "production";
        var settings = new WebSettings
        {
            Production = production,
            Port = (int)reader.Number("PORT", "HTTP 포트", 4000, 0, 65535),
            ApiUrl = reader.Address("API_URL", "클라이언트가 쓰는 API 주소. /api로 끝납니다.", "http://localhost:4000/api"),
            FrontendUrl = reader.Address("FRONTEND_URL", "웹 화면의 주소. 메일의 링크와 CORS에 씁니다.", "http://localhost:3000"),
            Docs = reader.Flag("API_DOCS", "API 문서(/api/docs)를 엽니다. production에서는 기본값이 off입니다.", !production),
            TrustedProxies = Networks(reader.Text("TRUSTED_PROXIES", "X-Forwarded-For를 믿을 프록시의 주소나 대역. 쉼표로 나눕니다.", "127.0.0.1,::1", check: text => Networks(text) is null ? "주소(10.0.0.1)나 대역(10.0.0.0/8)을 쉼표로 나눠 적어야 합니다." : null)) ?? [],
            MetricsPublic = reader.Flag("METRICS_PUBLIC", "/metrics를 이 서버 밖에서도 읽을 수 있게 합니다.", false),
            RateLimits = reader.Flag("RATE_LIMITS", "요청 횟수 제한. 성능을 잴 때만 끕니다.", true),
            LogLevel = reader.Choice("LOG_LEVEL", "로그 수준", "Information", "Debug", "Information", "Warning", "Error", "Fatal"),
            AccelRedirect = reader.Text("ACCEL_REDIRECT", "nginx가 파일을 직접 보낼 때 UPLOAD_PATH를 가리키는 internal location. /로 시작하고 끝납니다. 비우면 API가 보냅니다.", "", check: text => text is "" or ['/', .., '/'] ? null : "/uploads/처럼 /로 시작하고 끝나야 합니다."),
            ShutdownDelay = reader.Duration("SHUTDOWN_DELAY", "종료 신호를 받고 새 연결을 끊기 전까지 기다리는 시간. 로드 밸런서가 알아차릴 시간입니다.", "0s", zero: true),
        };
        if (!settings.ApiUrl.AbsolutePath.EndsWith("/api", StringComparison.Ordinal))
            reader.Refuse("API_URL", "/api로 끝나야 합니다.");

        return settings;
    }

    /// <returns>Null when a part is neither an address nor a network.</returns>
    private static IReadOnlyList<IPNetwork>? Networks(string text)
    {
        var networks = new List<IPNetwork>();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (IPAddress.TryParse(part, out var address))
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else if (IPNetwork.TryParse(part, out var network))
                networks.Add(network);
            else
                return null;
        }

        return networks;
    }
}
