#!/usr/bin/env bash
# 새 버전을 서비스를 멈추지 않고 올립니다. 새 컨테이너가 건강하지 않으면 스스로 되돌립니다.
#
#   ./deploy.sh                            지금 체크아웃한 소스를 빌드해 올립니다
#   ./deploy.sh --version 1.2.0            버전 이름을 정합니다
#   ./deploy.sh --version 1.2.0 --no-build 이미 있는 이미지(joonbi-api:1.2.0, joonbi-web:1.2.0)를 올립니다
#   ./deploy.sh --rollback                 바로 전 버전으로 돌아갑니다
#
# 순서: 설정과 보안 점검 → 빌드 → 검증된 백업 → 마이그레이션 → 새 컨테이너를 옛것 옆에 시작 → 건강하면 nginx를
#       새것으로 → 지켜보기 → 옛것은 하던 일을 마치고 종료. 어디서 멈춰도 서비스는 그대로이고, 다시 실행하면 마무리합니다.
# 마이그레이션은 되돌리지 않습니다: 모든 변경은 바로 전 버전도 함께 돌아가도록 나누어 적용합니다 (db/README.md).
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$HERE/lib/common.sh"
. "$HERE/lib/containers.sh"
. "$HERE/lib/database.sh"
. "$HERE/lib/rollout.sh"
. "$HERE/lib/alert.sh"

VERSION='' BUILD=yes
while [ $# -gt 0 ]; do
  case $1 in
    --version) VERSION=${2:-}; [ -n "$VERSION" ] || die "--version 뒤에 버전을 적어 주세요."; shift 2 ;;
    --no-build) BUILD=no; shift ;;
    --rollback) BUILD=no; VERSION=previous; shift ;;
    *) usage "$0" >&2; exit 64 ;;
  esac
done

DATA=$(data_dir)
HISTORY=$DATA/deploy/history
LOCK=$DATA/deploy/lock
DONE=no

finish() {
  local code=$?
  trap - EXIT
  trap '' INT TERM HUP
  if [ $DONE = no ] && [ -n "${ROLLING:-}" ]; then abandon "$ROLLING"; fi
  unlock "$LOCK"
  if [ $code != 0 ]; then
    say ""
    say "배포하지 못했습니다. 이전 버전이 그대로 서비스하고 있습니다."
    alert "배포가 실패해 이전 버전을 그대로 두었습니다 ($VERSION, $(hostname))."
  fi
  exit $code
}

choose_version() {
  local commit
  commit=$(git -C "$DEPLOY/.." rev-parse --short HEAD 2>/dev/null || echo unknown)
  if [ "$VERSION" = previous ]; then
    VERSION=$({ tail -n 2 "$HISTORY" 2>/dev/null || true; } | sed -n 1p)
    if [ -z "$VERSION" ] || [ "$VERSION" = "$(tail -n 1 "$HISTORY")" ]; then die "돌아갈 이전 버전의 기록이 없습니다."; fi
  elif [ -z "$VERSION" ]; then
    VERSION=$(git -C "$DEPLOY/.." describe --tags --exact-match 2>/dev/null | sed 's/^v//' || true)
    VERSION=${VERSION:-0.1.0-$(now | tr -d _).$commit}
  fi
  case $VERSION in *[!A-Za-z0-9.-]*) die "버전에는 영문자, 숫자, 점, 빼기만 쓸 수 있습니다: $VERSION" ;; esac
  export JOONBI_VERSION=$VERSION JOONBI_COMMIT=$commit
}

check() {
  step "설정을 점검합니다."
  [ -f "$ENV_FILE" ] || die ".env 파일이 없습니다." "cp .env.example .env 로 만들고 값을 채운 뒤 make-secrets.sh 를 실행하세요."
  command -v curl >/dev/null || die "curl이 필요합니다."
  compose config -q || die "Compose 설정이 올바르지 않습니다." "위의 메시지를 고치세요."
  "$HERE/check-security.sh" --must || die "보안 점검에서 반드시 고쳐야 할 것이 있습니다." "위의 ✗ 줄을 고친 뒤 다시 실행하세요."
}

