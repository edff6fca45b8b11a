-- The data dictionary, as Markdown, from the comments and the catalogue of the database that this runs in:
--     psql -At -f db/dictionary.sql >dictionary.md
with schemas as (
    select oid, nspname as name, case nspname when current_schema() then '' else nspname || '.' end as prefix
      from pg_namespace
     where nspname in (current_schema(), 'monitor')
), relations as (
    select pg_class.oid, prefix || relname as name, relkind, schemas.oid as schema
      from pg_class
      join schemas on schemas.oid = relnamespace
     where relkind in ('r', 'p', 'v', 'm') and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')
), columns as (
    select attrelid as relation, string_agg(
               format('| `%s` | %s | %s | %s | %s |', attname, replace(format_type(atttypid, atttypmod), 'timestamp with time zone', 'timestamptz'),
                   case when attnotnull then '예' else '' end,
                   case when attidentity <> '' then '자동 번호' when attgenerated <> '' then '계산' else coalesce('`' || pg_get_expr(adbin, adrelid) || '`', '') end,
                   replace(coalesce(col_description(attrelid, attnum), '**설명 없음**'), '|', '\|')),
               E'\n' order by attnum) as lines
      from pg_attribute
      left join pg_attrdef on adrelid = attrelid and adnum = attnum
     where attnum > 0 and not attisdropped
     group by attrelid
), rules as (
    select conrelid as relation, string_agg(format('- `%s` %s', conname, replace(pg_get_constraintdef(oid), E'\n', ' ')), E'\n' order by contype <> 'p', contype, conname collate "C") as lines
      from pg_constraint
     where contype in ('p', 'u', 'f', 'c', 'x')
     group by conrelid
), indexes as (
    select indrelid as relation, string_agg(format('- `%s` %s%s', indexrelid::regclass, case when indisunique then '유일, ' end, substring(pg_get_indexdef(indexrelid) from ' USING (.*)$')), E'\n' order by indexrelid::regclass::text collate "C") as lines
      from pg_index
     where not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u', 'x'))
     group by indrelid
), pages as (
    select case when relkind in ('r', 'p') then 1 else 2 end as part, name, concat_ws(E'\n\n',
               '## ' || name,
               coalesce(obj_description(relations.oid, 'pg_class'), '**설명 없음**'),
               E'| 열 | 형 | 필수 | 기본값 | 설명 |\n|---|---|---|---|---|\n' || columns.lines,
               E'제약\n\n' || rules.lines,
               E'색인\n\n' || indexes.lines) as text
      from relations
      join columns on columns.relation = relations.oid
      left join rules on rules.relation = relations.oid
      left join indexes on indexes.relation = relations.oid
), functions as (
    select string_agg(format('| `%s%s(%s)` | %s |', prefix, proname, pg_get_function_identity_arguments(pg_proc.oid), coalesce(obj_description(pg_proc.oid, 'pg_proc'), '**설명 없음**')), E'\n'
               order by prefix collate "C", proname) as lines
      from pg_proc
      join schemas on schemas.oid = pronamespace
     where not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
)
select concat_ws(E'\n\n',
           '# 데이터 사전',
           '이 문서는 데이터베이스의 주석과 카탈로그에서 만들어집니다. 고치지 말고, 마이그레이션에 `comment on`을 적은 뒤 `./joonbi dictionary`로 다시 쓰세요. 관계는 [ERD](erd.md)에 있습니다.',
           E'| 테이블과 뷰 | 설명 |\n|---|---|\n' || (
               select string_agg(format('| [%s](#%s) | %s |', name, replace(name, '.', ''), coalesce(obj_description(oid, 'pg_class'), '**설명 없음**')), E'\n' order by relkind in ('v', 'm'), name collate "C")
                 from relations),
           (select string_agg(text, E'\n\n' order by part, name collate "C") from pages),
           E'## 함수\n\n| 함수 | 설명 |\n|---|---|\n' || (select lines from functions));
