using Joonbi.Application.Accounts;

namespace Joonbi.Api.Accounts;

/// <summary>What a client needs to be signed in.</summary>
/// <param name="AccessToken">Goes into <c>Authorization: Bearer</c>.</param>
/// <param name="AccessExpiresAt">When a new one is due.</param>
/// <param name="RefreshToken">Buys the next pair, once; absent when it went into the cookie.</param>
/// <param name="RefreshExpiresAt">When the person has to log in again.</param>
/// <param name="User">Who is signed in.</param>
internal sealed record Tokens(string AccessToken, DateTimeOffset AccessExpiresAt, string? RefreshToken, DateTimeOffset RefreshExpiresAt, Me User);

/// <summary>A client that keeps its refresh token itself.</summary>
/// <param name="RefreshToken">Absent when it is in the cookie.</param>
internal sealed record HeldToken(string? RefreshToken);
