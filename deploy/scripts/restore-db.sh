#!/usr/bin/env bash
# 백업을 복원합니다. 바뀌는 것은 지우지 않고 이름을 바꾸어 남겨 둡니다.
#
#   ./restore-db.sh latest                        가장 새 백업
#   ./restore-db.sh 백업폴더                      예: ./restore-db.sh ../data/backups/joonbi_20260105_033000
#   ./restore-db.sh s3://버킷/경로/joonbi_….tar   외부에 둔 백업 (aws 또는 rclone)
#     --yes                                       묻지 않습니다
#
# 순서: ① 체크섬과 아카이브 검사 ② 옆에 새 데이터베이스로 복원해 행 수와 체크섬 비교 ③ 빠진 파일 채우기
#       ④ 서비스를 멈추고 이름 바꾸기(한 트랜잭션) ⑤ 마이그레이션, 서비스 시작. ④ 전까지는 아무것도 바뀌지 않고,
#       그 뒤에 실패하면 되돌립니다. 도중에 멈췄다면 그냥 다시 실행하면 됩니다.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$HERE/lib/common.sh"
. "$HERE/lib/database.sh"
. "$HERE/lib/backup.sh"
. "$HERE/lib/snapshot.sh"
. "$HERE/lib/offsite.sh"
. "$HERE/lib/containers.sh"
. "$HERE/lib/exchange.sh"

ASK=yes SOURCE=
for word in "$@"; do
  case $word in
    --yes) ASK=no ;;
    -*) usage "$0" >&2; exit 64 ;;
    *) [ -z "$SOURCE" ] || { usage "$0" >&2; exit 64; }; SOURCE=$word ;;
  esac
done
[ -n "$SOURCE" ] || { usage "$0" >&2; exit 64; }

STAMP=$(now) FRESH='' FETCHED='' LOCKED=no
finish() {
  local code=$?
  trap - EXIT
  trap '' INT TERM HUP
  [ -z "$FRESH" ] || drop_database "$FRESH" </dev/null >/dev/null 2>&1 || true
  [ -z "$FETCHED" ] || rm -rf "$FETCHED"
  [ $LOCKED = no ] || unlock "$BACKUPS/.lock"
  exit $code
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

locate() {
  case $SOURCE in
    latest)
      SOURCE=$(newest_backup "$BACKUPS")
      [ -n "$SOURCE" ] || die "백업이 없습니다: $BACKUPS"
      SOURCE=$BACKUPS/$SOURCE
      ;;
    *:*)
      FETCHED=$(mktemp -d "${TMPDIR:-/tmp}/joonbi-restore.XXXXXX")
      say "외부 저장소에서 받습니다: $SOURCE"
      SOURCE=$(fetch_offsite "$SOURCE" "$FETCHED") || die "받지 못했습니다: $SOURCE"
      ;;
  esac
  [ -d "$SOURCE" ] || die "백업을 찾을 수 없습니다: $SOURCE" "./backup-db.sh --list 로 목록을 보세요."
  SOURCE=$(cd "$SOURCE" && pwd -P)
}

confirm() {
  local answer
  say ""
  cat "$SOURCE/about.txt"
  say "행: $(awk -F '\t' '{ n += $2 } END { print n + 0 }' "$SOURCE/tables.tsv"), 파일: $(wc -l <"$SOURCE/uploads.sha256" | tr -d ' ')"
  say ""
  [ $ASK = yes ] || return 0
  say "데이터베이스 $DB_NAME 을(를) 이 백업의 내용으로 바꿉니다. 지금 것은 ${DB_NAME}_before_$STAMP (으)로 남습니다."
  printf '계속하려면 데이터베이스 이름을 입력하세요: '
  read -r answer || answer=
  [ "$answer" = "$DB_NAME" ] || { say "취소했습니다. 바뀐 것은 없습니다."; exit 0; }
}

BACKUPS=$(backup_dir)
choose_database
database_answers || die "데이터베이스 서버에 연결할 수 없습니다." "docker compose up -d db 로 먼저 시작하세요."
locate
step "백업을 검사합니다: $SOURCE"
wrong=$(verify_backup "$SOURCE") || die "이 백업은 쓸 수 없습니다. $wrong" "다른 백업을 고르세요 (./backup-db.sh --list). 바뀐 것은 없습니다."
confirm
mkdir -p "$BACKUPS"
lock "$BACKUPS/.lock" "백업 또는 복원"
LOCKED=yes

step "새 데이터베이스로 복원해 원본과 비교합니다."
for leftover in $(echo "select datname from pg_database where datname ~ '_restoring_[0-9_]+\$';" | sql postgres); do
  drop_database "$leftover" </dev/null
done
FRESH=${DB_NAME}_restoring_$STAMP
restore_into "$FRESH" "$SOURCE" || die "복원한 내용이 백업과 다르거나 복원하지 못했습니다." "역할이 없다는 메시지라면 ./init-db.sh 를 먼저 실행하세요. 바뀐 것은 없습니다."
sql postgres -v db="$FRESH" <"$SOURCE/properties.sql"
if stores_files_here; then
  wrong=$(DB_NAME=$FRESH missing_files "$FRESH" "$SOURCE")
  [ -z "$wrong" ] || die "데이터베이스가 아는 파일이 백업에 없습니다: $(printf '%s' "$wrong" | head -n 3)"
  step "파일을 채웁니다."
  fill_uploads "$SOURCE" "$(upload_dir)"
fi

step "바꿉니다."
exchange
say ""
say "복원 완료: $SOURCE"
say "이전 데이터베이스: ${OLD:-없었음}"
[ ! -d "$REPLACED" ] || say "이전 파일: $REPLACED"
say "확인한 뒤 지우려면: docker compose exec db dropdb -U joonbi ${OLD:-…}   (파일은 폴더를 지우면 됩니다)"
