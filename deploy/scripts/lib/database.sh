# shellcheck shell=bash
# The one way from the scripts to PostgreSQL. Two places where its programs may be:
#
#   compose   in the db container (the default): nothing but Docker is needed on the machine
#   direct    on this machine or in this container, when BACKUP_DATABASE_URL(_FILE) or PGHOST is set
#
# Passwords travel in the environment or in files, never on a command line.

# shellcheck disable=SC2034  # read by those that source this
# choose_database: sets DB_NAME and the way.
choose_database() {
  local url password_file
  url=$(secret_setting BACKUP_DATABASE_URL)
  DB_WAY=direct
  if [ -n "$url" ]; then
    take_url "$url"
  elif [ -z "${PGHOST:-}" ]; then
    DB_WAY=compose
    DB_USER=$(setting DB_USER joonbi)
    DB_NAME=$(setting DB_NAME joonbi)
    return
  fi
  password_file=${PGPASSWORD_FILE:-}
  [ -z "$password_file" ] || PGPASSWORD=$(cat "$password_file")
  export PGHOST PGPORT=${PGPORT:-5432} PGUSER=${PGUSER:-joonbi} PGPASSWORD=${PGPASSWORD:-}
  DB_NAME=${PGDATABASE:-joonbi}
  if ! command -v pg_dump >/dev/null || ! command -v psql >/dev/null; then
    die "pg_dump와 psql이 없습니다." "PostgreSQL 클라이언트를 설치하거나, BACKUP_DATABASE_URL과 PGHOST를 비워 db 컨테이너의 것을 쓰게 하세요."
  fi
}

# take_url postgresql://user:password@host:port/database?…
take_url() {
  local rest=${1#*://} who=''
  rest=${rest%%\?*}
  case $rest in *@*) who=${rest%@*} rest=${rest##*@} ;; esac
  PGDATABASE=$(plain "${rest#*/}")
  rest=${rest%%/*}
  PGHOST=${rest%%:*} PGPORT=5432
  case $rest in *:*) PGPORT=${rest##*:} ;; esac
  PGUSER=$(plain "${who%%:*}") PGPASSWORD=
  case $who in *:*) PGPASSWORD=$(plain "${who#*:}") ;; esac
}

# plain TEXT: percent-encoding undone.
plain() {
  local text=${1//\\/\\\\}
  printf '%b' "${text//%/\\x}"
}

# pg PROGRAM ARGUMENT…
pg() {
  if [ "$DB_WAY" = direct ]; then
    "$@"
  else
    compose exec -T -u postgres -e "PGUSER=$DB_USER" -e PGCONNECT_TIMEOUT=10 db "$@"
  fi
}

# sql DATABASE [OPTION…]: statements from the standard input, bare rows to the output.
sql() {
  local database=$1
  shift
  pg psql -X -q -A -t -F '	' -v ON_ERROR_STOP=1 -d "$database" "$@"
}

database_answers() { echo 'select 1;' | sql postgres >/dev/null 2>&1; }

database_exists() { [ -n "$(echo "select 1 from pg_database where datname = :'db';" | sql postgres -v db="$1")" ]; }

drop_database() { echo 'drop database if exists :"db" with (force);' | sql postgres -v db="$1"; }

# Rows and an order-free checksum of every table: equal before and after, or something was lost. Row texts depend on
# the session's formats, so these are fixed.
FINGERPRINT_SQL="
set search_path = ''; set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 1;
select format('select %L, count(*), coalesce(sum((''x'' || substr(md5(t::text), 1, 15))::bit(60)::bigint), 0) from %s t', c.oid::regclass, c.oid::regclass)
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by c.oid::regclass::text collate \"C\"
\\gexec
"

fingerprint() { printf '%s' "$FINGERPRINT_SQL" | sql "$1"; }

# What pg_dump leaves out because it belongs to the database itself: who may connect, and its settings.
# shellcheck disable=SC2034
PROPERTIES_SQL="
select 'revoke all on database :\"db\" from public;'
union all
select format('grant %s on database :\"db\" to %s;', string_agg(a.privilege_type, ', '), case a.grantee when 0 then 'public' else quote_ident(pg_get_userbyid(a.grantee)) end)
  from pg_database d cross join lateral aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a where d.datname = current_database() group by a.grantee
union all
select format('alter database :\"db\" owner to %I;', pg_get_userbyid(d.datdba)) from pg_database d where d.datname = current_database()
union all
select format('alter %s :\"db\" set %I to %s;', case s.setrole when 0 then 'database' else format('role %I in database', pg_get_userbyid(s.setrole)) end, split_part(c, '=', 1),
              case when split_part(c, '=', 1) = 'search_path' then substr(c, strpos(c, '=') + 1) else quote_literal(substr(c, strpos(c, '=') + 1)) end)
  from pg_db_role_setting s join pg_database d on d.oid = s.setdatabase cross join lateral unnest(s.setconfig) c where d.datname = current_database();
"
