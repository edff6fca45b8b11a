#!/usr/bin/env bash
# 데이터베이스와 업로드 파일을 백업하고, 실제로 복원해 보아 확인합니다.
#
#   ./backup-db.sh              백업하고 검증한 뒤, 오래된 것을 정리합니다
#   ./backup-db.sh --list       백업 목록
#   ./backup-db.sh --verify 폴더 이미 있는 백업을 다시 검사합니다
#
# 보관: 최근 7일은 하루 하나씩, 4주는 주 하나씩, 6달은 달 하나씩, 마지막 날의 것은 모두.
# 설정 (환경 변수 또는 .env):
#   BACKUP_DIR            백업 폴더 (기본 ${DATA_DIR}/backups)
#   BACKUP_S3_URI         s3://버킷/경로: 다른 곳에도 한 벌 (aws 또는 rclone 필요. rclone은 remote:버킷/경로)
#   BACKUP_DATABASE_URL   db 컨테이너 대신 이 서버 (_FILE 가능). 데이터베이스를 만들 수 있는 역할이어야 합니다
#   ALERT_WEBHOOK_URL     실패하면 알릴 디스코드 웹훅 (_FILE 가능)
#
# 도중에 멈춰도 원본과 이전 백업에는 영향이 없습니다. 이름이 .partial로 시작하는 폴더는 다음 백업이 지웁니다.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$HERE/lib/common.sh"
. "$HERE/lib/database.sh"
. "$HERE/lib/backup.sh"
. "$HERE/lib/snapshot.sh"
. "$HERE/lib/offsite.sh"
. "$HERE/lib/alert.sh"

WHOLE=no
finish() {
  local code=$?
  trap - EXIT
  trap '' INT TERM HUP
  end_snapshot
  [ -z "${SCRATCH:-}" ] || drop_database "$SCRATCH" </dev/null >/dev/null 2>&1 || true
  [ -z "${PARTIAL:-}" ] || rm -rf "$PARTIAL"
  unlock "$BACKUPS/.lock"
  if [ $WHOLE = no ] && [ $code != 0 ]; then alert "백업이 실패했습니다 ($(hostname)). 이전 백업은 그대로 있습니다."; fi
  exit $code
}

# What a run that was killed left behind.
tidy() {
  local leftover
  rm -rf "$BACKUPS"/.partial.*
  for leftover in $(echo "select datname from pg_database where datname ~ '^joonbi_backup_check_[0-9_]+\$';" | sql postgres); do
    drop_database "$leftover" </dev/null
  done
}

take() {
  local name previous began=$SECONDS
  name=joonbi_$(now)
  [ ! -e "$BACKUPS/$name" ] || die "$name 이(가) 이미 있습니다." "1초 뒤에 다시 실행하세요."
  previous=$(newest_backup "$BACKUPS")
  PARTIAL=$BACKUPS/.partial.$$
  mkdir "$PARTIAL" "$PARTIAL/uploads"

  step "데이터베이스 $DB_NAME 을(를) 덤프합니다."
  dump_with_fingerprint "$PARTIAL"
  step "업로드 파일을 복사합니다."
  copy_uploads "$(upload_dir)" "$PARTIAL" "${previous:+$BACKUPS/$previous}"
  {
    say "만든 때: $(TZ=KST-9 date '+%Y-%m-%d %H:%M:%S KST')"
    say "서버: PostgreSQL $(echo 'show server_version;' | sql postgres)"
    say "데이터베이스: $DB_NAME"
  } >"$PARTIAL/about.txt"
  (cd "$PARTIAL" && sha256 database.dump tables.tsv properties.sql uploads.sha256 about.txt >SHA256SUMS)

  step "임시 데이터베이스에 복원해 확인합니다."
  prove "$PARTIAL"
  sync
  mv "$PARTIAL" "$BACKUPS/$name"
  PARTIAL=
  WHOLE=yes
  tell_monitoring
  say "확인했습니다: 테이블 $(wc -l <"$BACKUPS/$name/tables.tsv" | tr -d ' ')개, 행 $(awk -F '\t' '{ n += $2 } END { print n + 0 }' "$BACKUPS/$name/tables.tsv")개," \
    "파일 $(wc -l <"$BACKUPS/$name/uploads.sha256" | tr -d ' ')개."
  say "백업 완료 ($((SECONDS - began))초): $BACKUPS/$name"
  copy_offsite "$BACKUPS" "$name"
}

# For Prometheus, by way of the node exporter (docker-compose.monitoring.yml).
tell_monitoring() {
  mkdir -p "$BACKUPS/metrics"
  printf 'joonbi_backup_last_success_timestamp_seconds %s\n' "$(date +%s)" >"$BACKUPS/metrics/.new"
  chmod 755 "$BACKUPS/metrics"
  chmod 644 "$BACKUPS/metrics/.new"
  mv "$BACKUPS/metrics/.new" "$BACKUPS/metrics/joonbi_backup.prom"
}

# Restored, counted, and each file that a row names is there with the bytes that the row remembers.
prove() {
  local wrong
  SCRATCH=joonbi_backup_check_$(now)_$$
  wrong=$(verify_backup "$1") || die "방금 만든 백업을 믿을 수 없습니다: $wrong" "디스크 상태와 남은 공간을 확인하고 다시 실행하세요."
  restore_into "$SCRATCH" "$1" || die "복원해 보니 원본과 다릅니다." "위의 메시지를 확인하세요. 이전 백업은 그대로 있습니다."
  if stores_files_here; then
    wrong=$(missing_files "$SCRATCH" "$1")
    [ -z "$wrong" ] || die "데이터베이스가 아는 파일이 백업에 없거나 내용이 다릅니다:
$(printf '%s\n' "$wrong" | head -n 5)" "업로드 폴더 $(upload_dir) 을(를) 확인하세요."
  fi
  drop_database "$SCRATCH" </dev/null
  SCRATCH=
}

clean_up() {
  local name
  backups "$BACKUPS" | "$HERE/lib/retention.sh" | while IFS= read -r name; do
    mv "$BACKUPS/$name" "$BACKUPS/.partial.old.$name" && rm -rf "$BACKUPS/.partial.old.$name"
    say "오래된 백업을 지웠습니다: $name"
  done
}

BACKUPS=$(backup_dir)
case ${1:-} in
  '') ;;
  --list)
    backups "$BACKUPS"
    exit
    ;;
  --verify)
    [ -n "${2:-}" ] || { usage "$0" >&2; exit 64; }
    choose_database
    wrong=$(verify_backup "$2") || die "$wrong"
    say "이상이 없습니다: $2"
    exit
    ;;
  *)
    usage "$0" >&2
    exit 64
    ;;
esac

choose_database
database_answers || die "데이터베이스에 연결할 수 없습니다." "docker compose ps db 로 상태를 확인하세요."
mkdir -p "$BACKUPS"
lock "$BACKUPS/.lock" 백업
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
tidy
take
clean_up
