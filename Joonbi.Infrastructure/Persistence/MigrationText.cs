using System.Reflection;
using System.Text;
using DbUp.Engine;

namespace Joonbi.Infrastructure.Persistence;

/// <summary>Scripts as one text for psql, with the same order, bounds, lock and journal as the program's own way.</summary>
internal static class MigrationText
{
    private static readonly string Version = Assembly.GetExecutingAssembly().GetName().Version!.ToString(3);

    public static string Write(string schema, IEnumerable<SqlScript> scripts)
    {
        var text = new StringBuilder(
            $"""
            -- Joonbi Studio {Version}, for psql. It stops at the first error; what was committed before stays, and a new --script goes on from there.
            \set ON_ERROR_STOP on
            set client_encoding = 'UTF8';
            set search_path to {schema};

            -- A superuser becomes the database's owner: what is made here must belong to the role that migrates.
            select set_config('role', pg_get_userbyid(datdba), false) from pg_database, pg_roles
             where datname = current_database() and rolname = session_user and rolsuper;

            -- Nobody else may migrate meanwhile; where somebody does, this fails.
            set lock_timeout = '3s';
            select pg_advisory_lock({MigrationSession.LockKey});
            {ChecksumJournal.Create};

            """.ReplaceLineEndings("\n"));
        foreach (var script in scripts)
            text.Append('\n').Append(One(script));

        return text.ToString();
    }

    private static string One(SqlScript script)
    {
        var contents = script.Contents.ReplaceLineEndings("\n").TrimEnd();
        var journal = $"insert into schema_migrations (name, checksum, applied_at) values ('{script.Name}', '{MigrationScripts.Checksum(script.Contents)}', now());\n";
        return MigrationScripts.IsTransactional(script.Contents)
            ? $"-- {script.Name}\n{Bounds(MigrationSession.Bounds)}begin;\n{contents}\n{journal}commit;\n"
            : $"-- {script.Name}\n{Bounds(MigrationSession.BoundsOutsideTransaction)}{contents}\n{journal}";
    }

    /// <summary><c>-c name=value</c> as psql's statement.</summary>
    private static string Bounds(string options) => string.Concat(
        options.Split("-c ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('='))
            .Select(pair => $"set {pair[0]} = '{pair[1]}';\n"));
}
