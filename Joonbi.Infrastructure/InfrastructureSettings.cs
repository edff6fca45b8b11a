namespace Joonbi.Infrastructure;

/// <summary>What the adapters need to know. Read and checked by the Api, which knows the names of the environment.</summary>
public sealed record InfrastructureSettings
{
    /// <summary>Npgsql's form of <c>DATABASE_URL</c>.</summary>
    public required string ConnectionString { get; init; }

    /// <summary><c>DISCORD_WEBHOOK_URL</c>; a secret.</summary>
    public required Uri DiscordWebhookUrl { get; init; }

    /// <summary><c>DISCORD_TRIGGER_STYLE=inline</c>: the trigger's text carries the brief, for agents that expect it there.</summary>
    public bool InlineTrigger { get; init; }

    /// <summary><c>RESEND_API_URL</c>.</summary>
    public required Uri ResendApiUrl { get; init; }

    /// <summary><c>RESEND_API_KEY</c>; a secret.</summary>
    public required string ResendApiKey { get; init; }

    /// <summary><c>RESEND_WEBHOOK_SECRET</c>, and the one before it during a rotation; secrets. None: no webhook is believed.</summary>
    public IReadOnlyList<string> ResendWebhookSecrets { get; init; } = [];

    /// <summary><c>RESEND_MAX_PER_SECOND</c>: our own pace below the vendor's limit; 0 for none.</summary>
    public double ResendMaxPerSecond { get; init; } = 2;

    /// <summary><c>VENDOR_TIMEOUT</c>: how long one call to Discord or Resend may take.</summary>
    public TimeSpan VendorTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The <c>PORTONE_…</c> settings; null for an installation that takes no payments.</summary>
    public PortOne.PortOneSettings? PortOne { get; init; }

    /// <summary><c>OUTBOX_CONCURRENCY</c>: how many deliveries of one lane run at once in this process.</summary>
    public int OutboxConcurrency { get; init; } = 8;

    /// <summary><c>EMAIL_FROM</c>.</summary>
    public required string EmailFrom { get; init; }

    /// <summary><c>FRONTEND_URL</c>: where links in mails and embeds lead.</summary>
    public required Uri FrontendUrl { get; init; }

    /// <summary><c>UPLOAD_PATH</c>: the folder of the local store.</summary>
    public required string UploadPath { get; init; }

    /// <summary>The <c>AWS_…</c> settings; null for an installation without a bucket.</summary>
    public S3.S3Settings? S3 { get; init; }

    /// <summary><c>STORAGE_TYPE=s3</c>: new files go into the bucket.</summary>
    public bool StoresInBucket { get; init; }

    /// <summary><c>MAX_FILE_SIZE</c> in bytes.</summary>
    public long MaxFileSize { get; init; } = 52_428_800;
}
