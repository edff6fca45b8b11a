#!/usr/bin/env bash
# 데이터베이스와 역할을 준비합니다. 여러 번 실행해도 됩니다: 있는 것은 그대로 두고, 비밀번호는 주어진 것만 바꿉니다.
#
#   ./init-db.sh        db 컨테이너 안에서 실행됩니다 (컨테이너를 처음 시작하면 저절로 실행됩니다)
#   PGHOST=… PGUSER=… ./init-db.sh   이 컴퓨터의 psql로 다른 서버에 실행합니다 (비밀번호는 PGPASSWORD나 ~/.pgpass)
#
# 슈퍼유저(RDS에서는 마스터 사용자)로 접속해야 합니다. 테이블은 그 다음 Joonbi.Api migrate가 만듭니다.
# 설정 (환경 변수, 비밀번호는 이름 뒤에 _FILE을 붙여 파일로 줄 수 있습니다):
#   DB_NAME               데이터베이스 (기본 POSTGRES_DB, 없으면 joonbi)
#   DB_OWNER_PASSWORD     joonbi_owner: 마이그레이션만 씁니다 (MIGRATION_DATABASE_URL)
#   DB_APP_PASSWORD       joonbi_app: 프로그램이 씁니다 (DATABASE_URL)
#   DB_READONLY_PASSWORD  joonbi_readonly: 모니터링과 DBA가 씁니다. 없으면 로그인할 수 없습니다
#   SQL_DIR               roles.sql과 database.sql이 있는 폴더 (기본: 이 저장소의 db, 컨테이너에서는 /opt/joonbi/db)
# 컨테이너에서는 /run/secrets의 owner_password, app_password, readonly_password 파일을 저절로 읽습니다.

# The postgres image sources a script that is not executable, into a shell that it still needs.
if [ "${BASH_SOURCE[0]}" != "$0" ]; then
  bash "${BASH_SOURCE[0]}"
  return
fi
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
LEAST=16

say() { printf '%s\n' "$*"; }
die() {
  printf '오류: %s\n' "$1" >&2
  [ $# -lt 2 ] || printf '다음에 할 일: %s\n' "$2" >&2
  exit 1
}
usage() { awk 'NR > 1 && !/^#/ { exit } NR > 1 { sub(/^# ?/, ""); print }' "${BASH_SOURCE[0]}"; }

# On the host the container does it: its environment holds the settings and its socket lets the superuser in.
hand_over() {
  local deploy=$HERE/..
  command -v docker >/dev/null 2>&1 || die "psql로 접속할 서버도, Docker도 없습니다." "PGHOST와 PGUSER를 설정하세요."
  COMPOSE_FILE=${COMPOSE_FILE:-$deploy/docker-compose.yml:$deploy/docker-compose.prod.yml} \
    exec docker compose --project-directory "$deploy" exec -T -u postgres db bash /docker-entrypoint-initdb.d/init-db.sh
}

# secret NAME: the value, or what the file in NAME_FILE holds, or the container's secret of that name.
secret() {
  local file=${1}_FILE mounted
  mounted=/run/secrets/$(printf '%s' "${1#DB_}" | tr '[:upper:]' '[:lower:]')
  if [ -n "${!file:-}" ]; then
    [ -r "${!file}" ] || die "$file=${!file} 파일을 읽을 수 없습니다." "파일을 만들고 권한을 확인한 뒤 ./init-db.sh 를 다시 실행하세요."
    cat "${!file}"
  elif [ -z "${!1:-}" ] && [ -n "${POSTGRES_USER:-}" ] && [ -r "$mounted" ]; then
    cat "$mounted"
  else
    printf '%s' "${!1:-}"
  fi
}

find_sql() {
  local place
  for place in "${SQL_DIR:-}" "$HERE/../../db" /opt/joonbi/db; do
    if [ -n "$place" ] && [ -r "$place/roles.sql" ] && [ -r "$place/database.sql" ]; then
      SQL=$place
      return
    fi
  done
  die "roles.sql과 database.sql을 찾지 못했습니다." "저장소의 db 폴더를 SQL_DIR로 알려 주세요. 컨테이너라면 /opt/joonbi/db에 연결하세요."
}

# sql DATABASE [OPTION…]
sql() {
  local database=$1
  shift
  PGOPTIONS="${PGOPTIONS:-} -c client_min_messages=warning" psql -X -q -v ON_ERROR_STOP=1 -d "$database" "$@"
}

# Before anything is changed.
check_passwords() {
  local name password
  for name in DB_OWNER_PASSWORD DB_APP_PASSWORD DB_READONLY_PASSWORD; do
    password=$(secret "$name")
    [ -z "$password" ] || [ "${#password}" -ge $LEAST ] ||
      die "$name 이(가) 너무 짧습니다 (${#password}자). 바뀐 것은 없습니다." "$LEAST자 이상으로 바꾸고 ./init-db.sh 를 다시 실행하세요."
  done
}

# set_password ROLE NAME: through the environment of psql, whose statement the server is told not to write down.
set_password() {
  local password
  password=$(secret "$2")
  if [ -z "$password" ]; then
    say "  $1: $2 이(가) 없어 비밀번호를 바꾸지 않았습니다."
    return
  fi
  NEW_PASSWORD=$password sql postgres -v role="$1" <<'SQL'
\getenv password NEW_PASSWORD
select set_config(name, value, false)
  from (values ('log_statement', 'none'), ('log_min_duration_statement', '-1'), ('log_min_error_statement', 'panic'), ('pg_stat_statements.track_utility', 'off')) as quiet (name, value)
 where (select rolsuper from pg_roles where rolname = current_user) \g /dev/null
alter role :"role" password :'password';
SQL
  say "  $1: 비밀번호를 정했습니다."
}

[ $# = 0 ] || { usage >&2; exit 64; }
if [ -n "${POSTGRES_USER:-}" ]; then
  export PGUSER=$POSTGRES_USER
elif [ -z "${PGHOST:-}" ]; then
  hand_over
fi
find_sql
check_passwords
DB=${DB_NAME:-${POSTGRES_DB:-joonbi}}

say "역할을 준비합니다."
sql postgres -f "$SQL/roles.sql"
set_password joonbi_owner DB_OWNER_PASSWORD
set_password joonbi_app DB_APP_PASSWORD
set_password joonbi_readonly DB_READONLY_PASSWORD

say "데이터베이스 $DB 을(를) 준비합니다."
sql postgres -v db="$DB" <<'SQL'
select format('create database %I owner joonbi_owner', :'db') where not exists (select from pg_database where datname = :'db') \gexec
SQL
sql "$DB" -f "$SQL/database.sql"
say "끝났습니다. 다음은 마이그레이션입니다 (Joonbi.Api migrate, 또는 MIGRATE_ON_START=on)."
