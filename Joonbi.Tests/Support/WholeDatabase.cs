namespace Joonbi.Tests.Support;

/// <summary>Looks for what must not be kept.</summary>
internal static class WholeDatabase
{
    /// <summary>Where in the whole database, as table.column, any of the words stands.</summary>
    public static async Task<IReadOnlyList<string>> Find(JoonbiApp app, params string[] words)
    {
        var columns = (await app.Sql<string>(
            """
            select string_agg(table_name || '.' || column_name, ' ')
              from information_schema.columns
              join information_schema.tables using (table_schema, table_name)
             where table_schema = 'public' and table_type = 'BASE TABLE' and table_name not in ('schema_migrations', 'prices', 'screening_rules')
            """))!.Split(' ');
        var found = new List<string>();
        foreach (var column in columns.Select(name => name.Split('.')))
        {
            var bytes = await app.Sql<bool>("select data_type = 'bytea' from information_schema.columns where table_schema = 'public' and table_name = @table and column_name = @name", new { table = column[0], name = column[1] });
            var text = bytes ? $"encode(\"{column[1]}\", 'escape')" : $"\"{column[1]}\"::text";
            if (await app.Sql<bool>($"select exists (select from \"{column[0]}\" where {text} ilike any (@patterns))", new { patterns = words.Select(word => $"%{word}%").ToArray() }))
                found.Add(string.Join('.', column));
        }

        return found;
    }
}
