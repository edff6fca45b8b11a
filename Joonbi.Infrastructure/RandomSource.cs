using System.Security.Cryptography;
using Joonbi.Domain;

namespace Joonbi.Infrastructure;

/// <summary>Ids by the injected clock, bytes by the operating system: the one place where the banned symbols are allowed.</summary>
internal sealed class RandomSource(TimeProvider clock) : IRandomSource
{
#pragma warning disable RS0030 // This is the injected source that the ban points to.
    public Guid NextId() => Guid.CreateVersion7(clock.GetUtcNow());

    public double NextDouble() => Random.Shared.NextDouble();
#pragma warning restore RS0030

    public byte[] NextBytes(int count) => RandomNumberGenerator.GetBytes(count);
}
