using Npgsql;

namespace Joonbi.Infrastructure.Persistence;

/// <summary>The data dictionary and the ERD of a database, from its comments and its catalogue.</summary>
public sealed class DataDictionary(string connectionString)
{
    /// <summary>File names and what belongs into them.</summary>
    public IEnumerable<(string File, string Text)> Pages()
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        foreach (var name in new[] { "dictionary", "erd" })
        {
            using var command = new NpgsqlCommand(MigrationScripts.Text($"{name}.sql"), connection);
            yield return ($"{name}.md", $"{command.ExecuteScalar()}\n");
        }
    }
}
