# shellcheck shell=bash
# The moment in which the restored takes the place of the present, and the way back.

# Files have random keys and never change, so two copies under one key are the same, or one is damaged. Filling in what
# is missing therefore harms nobody, even if nothing comes of the restore.
REPLACED=
fill_uploads() {
  local from=$1/uploads to=$2 path list owner
  # As the program makes them, folders too: nginx, who hands the files out, is somebody else.
  (umask 022 && mkdir -p "$to")
  REPLACED=$(dirname "$to")/uploads_before_$STAMP
  list=$(mktemp "${TMPDIR:-/tmp}/joonbi-files.XXXXXX")
  owner=$(owner_of "$to")
  LC_ALL=C comm -23 <(LC_ALL=C sort "$1/uploads.sha256") <(sed 's/^[0-9a-f]* [ *]//' "$1/uploads.sha256" | hash_files "$to" | LC_ALL=C sort) |
    sed 's/^[0-9a-f]* [ *]//' >"$list"
  while IFS= read -r path; do
    [ ! -e "$to/$path" ] || set_aside "$to" "$path"
    (umask 022 && mkdir -p "$to/$(dirname "$path")")
    cp -p "$from/$path" "$to/$path.restoring"
    chmod 644 "$to/$path.restoring"
    mv "$to/$path.restoring" "$to/$path"
  done <"$list"
  say "채운 파일: $(wc -l <"$list" | tr -d ' ')개"
  # The program's user must be able to read and to add; only root can give files away.
  [ ! -s "$list" ] || [ "$(id -u)" != 0 ] || (cd "$to" && chown -R "$owner" .)
  rm -f "$list"
}

# What the restored database does not know moves out of the way, afterwards.
set_aside_newer() {
  local path
  LC_ALL=C comm -23 <(files_of "$2") <(sed 's/^[0-9a-f]* [ *]//' "$1/uploads.sha256" | LC_ALL=C sort) | while IFS= read -r path; do
    set_aside "$2" "$path"
  done
}

set_aside() {
  mkdir -p "$REPLACED/$(dirname "$2")"
  mv "$1/$2" "$REPLACED/$2"
}

# ls rather than stat: GNU and BSD spell stat differently.
# shellcheck disable=SC2012
owner_of() { ls -nd "$1" | awk '{ print $3 ":" $4 }'; }

exchange() {
  trap '' INT TERM HUP
  OLD=
  stop_service
  if database_exists "$DB_NAME"; then
    OLD=${DB_NAME}_before_$STAMP
    rename_databases "$DB_NAME" "$OLD" "$FRESH" "$DB_NAME" || { start_service; die "이름을 바꾸지 못했습니다. 이전 상태 그대로입니다." "다른 프로그램이 데이터베이스에 연결해 있는지 확인하세요."; }
  else
    rename_databases "$FRESH" "$DB_NAME" || { start_service; die "이름을 바꾸지 못했습니다."; }
  fi
  FRESH=
  if ! migrate_service || ! start_service; then
    put_back
    die "복원한 데이터베이스로 서비스가 시작되지 않아 되돌렸습니다." "docker compose logs api 를 확인하세요. 복원했던 것은 ${DB_NAME}_failed_$STAMP (으)로 남아 있습니다."
  fi
  if stores_files_here; then set_aside_newer "$SOURCE" "$(upload_dir)"; fi
}

put_back() {
  [ -n "$OLD" ] || return 0
  stop_service
  rename_databases "$DB_NAME" "${DB_NAME}_failed_$STAMP" "$OLD" "$DB_NAME" || die "되돌리지 못했습니다: 이전 데이터베이스는 $OLD 입니다." "psql에서 이름을 직접 바꾸고 docker compose start api 를 실행하세요."
  start_service || true
}

# rename_databases A B [C D]: A becomes B and C becomes D, both or neither.
rename_databases() {
  local attempt
  for attempt in 1 2 3 4 5; do
    {
      echo "select pg_terminate_backend(pid) from pg_stat_activity where datname in (:'a', :'c') and pid <> pg_backend_pid() \\g /dev/null"
      echo 'begin; alter database :"a" rename to :"b";'
      [ -z "${3:-}" ] || echo 'alter database :"c" rename to :"d";'
      echo 'commit;'
    } | sql postgres -v a="$1" -v b="$2" -v c="${3:-$1}" -v d="${4:-$2}" && return
    say "다시 시도합니다 ($attempt/5) …"
  done
  return 1
}

# In direct mode the service is somebody else's: its connections are ended and come back to the new database by name.
stop_service() { [ "$DB_WAY" = direct ] || [ -z "$(containers_of api)" ] || compose stop api </dev/null >/dev/null 2>&1; }

migrate_service() {
  [ "$DB_WAY" = compose ] && [ -n "$(all_containers_of api)" ] || return 0
  compose run --rm -T --no-deps migrate </dev/null
}

start_service() {
  local container
  [ "$DB_WAY" = compose ] && [ -n "$(all_containers_of api)" ] || return 0
  compose start api </dev/null >/dev/null 2>&1 || return 1
  for container in $(containers_of api); do
    await_healthy "$container" 120 || return 1
  done
}
