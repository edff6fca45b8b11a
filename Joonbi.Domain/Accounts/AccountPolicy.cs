namespace Joonbi.Domain.Accounts;

/// <summary>How long things last. The lives of tokens are settings.</summary>
public sealed record AccountPolicy
{
    /// <summary><c>JWT_EXPIRES_IN</c>: the life of an access token.</summary>
    public TimeSpan AccessLife { get; init; } = TimeSpan.FromDays(7);

    /// <summary><c>JWT_REFRESH_EXPIRES_IN</c>: how long a session may rest between two refreshes.</summary>
    public TimeSpan RefreshLife { get; init; } = TimeSpan.FromDays(30);

    /// <summary>
    /// Two tabs that refresh in the same moment are no theft: so long after its use a refresh token is merely refused. It opens
    /// nothing, so a thief gains nothing; a later use ends the session.
    /// </summary>
    public TimeSpan RefreshGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The life of the link that proves an address.</summary>
    public TimeSpan VerifyLife { get; init; } = TimeSpan.FromHours(48);

    /// <summary>The life of the link that sets a new password.</summary>
    public TimeSpan ResetLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>At most one mail with a link of its kind in so long.</summary>
    public TimeSpan MailPause { get; init; } = TimeSpan.FromMinutes(3);
}
