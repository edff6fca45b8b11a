#!/usr/bin/env bash
# 개발 환경을 Docker로 시작합니다: 소스를 저장하면 바로 반영되고, 외부 서비스는 대역(샌드박스)이 맡습니다.
#
#   ./dev.sh          시작하고 기록을 보여 줍니다 (Ctrl-C로 끝냅니다)
#   ./dev.sh -d       뒤에서 실행합니다
#   ./dev.sh down     끝냅니다. 데이터는 남습니다
#
# Docker 없이 더 가볍게 시작하려면 저장소의 ./joonbi run 을 쓰세요.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$HERE/lib/common.sh"

export COMPOSE_FILE=$DEPLOY/docker-compose.yml:$DEPLOY/docker-compose.dev.yml
docker compose version >/dev/null 2>&1 || die "Docker와 Compose가 필요합니다." "macOS: Docker Desktop 또는 OrbStack, Linux: docker-compose-plugin 을 설치하세요."

case ${1:-} in
  down) compose down; exit ;;
  '' | -d) ;;
  *) usage "$0" >&2; exit 64 ;;
esac

if [ ! -f "$ENV_FILE" ]; then
  cp "$DEPLOY/.env.example" "$ENV_FILE"
  say ".env를 만들었습니다. 개발에는 고칠 것이 없습니다."
fi
"$HERE/make-secrets.sh"
# Development never talks to a real vendor: the overlay points at the sandbox, these only have to be there.
for name in discord_webhook_url resend_api_key; do
  [ -s "$DEPLOY/secrets/api/$name" ] || printf 'sandbox\n' >"$DEPLOY/secrets/api/$name"
done

say ""
say "접속 주소 (처음에는 빌드에 몇 분 걸립니다)"
say "  웹         http://localhost:3000"
say "  API 문서   http://localhost:4000/api/docs"
say "  샌드박스   http://localhost:4010"
say "  DB         127.0.0.1:5432"
say "  기록: docker compose logs -f    끝내기: ./dev.sh down"
say ""
if [ "${1:-}" = -d ]; then compose up -d --build; else compose up --build; fi
