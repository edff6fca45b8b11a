using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DbUp.Engine;

namespace Joonbi.Infrastructure.Persistence;

/// <summary>The scripts of <c>db/migrations</c>, as this version carries them.</summary>
internal static partial class MigrationScripts
{
    /// <summary>The first line of a script that PostgreSQL refuses to run in a transaction (<c>create index concurrently</c>).</summary>
    public const string NoTransaction = "-- no transaction";

    public static IReadOnlyList<SqlScript> All { get; } =
    [
        .. typeof(MigrationScripts).Assembly.GetManifestResourceNames()
            .Where(name => Numbered().IsMatch(name))
            .Order(StringComparer.Ordinal)
            .Select(name => new SqlScript(name, Text(name))),
    ];

    public static bool IsTransactional(string contents) => !contents.StartsWith(NoTransaction, StringComparison.Ordinal);

    /// <summary>What is sent at once. Several statements in one message share an implicit transaction, so outside of one each goes alone.</summary>
    public static IEnumerable<string> Commands(string contents) => IsTransactional(contents)
        ? [contents]
        : EndOfStatement().Split(contents).Where(statement => !string.IsNullOrWhiteSpace(statement));

    public static string Checksum(string contents) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(contents.ReplaceLineEndings("\n"))));

    /// <summary>One of the SQL files that this version carries.</summary>
    public static string Text(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("^[0-9]{4}_.*[.]sql$")]
    private static partial Regex Numbered();

    [GeneratedRegex(";[ \t\r]*$", RegexOptions.Multiline)]
    private static partial Regex EndOfStatement();
}
