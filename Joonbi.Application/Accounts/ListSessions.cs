namespace Joonbi.Application.Accounts;

/// <summary>Where the person is signed in, newest first.</summary>
/// <param name="UserId">Whose.</param>
/// <param name="SessionId">The one that asks.</param>
/// <param name="Page">Which part.</param>
public sealed record ListSessions(Guid UserId, Guid SessionId, PageRequest Page) : IQuery<Page<SessionLine>>;

/// <summary>One device.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Current">It is the one that asks.</param>
/// <param name="UserAgent">What the program calls itself.</param>
/// <param name="IpAddress">From where it was used last.</param>
/// <param name="CreatedAt">When the person logged in.</param>
/// <param name="LastUsedAt">The last login or refresh.</param>
/// <param name="ExpiresAt">When it ends by itself.</param>
public sealed record SessionLine(Guid Id, bool Current, string UserAgent, string IpAddress, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt);
