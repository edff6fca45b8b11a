namespace Joonbi.Application.Operators;

/// <summary>A message to the studio's channel, where people and the agent read.</summary>
/// <param name="Content">What the agent reads; it never holds a stranger's words unless made harmless.</param>
/// <param name="Title">The embed's title, for people; null for no embed.</param>
/// <param name="Fields">The embed's fields, for people; they may hold a stranger's words.</param>
/// <param name="Path">Where the embed's title leads, below <c>FRONTEND_URL</c>; or null.</param>
public sealed record ChannelPost(string Content, string? Title, IReadOnlyList<ChannelField> Fields, string? Path);

/// <summary>A named value in an embed.</summary>
public sealed record ChannelField(string Name, string Value);

/// <summary>The studio's channel (Discord).</summary>
public interface IOperatorChannel
{
    /// <summary>Posts it. The vendor knows no idempotency key: a post repeated after a lost answer appears twice.</summary>
    /// <returns>The vendor's id of the message.</returns>
    /// <exception cref="DeliveryException">It was not taken.</exception>
    Task<string> Post(ChannelPost post, CancellationToken ct);
}
