namespace Joonbi.Domain;

/// <summary>
/// A request that is refused on purpose. The closed set below is translated to status codes in one place of the Api;
/// every other exception is a bug and leaves as a bare 500.
/// </summary>
/// <param name="code">Stable, for programs: <c>CONSULTATION_NOT_FOUND</c>.</param>
/// <param name="detail">Korean, for people.</param>
public abstract class RefusalException(string code, string detail) : Exception(detail)
{
    /// <summary>Stable, for programs: <c>CONSULTATION_NOT_FOUND</c>.</summary>
    public string Code { get; } = code;

    /// <summary>Further members of the problem document, such as the present state.</summary>
    public IReadOnlyDictionary<string, object?> Facts { get; init; } = new Dictionary<string, object?>();
}

/// <summary>What the request speaks of does not exist, or not for this caller (404).</summary>
public sealed class NotFoundException(string code, string detail) : RefusalException(code, detail);

/// <summary>The present state, or something that is already there, forbids it (409).</summary>
public sealed class ConflictException(string code, string detail) : RefusalException(code, detail)
{
    /// <summary>When another try makes sense, where waiting helps.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>Well formed, but it breaks a rule of the business (422).</summary>
public sealed class RuleViolationException(string code, string detail) : RefusalException(code, detail);

/// <summary>A value that no shape check can find wrong (400): an id of a file that is not the caller's, say.</summary>
/// <param name="field">The request's own field name.</param>
/// <param name="detail">Korean, for people.</param>
public sealed class InvalidFieldException(string field, string detail) : RefusalException("VALIDATION_FAILED", detail)
{
    /// <summary>The request's own field name.</summary>
    public string Field { get; } = field;
}

/// <summary>The caller's proof of who they are is wrong, over or revoked (401).</summary>
public sealed class UnauthenticatedException(string code, string detail) : RefusalException(code, detail);

/// <summary>The caller holds an older version than the stored one (412).</summary>
public sealed class StaleVersionException()
    : RefusalException("VERSION_STALE", "다른 곳에서 먼저 변경되었습니다. 새로 불러온 뒤 다시 시도해 주세요.")
{
    /// <param name="held">The version that the caller saw, or null for any.</param>
    /// <param name="present">The stored one.</param>
    public static void ThrowUnless(int? held, int present)
    {
        if (held is not null && held != present)
            throw new StaleVersionException();
    }
}

/// <summary>What it needs from others is away for the moment (503).</summary>
public sealed class UnavailableException(string code, string detail, TimeSpan retryAfter) : RefusalException(code, detail)
{
    /// <summary>When another try makes sense.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}

/// <summary>Too often (429).</summary>
public sealed class TooManyAttemptsException(TimeSpan retryAfter)
    : RefusalException("TOO_MANY_ATTEMPTS", "시도가 너무 잦습니다. 잠시 후 다시 시도해 주세요.")
{
    /// <summary>When another try makes sense.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
