using System.Diagnostics.Metrics;
using Joonbi.Application.Accounts;
using Joonbi.Domain;
using Joonbi.Infrastructure;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Joonbi.Api.Security;

/// <summary>
/// ASP.NET's own hasher: PBKDF2 with HMAC-SHA512, at the 210,000 rounds of OWASP's Password Storage Cheat Sheet; a hash with
/// fewer is renewed when its owner comes in. Half of the cores hash, the others serve; who would wait for long is sent away.
/// </summary>
internal sealed class Passwords : IPasswords, IDisposable
{
    public const string Counter = "password_hashes_total";
    private const int Rounds = 210_000;
    private const int LongestQueue = 100;
    private static readonly TimeSpan Later = TimeSpan.FromSeconds(5);
    private static readonly object Nobody = new();

    private readonly PasswordHasher<object> hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Rounds }));
    private readonly SemaphoreSlim cores = new(Math.Max(1, Environment.ProcessorCount / 2));
    private readonly Counter<long> hashes;
    private readonly Lazy<string> decoy;
    private int waiting;

    public Passwords(IMeterFactory meters, IRandomSource random)
    {
        hashes = meters.Create(Telemetry.Name).CreateCounter<long>(Counter, description: "Slow hashes computed.");
        decoy = new Lazy<string>(() => hasher.HashPassword(Nobody, Convert.ToHexString(random.NextBytes(16))));
    }

    public Task<string> Hash(string password, CancellationToken ct) => InTurn(() => hasher.HashPassword(Nobody, password), ct);

    public Task<PasswordMatch> Compare(string? hash, string password, CancellationToken ct) =>
        InTurn(() => hasher.VerifyHashedPassword(Nobody, hash ?? decoy.Value, password) switch
        {
            _ when hash is null => PasswordMatch.Wrong,
            PasswordVerificationResult.Success => PasswordMatch.Right,
            PasswordVerificationResult.SuccessRehashNeeded => PasswordMatch.Outdated,
            _ => PasswordMatch.Wrong,
        }, ct);

    public void Dispose() => cores.Dispose();

    private async Task<T> InTurn<T>(Func<T> compute, CancellationToken ct)
    {
        if (Interlocked.Increment(ref waiting) > LongestQueue)
        {
            Interlocked.Decrement(ref waiting);
            throw new TooManyAttemptsException(Later);
        }

        try
        {
            await cores.WaitAsync(ct);
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }

        try
        {
            hashes.Add(1);
            return compute();
        }
        finally
        {
            cores.Release();
        }
    }
}
