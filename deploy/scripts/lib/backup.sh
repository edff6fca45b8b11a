# shellcheck shell=bash
# What a backup is: a folder joonbi_YYYYmmdd_HHMMSS with
#
#   database.dump     pg_dump, custom format
#   tables.tsv        table, rows, checksum, from the same snapshot as the dump
#   properties.sql    rights and settings of the database itself
#   uploads/          the files, under their keys; unchanged ones are hard links to the backup before
#   uploads.sha256    one line for each
#   about.txt         when, which server
#   SHA256SUMS        of everything above but uploads/
#
# The dump is taken before the files. A file is written before its row is committed and never changed afterwards, so
# each row in the dump finds its file in the later copy; files that are newer than the dump are merely too many, and
# the program sweeps away what no row knows. The other way round, rows would point to files that are not there.

# GNU and busybox have the one, macOS the other.
sha256() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

backup_dir() { absolute "$(setting BACKUP_DIR "$(data_dir)/backups")"; }
upload_dir() { absolute "$(setting BACKUP_UPLOADS "$(data_dir)/uploads")"; }
stores_files_here() { [ "$(setting STORAGE_TYPE local)" != s3 ]; }

# backups FOLDER: the finished ones, newest first.
backups() { { (cd "$1" && ls -1d joonbi_[0-9]*_[0-9]*/) 2>/dev/null || true; } | sed 's:/$::' | sort -r; }
newest_backup() { backups "$1" | sed -n 1p; }

# files_of FOLDER: every file but those that are still arriving, one path a line.
files_of() { (cd "$1" && find . -type f ! -path './incoming/*' | sed 's:^\./::' | LC_ALL=C sort); }

# hash_files FOLDER <paths: lines "hash  path"; a file that was deleted meanwhile is left out, and so is the line that
# an empty list gives.
hash_files() {
  local program=sha256sum
  command -v $program >/dev/null || program="shasum -a 256"
  # shellcheck disable=SC2086
  (cd "$1" && tr '\n' '\0' | xargs -0 $program 2>/dev/null | sed '/  -$/d') || true
}

# verify_backup FOLDER: every byte is as it was written, the archive can be read to its end. Says what is wrong.
verify_backup() {
  local backup=$1 wrong
  [ -f "$backup/SHA256SUMS" ] || { say "SHA256SUMS가 없습니다: 완성된 백업이 아닙니다."; return 1; }
  wrong=$( (cd "$backup" && sha256 -c SHA256SUMS 2>&1) | grep -v ': OK$' || true)
  [ -z "$wrong" ] || { say "손상되었습니다: $(printf '%s' "$wrong" | head -n 3)"; return 1; }
  for wrong in database.dump tables.tsv properties.sql uploads.sha256; do
    grep -q "  $wrong\$" "$backup/SHA256SUMS" || { say "$wrong 의 체크섬이 없습니다."; return 1; }
  done
  if [ -s "$backup/uploads.sha256" ]; then
    wrong=$( (cd "$backup/uploads" && sha256 -c ../uploads.sha256 2>&1) | grep -v ': OK$' || true)
    [ -z "$wrong" ] || { say "파일이 손상되었거나 없습니다: $(printf '%s' "$wrong" | head -n 3)"; return 1; }
  fi
  pg pg_restore -f /dev/null <"$backup/database.dump" >/dev/null 2>&1 || { say "database.dump를 끝까지 읽을 수 없습니다."; return 1; }
}

# restore_into DATABASE BACKUP: makes the database and fills it; one that is not exactly the dumped one is an error.
restore_into() {
  local database=$1 backup=$2
  echo 'create database :"db" template template0;' | sql postgres -v db="$database" &&
    pg pg_restore --exit-on-error -d "$database" <"$backup/database.dump" >/dev/null &&
    fingerprint "$database" | cmp -s - "$backup/tables.tsv"
}
