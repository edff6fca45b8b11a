using Joonbi.Domain;

namespace Joonbi.Application.Repeats;

/// <summary>What a sender calls one request, so that sending it again is no second request.</summary>
/// <param name="UserId">Whose key it is: another's equal one is another key.</param>
/// <param name="Text">Any printable text.</param>
public sealed record RequestKey(Guid UserId, string Text)
{
    /// <summary>Of <see cref="Text"/>.</summary>
    public const int MaxLength = 255;

    /// <summary>How long the first answer is given again.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    /// <summary>The key stands for another request already.</summary>
    public static ConflictException Reused() =>
        new("IDEMPOTENCY_KEY_REUSED", "같은 Idempotency-Key로 다른 내용의 요청을 이미 처리했습니다. 새 요청에는 새 키를 사용해 주세요.");

    /// <summary>The first request under the key is still under way.</summary>
    public static ConflictException InUse() =>
        new("IDEMPOTENCY_KEY_IN_USE", "같은 Idempotency-Key의 요청을 아직 처리하고 있습니다. 잠시 후 다시 시도해 주세요.") { RetryAfter = Soon };
}
