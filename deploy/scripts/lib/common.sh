# shellcheck shell=bash
# What the operators' scripts share. Sourced, never run. bash 3.2 (macOS) and BSD tools must do.

DEPLOY=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
ENV_FILE=${ENV_FILE:-$DEPLOY/.env}
umask 077

# `grep -q` ends at the first match and may cut off whoever still writes to it, which `pipefail` takes for a failure, now
# and then. So nothing is piped into it: it reads a here-string.

say() { printf '%s\n' "$*"; }
step() { printf '\n▸ %s\n' "$*"; }
warn() { printf '주의: %s\n' "$*" >&2; }
die() {
  printf '오류: %s\n' "$1" >&2
  [ $# -lt 2 ] || printf '다음에 할 일: %s\n' "$2" >&2
  exit 1
}

# usage FILE: the script's own head, between its first line and the first line that is no comment.
usage() { awk 'NR > 1 && !/^#/ { exit } NR > 1 { sub(/^# ?/, ""); print }' "$1"; }

# env_value NAME: as Compose reads it from .env; the file is read, never executed.
env_value() {
  [ -f "$ENV_FILE" ] || return 0
  sed -n "s/^[[:space:]]*$1[[:space:]]*=[[:space:]]*//p" "$ENV_FILE" | tail -n 1 | sed -e 's/[[:space:]]*$//' -e 's/^"\(.*\)"$/\1/' -e "s/^'\(.*\)'\$/\1/"
}

# setting NAME DEFAULT: the environment first, then .env.
setting() {
  local value=${!1:-}
  [ -n "$value" ] || value=$(env_value "$1")
  printf '%s\n' "${value:-$2}"
}

# secret_setting NAME: the value, or what the file in NAME_FILE holds.
secret_setting() {
  local file
  file=$(setting "${1}_FILE" '')
  if [ -n "$file" ]; then cat "$file"; else setting "$1" ''; fi
}

# A path in .env is relative to the folder of the Compose files.
absolute() { case $1 in /*) printf '%s\n' "$1" ;; *) printf '%s/%s\n' "$DEPLOY" "${1#./}" ;; esac; }

data_dir() { absolute "$(setting DATA_DIR ./data)"; }

# Which Compose files are meant: COMPOSE_FILE as Compose itself knows it, else the production pair.
compose() {
  COMPOSE_FILE=${COMPOSE_FILE:-$DEPLOY/docker-compose.yml:$DEPLOY/docker-compose.prod.yml} \
    docker compose --project-directory "$DEPLOY" "$@"
}

# Seoul, in the form that needs no time zone files (the alpine image has none).
now() { TZ=KST-9 date +%Y%m%d_%H%M%S; }

# ---- one at a time -------------------------------------------------------------------------------------------------

# lock FOLDER WHAT: a folder is made by one only. A lock whose owner is gone is taken over; an owner on another host
# (a container on the same disk) cannot be asked, so its lock counts for six hours.
lock() {
  local place=$1 owner host pid
  mkdir -p "$(dirname "$place")"
  if ! mkdir "$place" 2>/dev/null; then
    owner=$(cat "$place/owner" 2>/dev/null || true)
    host=${owner%% *} pid=${owner##* }
    if [ "$host" = "$(hostname)" ] && ! lives "$pid" || [ -n "$(find "$place" -maxdepth 0 -mmin +360 2>/dev/null)" ]; then
      mv "$place" "$place.gone.$$" 2>/dev/null && rm -rf "$place.gone.$$"
    fi
    mkdir "$place" 2>/dev/null || die "$2 작업이 이미 진행 중입니다 (${owner:-알 수 없음})." "끝날 때까지 기다렸다가 다시 실행하세요."
  fi
  printf '%s %s\n' "$(hostname)" $$ >"$place/owner"
}

lives() {
  [ -n "$1" ] && kill -0 "$1" 2>/dev/null || return 1
  [ ! -r "/proc/$1/cmdline" ] || grep -q '\.sh' <<<"$(tr '\0' ' ' <"/proc/$1/cmdline")"
}

unlock() { rm -rf "$1"; }
