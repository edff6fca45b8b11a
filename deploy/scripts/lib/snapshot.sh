# shellcheck shell=bash
# A dump and the rows it must hold, seen at one instant, and the files that belong to it.

# A psql session that holds one transaction open: pg_dump and the counts see through its snapshot. It is fed through a
# named pipe (bash 3.2 has no coprocesses).
begin_snapshot() {
  local tenths=300
  TALK=$(mktemp -d "${TMPDIR:-/tmp}/joonbi-backup.XXXXXX")
  mkfifo "$TALK/ask"
  sql "$DB_NAME" <"$TALK/ask" >"$TALK/answers" 2>"$TALK/errors" &
  TALKER=$!
  exec 7>"$TALK/ask"
  printf 'begin isolation level repeatable read read only;\nselect pg_export_snapshot();\n' >&7
  until SNAPSHOT=$(head -n 1 "$TALK/answers") && [ -n "$SNAPSHOT" ]; do
    tenths=$((tenths - 1))
    if [ "$tenths" -le 0 ] || ! kill -0 "$TALKER" 2>/dev/null; then die "데이터베이스를 읽을 수 없습니다: $(cat "$TALK/errors")"; fi
    sleep 0.1
  done
}

end_snapshot() {
  [ -n "${TALK:-}" ] || return 0
  exec 7>&-
  kill "$TALKER" 2>/dev/null || true
  rm -rf "$TALK"
  TALK=
}

dump_with_fingerprint() {
  begin_snapshot
  pg pg_dump --format=custom --snapshot="$SNAPSHOT" -d "$DB_NAME" </dev/null >"$1/database.dump" ||
    die "pg_dump가 실패했습니다." "위의 메시지를 확인하세요."
  printf '%s' "$FINGERPRINT_SQL" >&7
  exec 7>&-
  wait "$TALKER" || die "행을 세지 못했습니다: $(cat "$TALK/errors")"
  sed 1d "$TALK/answers" >"$1/tables.tsv"
  [ -s "$1/tables.tsv" ] || die "$DB_NAME 에 테이블이 없습니다." "DB_NAME이 맞는지 확인하세요."
  end_snapshot
  printf '%s' "$PROPERTIES_SQL" | sql "$DB_NAME" >"$1/properties.sql"
}

# copy_uploads FROM BACKUP PREVIOUS: what the backup before holds unchanged is linked, so a file lies on the disk once.
copy_uploads() {
  local from=$1 backup=$2 previous=$3 same=$2/.same path
  : >"$backup/uploads.sha256"
  stores_files_here || { say "파일은 S3에 있습니다 (STORAGE_TYPE=s3): 버킷의 버전 관리가 지킵니다."; return; }
  [ -d "$from" ] || { warn "업로드 폴더가 아직 없습니다: $from"; return; }
  files_of "$from" | hash_files "$from" >"$backup/.source"
  : >"$same"
  [ ! -f "$previous/uploads.sha256" ] || LC_ALL=C comm -12 <(LC_ALL=C sort "$backup/.source") <(LC_ALL=C sort "$previous/uploads.sha256") >"$same"
  sed 's/^[0-9a-f]* [ *]//' "$same" | while IFS= read -r path; do
    mkdir -p "$backup/uploads/$(dirname "$path")"
    ln "$previous/uploads/$path" "$backup/uploads/$path" 2>/dev/null || true
  done
  copy_missing "$from" "$backup"
  # A link shares the fate of the older copy: one that has rotted is fetched again from the source.
  files_of "$backup/uploads" | hash_files "$backup/uploads" | LC_ALL=C sort >"$backup/uploads.sha256"
  LC_ALL=C comm -13 <(LC_ALL=C sort "$backup/.source") "$backup/uploads.sha256" | sed 's/^[0-9a-f]* [ *]//' | while IFS= read -r path; do
    rm -f "$backup/uploads/$path"
  done
  copy_missing "$from" "$backup"
  files_of "$backup/uploads" | hash_files "$backup/uploads" >"$backup/uploads.sha256"
  rm -f "$backup/.source" "$same" "$backup/.list"
}

# A file that is deleted while we copy is no failure; whether one is missing that a row names is found out later.
copy_missing() {
  sed 's/^[0-9a-f]* [ *]//' "$2/.source" | while IFS= read -r path; do
    [ -f "$2/uploads/$path" ] || [ ! -f "$1/$path" ] || printf '%s\n' "$path"
  done >"$2/.list"
  [ -s "$2/.list" ] || return 0
  { (cd "$1" && tar -cf - -T "$2/.list" 2>/dev/null) || true; } | tar -xof - -C "$2/uploads"
}

# missing_files DATABASE BACKUP: keys whose row has no such bytes in the backup, unless the row is gone by now.
missing_files() {
  local key known
  known=$(echo "select to_regclass('public.files') is not null;" | sql "$1") || return 1
  [ "$known" = t ] || return 0
  LC_ALL=C comm -23 <(echo "select encode(sha256, 'hex') || '  ' || storage_key from public.files;" | sql "$1" | LC_ALL=C sort) \
    <(sed 's/^\([0-9a-f]*\) \*/\1  /' "$2/uploads.sha256" | LC_ALL=C sort) | sed 's/^[0-9a-f]*  //' | while IFS= read -r key; do
    [ -z "$(echo "select 1 from public.files where storage_key = :'key';" | sql "$DB_NAME" -v key="$key")" ] || printf '%s\n' "$key"
  done
}
