using System.Security.Cryptography;
using System.Text;

namespace Joonbi.Application.Repeats;

/// <summary>Tells requests under one key apart, without keeping what they said.</summary>
public static class Fingerprint
{
    /// <param name="route">Method and path.</param>
    /// <param name="body">What was read from the body, in our own spelling.</param>
    public static byte[] Of(string route, ReadOnlySpan<byte> body) => SHA256.HashData([.. Encoding.UTF8.GetBytes(route), 0, .. body]);

    /// <summary>Of a request whose body is a file.</summary>
    public static byte[] WithFile(byte[] request, string fileName, byte[] sha256) => SHA256.HashData([.. request, .. sha256, .. Encoding.UTF8.GetBytes(fileName)]);
}
