-- The entity-relationship diagram, as Markdown with Mermaid, from the foreign keys of the database that this runs in:
--     psql -At -f db/erd.sql >erd.md
with tables as (
    select oid, relname as name
      from pg_class
     where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p') and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
), keys as (
    select conrelid as owner, unnest(conkey) as number, contype from pg_constraint where contype in ('p', 'f')
), boxes as (
    select tables.name, format(E'    %s {\n%s\n    }', tables.name, string_agg(format('        %s %s %s', type, attname, roles), E'\n' order by number)) as text
      from tables
      join lateral (
          select number, attname, replace(format_type(atttypid, -1), ' ', '_') as type, string_agg(case contype when 'p' then 'PK' else 'FK' end, ', ' order by contype desc) as roles
            from (select distinct owner, number, contype from keys) as keys
            join pg_attribute on attrelid = owner and attnum = number
           where owner = tables.oid
           group by number, attname, atttypid) as columns on true
     group by tables.oid, tables.name
), lines as (
    -- Left: whether the reference may be missing. Right: whether one row of the other may be referred to by several.
    select format('    %s %s--o%s %s : %s', parent.name, case when bool_and(attnotnull) then '||' else '|o' end,
               case when exists (select from pg_index where indrelid = conrelid and indisunique and indpred is null and indnatts = cardinality(conkey) and indkey::int2[] @> conkey) then '|' else '{' end,
               child.name, string_agg(attname, '_' order by attnum)) as text
      from pg_constraint
      join tables as parent on parent.oid = confrelid
      join tables as child on child.oid = conrelid
      join pg_attribute on attrelid = conrelid and attnum = any (conkey)
     where contype = 'f'
     group by pg_constraint.oid, conrelid, conkey, parent.name, child.name
)
select concat_ws(E'\n',
           '# ERD',
           '',
           '외래 키에서 만들어집니다. 고치지 말고 `./joonbi dictionary`로 다시 쓰세요. 열의 뜻은 [데이터 사전](dictionary.md)에 있습니다.',
           '',
           '```mermaid',
           'erDiagram',
           (select string_agg(text, E'\n' order by text collate "C") from lines),
           (select string_agg(text, E'\n' order by name collate "C") from boxes),
           '```');
