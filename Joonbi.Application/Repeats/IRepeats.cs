namespace Joonbi.Application.Repeats;

/// <summary>
/// Lets a request that carries a key take effect once. The key and the command's result are stored in the command's own
/// transaction, so there is no instant at which the one is there without the other; the answer follows when it is composed.
/// Where it is missing, a crash having come between, the result is enough to compose it again.
/// </summary>
public interface IRepeats
{
    /// <returns>What was done under the key; null when nothing was, or too long ago.</returns>
    Task<DoneRequest?> Find(RequestKey key, CancellationToken ct);

    /// <summary>From here on the command of this request belongs to the key. It is claimed by the command's first statement.</summary>
    void Arm(RequestKey key, byte[] fingerprint);

    /// <summary>Adds to what the request said, where only the command's handler learns it; before its first statement.</summary>
    void Include(string fileName, byte[] sha256);

    /// <summary>Keeps what the command gave, in its transaction. Does nothing where no key was sent.</summary>
    Task Keep<TResult>(TResult result, CancellationToken ct);

    /// <summary>What the command gave when it was done, after <see cref="DoneBeforeException"/>.</summary>
    TResult FirstResult<TResult>();

    /// <summary>Keeps the finished answer, unless there is one.</summary>
    /// <returns>The one to give.</returns>
    Task<FirstAnswer> Answered(FirstAnswer answer, CancellationToken ct);
}

/// <summary>A request that took effect under a key.</summary>
/// <param name="Fingerprint">Of what it said.</param>
/// <param name="Answer">Null when it was never given.</param>
public sealed record DoneRequest(byte[] Fingerprint, FirstAnswer? Answer)
{
    /// <summary>A key stands for one request.</summary>
    /// <exception cref="Domain.ConflictException"><c>IDEMPOTENCY_KEY_REUSED</c>: this one said something else.</exception>
    public void RequireSame(byte[] fingerprint)
    {
        if (!Fingerprint.AsSpan().SequenceEqual(fingerprint))
            throw RequestKey.Reused();
    }
}

/// <summary>An answer as it was given.</summary>
/// <param name="Status">Of HTTP.</param>
/// <param name="Headers">Those that belong to the answer and not to the connection.</param>
/// <param name="Body">To the letter.</param>
public sealed record FirstAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body);

/// <summary>Unwinds a command that was done before; nobody outside the pipeline sees it.</summary>
public sealed class DoneBeforeException : Exception;
