using Joonbi.Infrastructure.Persistence;
using Joonbi.Tests.Sandbox;
using Joonbi.Tests.Support;

namespace Joonbi.Tests.Database;

/// <summary>What the schema says of itself, and what is written of it.</summary>
internal sealed class DictionaryTests : ApiTest
{
    [Test]
    public async Task Everything_in_the_schema_is_described_in_Korean() =>
        Assert.That(
            await App.Sql<string>(
                """
                with schemas as (select oid from pg_namespace where nspname in (current_schema(), 'monitor')),
                described as (
                    select 'function ' || oid::regprocedure as what, obj_description(oid, 'pg_proc') as said from pg_proc where pronamespace in (select oid from schemas)
                    union all
                    select pg_class.oid::regclass::text, obj_description(pg_class.oid, 'pg_class') from pg_class where relnamespace in (select oid from schemas) and relkind in ('r', 'p', 'v', 'm')
                    union all
                    select pg_class.oid::regclass || '.' || attname, col_description(pg_class.oid, attnum) from pg_class join pg_attribute on attrelid = pg_class.oid
                     where relnamespace in (select oid from schemas) and relkind in ('r', 'p', 'v', 'm') and attnum > 0 and not attisdropped)
                select string_agg(what, ', ' order by what) from described where coalesce(said, '') !~ '[가-힣]|UUID'
                """),
            Is.Null,
            "add to the migration: comment on … is '…'");

    [TestCase("dictionary.md")]
    [TestCase("erd.md")]
    public void Is_what_lies_in_the_repository(string file)
    {
        var (_, now) = new DataDictionary(DatabaseAddress.ToConnectionString(TestRun.AddressFor("joonbi_owner"))).Pages().Single(page => page.File == file);

        Assert.That(File.ReadAllText(ProjectFiles.Path("db", file)), Is.EqualTo(now), $"db/{file} is not of this schema: ./joonbi dictionary writes it again");
    }
}
