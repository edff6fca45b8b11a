using Dapper;
using Joonbi.Infrastructure.Persistence;
using Npgsql;

namespace Joonbi.Tests.Database;

/// <summary>Everything that a migration may have made, as text: two databases with the same picture have the same schema and rights.</summary>
internal static class SchemaPicture
{
    private const string Sql =
        """
        with schemas as (
            select oid from pg_namespace where nspname in (current_schema(), 'monitor')
        ), relations as (
            select pg_class.* from pg_class where relnamespace in (select oid from schemas) and relkind in ('r', 'v', 'S', 'i')
        ), facts as (
            select format('schema %s %s', nspname, array(select grantee::regrole || ' ' || privilege_type from aclexplode(nspacl) where grantee <> nspowner order by 1)) as fact from pg_namespace where oid in (select oid from schemas) and nspname <> current_schema()
            union all
            select format('%s %s %s %s', relkind, oid::regclass, array(select grantee::regrole || ' ' || privilege_type from aclexplode(relacl) where grantee <> relowner order by 1), obj_description(oid, 'pg_class')) from relations
            union all
            select format('column %s.%s %s %s %s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod), attnotnull, pg_get_expr(adbin, adrelid), col_description(attrelid, attnum))
              from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
             where attrelid in (select oid from relations where relkind in ('r', 'v')) and attnum > 0 and not attisdropped
            union all
            select format('constraint %s.%s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated) from pg_constraint where connamespace in (select oid from schemas)
            union all
            select format('index %s %s', pg_get_indexdef(indexrelid), indisvalid) from pg_index where indexrelid in (select oid from relations)
            union all
            select format('trigger %s', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
            union all
            select format('view %s %s', oid::regclass, pg_get_viewdef(oid)) from relations where relkind = 'v'
            union all
            select format('function %s %s %s', pg_get_functiondef(oid), array(select grantee::regrole || ' ' || privilege_type from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee <> proowner order by 1), obj_description(oid, 'pg_proc')) from pg_proc where pronamespace in (select oid from schemas)
            union all
            select format('default %s %s %s', defaclnamespace::regnamespace, defaclobjtype, array(select unnest(defaclacl)::text order by 1)) from pg_default_acl
        )
        select fact from facts order by fact collate "C"
        """;

    public static async Task<string> Of(string address)
    {
        await using var connection = new NpgsqlConnection(DatabaseAddress.ToConnectionString(address));
        return string.Join('\n', await connection.QueryAsync<string>(Sql));
    }
}
