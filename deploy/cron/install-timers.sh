#!/usr/bin/env bash
# 정해진 시각의 일을 이 서버에 등록합니다: 매일 새벽의 백업, 매주의 보안 점검. 여러 번 실행해도 됩니다.
#
#   ./install-timers.sh            macOS는 launchd, 리눅스는 systemd(root), 둘 다 없으면 crontab
#   ./install-timers.sh --remove   등록을 지웁니다
#
# docker-compose.prod.yml의 backup 컨테이너도 매일 백업합니다. 외부 복사(BACKUP_S3_URI)를 쓰거나 백업을 서버의 시계에
# 맡기려면 이것을 쓰고 backup 컨테이너는 멈추세요: docker compose stop backup
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$HERE/../scripts/lib/common.sh"

case ${1:-} in '') REMOVE=no ;; --remove) REMOVE=yes ;; *) usage "$0" >&2; exit 64 ;; esac

# place FILE: the file with this folder's path in it.
place() { sed "s|@DEPLOY@|$(printf '%s' "$DEPLOY" | sed 's/[\\&|]/\\&/g')|g" "$HERE/$1"; }

launchd() {
  local agents=$HOME/Library/LaunchAgents name
  mkdir -p "$agents" "$DEPLOY/data"
  for name in kr.co.joonbi.backup kr.co.joonbi.check; do
    launchctl bootout "gui/$(id -u)/$name" 2>/dev/null || true
    rm -f "$agents/$name.plist"
    [ $REMOVE = no ] || continue
    place "$name.plist" >"$agents/$name.plist"
    launchctl bootstrap "gui/$(id -u)" "$agents/$name.plist"
  done
}

systemd() {
  local units=/etc/systemd/system unit
  for unit in joonbi-backup joonbi-check; do
    systemctl disable --now "$unit.timer" >/dev/null 2>&1 || true
    rm -f "$units/$unit.service" "$units/$unit.timer"
    [ $REMOVE = no ] || continue
    (umask 022 && place "$unit.service" >"$units/$unit.service" && place "$unit.timer" >"$units/$unit.timer")
  done
  systemctl daemon-reload
  [ $REMOVE = yes ] || systemctl enable --now joonbi-backup.timer joonbi-check.timer
}

crontabs() {
  {
    crontab -l 2>/dev/null | sed '/^# joonbi begin$/,/^# joonbi end$/d'
    [ $REMOVE = yes ] || { echo '# joonbi begin'; place joonbi.crontab; echo '# joonbi end'; }
  } | crontab -
}

if [ "$(uname -s)" = Darwin ]; then
  launchd
elif [ -d /run/systemd/system ]; then
  [ "$(id -u)" = 0 ] || die "systemd에 등록하려면 root여야 합니다." "sudo $0 ${1:-}"
  systemd
elif command -v crontab >/dev/null; then
  crontabs
else
  die "launchd, systemd, crontab 중 아무것도 없습니다." "cron 패키지를 설치하세요."
fi
if [ $REMOVE = yes ]; then say "등록을 지웠습니다."; else say "등록했습니다: 매일 03:30 백업, 매주 월요일 09:00 보안 점검."; fi