build() {
  if [ $BUILD = yes ]; then
    step "이미지를 만듭니다: $VERSION"
    compose build api web || die "빌드하지 못했습니다." "위의 메시지를 확인하세요."
  fi
  docker image inspect "joonbi-api:$VERSION" "joonbi-web:$VERSION" >/dev/null 2>&1 || die "이미지가 없습니다: joonbi-api:$VERSION, joonbi-web:$VERSION" "--no-build 없이 실행하거나 이미지를 먼저 받으세요."
  compose run --rm -T --no-deps api config check </dev/null || die "새 버전이 지금 설정을 받아들이지 않습니다." "위에 표시된 설정을 .env에서 고치세요."
}

prepare_database() {
  local migrated
  if [ -z "$(containers_of db)" ]; then compose up -d --no-deps db </dev/null; fi
  await_healthy "$(containers_of db)" 120 || die "데이터베이스가 시작되지 않습니다." "docker compose logs db 를 확인하세요."
  choose_database
  migrated=$(echo "select to_regclass('public.schema_migrations') is not null;" | sql "$DB_NAME") || die "데이터베이스를 읽을 수 없습니다." "docker compose logs db 를 확인하세요."
  if [ "$migrated" = t ]; then
    step "백업합니다 (아무것도 멈추기 전에)."
    "$HERE/backup-db.sh" || die "백업하지 못해 배포를 시작하지 않았습니다." "위의 메시지를 해결한 뒤 다시 실행하세요."
  fi
  step "역할과 권한을 맞춥니다."
  # A new version may bring a role that its migrations grant something to.
  "$HERE/init-db.sh" </dev/null || die "데이터베이스의 역할을 맞추지 못했습니다." "위의 메시지를 해결한 뒤 다시 실행하세요."
  step "마이그레이션을 적용합니다."
  # 2: there is something to apply.
  compose run --rm -T --no-deps migrate migrate --plan </dev/null || [ $? = 2 ] || die "마이그레이션 계획을 만들지 못했습니다." "secrets/migrate 와 데이터베이스의 상태를 확인하세요."
  compose run --rm -T --no-deps migrate </dev/null || die "마이그레이션이 실패했습니다. 실패한 스크립트는 적용되지 않았습니다." "위의 메시지를 확인하고 스크립트를 고친 뒤 다시 실행하세요."
}

# .env names the version, so that a plain `docker compose up -d` means this one from now on.
remember() {
  local fresh=$ENV_FILE.new.$$ old
  { grep -v '^JOONBI_VERSION=' "$ENV_FILE" || true; printf 'JOONBI_VERSION=%s\n' "$VERSION"; } >"$fresh"
  mv "$fresh" "$ENV_FILE"
  [ "$(tail -n 1 "$HISTORY" 2>/dev/null)" = "$VERSION" ] || printf '%s\n' "$VERSION" >>"$HISTORY"
  # Three versions to go back to; older images only fill the disk.
  sort -u "$HISTORY" | { grep -vxF -f <(tail -n 3 "$HISTORY") || true; } | while IFS= read -r old; do
    docker image rm "joonbi-api:$old" "joonbi-web:$old" >/dev/null 2>&1 </dev/null || true
  done
}

mkdir -p "$DATA/deploy"
lock "$LOCK" 배포
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP
choose_version
say "준비스튜디오 $VERSION 을(를) 올립니다."
check
build
prepare_database
settle api 4000
settle web 3000
roll api 4000
roll web 3000
compose up -d --no-deps --no-recreate nginx </dev/null
compose config --services | { grep -xE 'certbot|backup' || true; } | while IFS= read -r service; do
  compose up -d --no-deps --no-recreate "$service" </dev/null
done
serves || die "nginx를 거쳐 응답하지 않습니다." "docker compose ps 와 docker compose logs nginx 를 확인하세요."
remember
DONE=yes
say ""
say "배포 완료 (${SECONDS}초): $VERSION"
