namespace Joonbi.Domain.Accounts;

/// <summary>Why a session is over before its time.</summary>
public enum SessionEnd
{
    /// <summary>By the person, on this device.</summary>
    Logout,

    /// <summary>The password was changed or set anew.</summary>
    PasswordChanged,

    /// <summary>The address was changed.</summary>
    EmailChanged,

    /// <summary>A refresh token came twice: one of the two who hold it has stolen it.</summary>
    ReusedToken,

    /// <summary>By the person, from another device.</summary>
    ByUser,

    /// <summary>The person left.</summary>
    AccountDeleted,

    /// <summary>What the access tokens say of the role is no longer true.</summary>
    RoleChanged,
}

/// <summary>What came of a refresh token.</summary>
public enum Rotation
{
    /// <summary>It is used up; the next one goes out.</summary>
    Renewed,

    /// <summary>It was used a moment ago. Nothing goes out, nothing changes.</summary>
    JustUsed,

    /// <summary>It was used before: the session is over.</summary>
    Reused,

    /// <summary>The session is over, or the token is too old.</summary>
    Over,
}

/// <summary>From where somebody is signed in.</summary>
/// <param name="IpAddress">As the trusted proxy says.</param>
/// <param name="UserAgent">As the client says; shortened.</param>
public sealed record Device(string IpAddress, string UserAgent);

/// <summary>One of the chain of refresh tokens of a session; only its hash is known.</summary>
public sealed record RefreshToken(byte[] Hash, DateTimeOffset ExpiresAt, DateTimeOffset? UsedAt);

/// <summary>A person signed in on one device: the family of all refresh tokens that come from one login.</summary>
public sealed class Session
{
    private Session() { }

    /// <summary>Version 7 UUID; every access token names it.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose.</summary>
    public Guid UserId { get; private set; }

    /// <inheritdoc cref="Device.UserAgent"/>
    public string UserAgent { get; private set; } = "";

    /// <inheritdoc cref="Device.IpAddress"/>
    public string IpAddress { get; private set; } = "";

    /// <summary>When the person logged in.</summary>
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>The last login or refresh.</summary>
    public DateTimeOffset LastUsedAt { get; private set; }

    /// <summary>When it ends by itself.</summary>
    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When it was ended; null while it is open.</summary>
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Why it was ended.</summary>
    public SessionEnd? RevokedWhy { get; private set; }

    /// <summary>Somebody logged in.</summary>
    public static Session Begin(Guid id, Guid userId, Device device, AccountPolicy policy, DateTimeOffset now)
    {
        var session = new Session { Id = id, UserId = userId, CreatedAt = now };
        session.Use(device, policy, now);
        return session;
    }

    /// <summary>Uses a token of this session up, each once. The caller stores what came of it.</summary>
    public Rotation Rotate(RefreshToken shown, Device device, AccountPolicy policy, DateTimeOffset now)
    {
        if (RevokedAt is not null || now >= shown.ExpiresAt)
            return Rotation.Over;
        if (shown.UsedAt is { } before && now - before <= policy.RefreshGrace)
            return Rotation.JustUsed;

        if (shown.UsedAt is not null)
        {
            Revoke(SessionEnd.ReusedToken, now);
            return Rotation.Reused;
        }

        Use(device, policy, now);
        return Rotation.Renewed;
    }

    /// <summary>Ends it; the first reason stays.</summary>
    public void Revoke(SessionEnd why, DateTimeOffset now)
    {
        if (RevokedAt is null)
            (RevokedAt, RevokedWhy) = (now, why);
    }

    private void Use(Device device, AccountPolicy policy, DateTimeOffset now) =>
        (IpAddress, UserAgent, LastUsedAt, ExpiresAt) = (device.IpAddress, device.UserAgent, now, now + policy.RefreshLife);
}
