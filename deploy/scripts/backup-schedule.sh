#!/usr/bin/env bash
# backup 컨테이너가 실행합니다: 매일 BACKUP_AT(기본 03:30, 한국 시각)에 백업합니다. 직접 실행할 때는 backup-db.sh를 쓰세요.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)

# What .env says about the host is not so in here.
export PGHOST=db PGUSER=${DB_USER:-joonbi} PGDATABASE=${DB_NAME:-joonbi} PGPASSWORD_FILE=/run/secrets/db_password
export BACKUP_DIR=/var/backup/backups BACKUP_UPLOADS=/var/backup/uploads
unset BACKUP_DATABASE_URL BACKUP_DATABASE_URL_FILE
# There is no client for it in this image: who wants a copy elsewhere uses the host's timer instead (deploy/cron).
unset BACKUP_S3_URI

seconds_until() {
  local hour=${1%%:*} minute=${1##*:} now wanted
  now=$(($(date +%s) + 9 * 3600))
  wanted=$(((10#$hour * 60 + 10#$minute) * 60))
  printf '%s\n' $(((wanted - now % 86400 + 86400 - 1) % 86400 + 1))
}

trap 'exit 0' INT TERM
while :; do
  wait=$(seconds_until "${BACKUP_AT:-03:30}")
  printf '다음 백업까지 %d분.\n' $((wait / 60))
  sleep "$wait" &
  wait $!
  "$HERE/backup-db.sh" || printf '백업이 실패했습니다. 내일 다시 시도합니다.\n' >&2
done
