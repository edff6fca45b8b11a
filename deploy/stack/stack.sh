#!/usr/bin/env bash
# 배포 전체를 실제로 해 봅니다: 이미지 빌드, Compose, TLS를 거친 주된 업무, 백업과 복원, 요청 속의 배포와 되돌리기.
#
#   stack.sh test      처음부터 끝까지. 마지막 줄은 "N passed, N failed"
#   stack.sh able      이 컴퓨터에서 할 수 있는지, 없다면 왜인지
#
# 배포하는 동안의 요청 수는 LOAD_PER_SECOND입니다 (기본 초당 200건).
#
# Docker가 없는 데비안에서 root로 실행합니다 (CI). 기본 이미지는 데비안으로 만든 대역이고, 그래서 무엇이 증명되지 않는지는
# README.md에 있습니다. 결과와 기록은 STACK_HOME(기본 /var/cache/joonbi-stack)에 남습니다.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
ROOT=$(cd "$HERE/../.." && pwd -P)
. "$HERE/engine.sh"
. "$HERE/images.sh"
. "$HERE/house.sh"
. "$HERE/steps.sh"

WORK=$STACK_HOME/work
LOAD_PER_SECOND=${LOAD_PER_SECOND:-200}
export STACK_WORK=$WORK STACK_HOME STACK_NAMESPACE
PASSED=0 FAILED=0

say() { printf '%s\n' "$*"; }
step() { printf '\n[%3ds] %s\n' $SECONDS "$*"; }

# check WHAT COMMAND…: one line and one count; a failure shows what the script said last.
check() {
  local what=$1
  shift
  if "$@" >"$WORK/check.log" 2>&1 </dev/null; then
    PASSED=$((PASSED + 1))
    say "  ok      $what"
  else
    FAILED=$((FAILED + 1))
    say "  NOT OK  $what"
    tail -n 12 "$WORK/check.log" | sed 's/^/          | /'
    # nginx says this of each server at each start: the stand-in's certificate has no issuer.
    [ ! -s "$WORK/said.log" ] || sed -e '/"ssl_stapling" ignored/d' -e 's/^/          : /' "$WORK/said.log" | tail -n 40
  fi
}

clean_up() {
  local code=$? job
  trap - EXIT
  trap '' INT TERM HUP
  stop_load
  # A deployment that was cut off with this script would go on in the next one's installation.
  for job in $(jobs -p); do pkill -KILL -P "$job" 2>/dev/null || true; done
  [ -z "${SANDBOX_PID:-}" ] || kill "$SANDBOX_PID" 2>/dev/null || true
  engine_stop
  umount "$WORK/host-network" 2>/dev/null || true
  if [ $FAILED = 0 ] && [ $code = 0 ]; then rm -rf "$WORK/joonbi studio" "$WORK/sandbox"; fi
  [ $code = 0 ] || FAILED=$((FAILED + 1))
  say ""
  say "$PASSED passed, $FAILED failed"
  [ $FAILED = 0 ] || exit 1
  exit 0
}

run_test() {
  local obstacle
  obstacle=$(engine_obstacle)
  [ -z "$obstacle" ] || { say "이 컴퓨터에서는 할 수 없습니다: $obstacle"; exit 69; }
  mkdir -p "$WORK"
  trap clean_up EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  : >"$WORK/said.log"
  step "컨테이너 엔진과 대역 이미지를 준비합니다."
  engine_install
  engine_configure
  umount "$WORK/host-network" 2>/dev/null || true
  : >"$WORK/host-network"
  mount --bind /proc/self/ns/net "$WORK/host-network"
  engine_start
  prepare_house
  base_images
  all_steps
}

# One run at a time. The lock is another process's to hold (-o): what this one starts beside itself may outlive it.
case ${1:-} in
  test)
    mkdir -p "$STACK_HOME"
    [ -n "${STACK_LOCKED:-}" ] || STACK_LOCKED=yes exec flock -n -o -E 69 "$STACK_HOME/lock" "$0" test
    run_test
    ;;
  able) [ -z "$(engine_obstacle)" ] || { engine_obstacle; exit 1; } ;;
  *) sed -n '2,11s/^# \{0,1\}//p' "$0"; exit 64 ;;
esac
