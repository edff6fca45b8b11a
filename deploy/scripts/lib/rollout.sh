# shellcheck shell=bash
# The new container beside the old one, and nginx led from one to the other. deploy/nginx/snippets/upstreams.conf tells
# the same from nginx's side.
#
# $DATA/nginx/SERVICE.conf is the truth about who serves. Normally it names the service. While two containers of a
# service exist it names one of them, because the service's name leads to both.

aim() {
  mkdir -p "$DATA/nginx"
  printf 'server %s:%s;\n' "$3" "$2" >"$DATA/nginx/.$1.new"
  chmod 644 "$DATA/nginx/.$1.new"
  mv "$DATA/nginx/.$1.new" "$DATA/nginx/$1.conf"
}

aimed_at() { sed -n 's/^server \([^:]*\):.*/\1/p' "$DATA/nginx/$1.conf" 2>/dev/null || true; }

reload() { [ -z "$(containers_of nginx)" ] || compose exec -T nginx /etc/joonbi/reload.sh </dev/null; }

# settle SERVICE PORT: what a deployment that broke off has left. The one that nginx serves from stays.
settle() {
  local service=$1 port=$2 served one keep=
  # shellcheck disable=SC2046  # ids, one a line
  set -- $(all_containers_of "$service")
  [ $# -gt 1 ] || return 0
  say "중단된 배포가 남긴 $service 컨테이너를 정리합니다."
  served=$(aimed_at "$service")
  for one in "$@"; do
    if [ "$(container_name "$one")" = "$served" ]; then keep=$one; fi
  done
  if [ -z "$keep" ]; then
    for one in "$@"; do if [ "$(state_of "$one")" = healthy ]; then keep=${keep:-$one}; fi; done
    keep=${keep:-$1}
    aim "$service" "$port" "$(container_name "$keep")"
    reload
  fi
  for one in "$@"; do [ "$one" = "$keep" ] || retire "$one"; done
  aim "$service" "$port" "$service"
  reload
}

# Asked to stop it finishes what it has begun; see SHUTDOWN_DELAY.
retire() { docker stop -t 45 "$1" >/dev/null 2>&1; docker rm -f "$1" >/dev/null 2>&1 || true; }

# roll SERVICE PORT
roll() {
  local service=$1 port=$2 old
  old=$(containers_of "$service")
  step "$service 를 새 버전으로 바꿉니다."
  if [ -z "$old" ]; then
    compose up -d --no-deps "$service" </dev/null
    await_healthy "$(containers_of "$service")" 120 || { show_why "$(containers_of "$service")"; die "$service 가 시작되지 않습니다." "위의 기록을 확인하세요."; }
    aim "$service" "$port" "$service"
    return
  fi
  aim "$service" "$port" "$(container_name "$old")"
  # shellcheck disable=SC2034  # what deploy.sh abandons when it has to end now
  ROLLING=$service
  OLD=$old NEW=
  compose up -d --no-deps --no-recreate --scale "$service=2" "$service" </dev/null
  NEW=$(containers_of "$service" | grep -vxF "$old" || true)
  [ -n "$NEW" ] || die "새 컨테이너가 만들어지지 않았습니다."
  await_healthy "$NEW" "${HEALTH_TIMEOUT:-120}" || { show_why "$NEW"; die "새 버전이 건강 검사를 통과하지 못했습니다." "위의 기록을 보고 고친 뒤 다시 배포하세요."; }
  aim "$service" "$port" "$(container_name "$NEW")"
  reload || die "nginx가 새 설정을 받아들이지 않았습니다."
  watch "$service" || { show_why "$NEW"; die "새 버전이 nginx를 거쳐 제대로 응답하지 않습니다." "위의 기록과 docker compose logs nginx 를 확인하세요."; }
  # From here on there is no way back to the old one, and no need for it.
  trap '' INT TERM HUP
  retire "$old"
  aim "$service" "$port" "$service"
  reload || true
  # shellcheck disable=SC2034
  ROLLING=
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  say "$service: $(container_name "$NEW")"
}

# abandon SERVICE: back to the old container, which has never stopped serving.
abandon() {
  local port=4000
  [ "$1" = api ] || port=3000
  aim "$1" "$port" "$(container_name "$OLD")"
  reload || true
  for NEW in $(all_containers_of "$1" | grep -vxF "$OLD" || true); do docker rm -f "$NEW" >/dev/null 2>&1 || true; done
  aim "$1" "$port" "$1"
  reload || true
  say "되돌렸습니다: $1 은(는) 이전 컨테이너 $(container_name "$OLD") 가 계속 맡습니다."
}

show_why() { say "--- $(container_name "$1") 의 마지막 기록"; docker logs --tail 25 "$1" 2>&1 || true; say "---"; }

# Through nginx, as a customer comes. The certificate may still be the provisional one. An answer that is a refusal is shown.
ask() {
  local domain port
  domain=$(setting DOMAIN localhost) port=$(setting HTTPS_PORT 443)
  curl --silent --show-error --fail-with-body --insecure --max-time 5 --resolve "$domain:$port:127.0.0.1" "https://$domain:$port$1"
}

serves() {
  local tries=30
  until ask /api/health/ready >/dev/null 2>&1 && ask / >/dev/null 2>&1; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || return 1
    sleep 1
  done
}

# A few seconds in which the new version has to answer each time, and to be the new one.
watch() {
  local round answer
  [ -n "$(containers_of nginx)" ] || return 0
  for round in 1 2 3 4 5; do
    if [ "$1" = api ]; then
      answer=$(ask /api/health/ready) || { say "$answer"; return 1; }
      grep -qF "\"version\":\"$VERSION" <<<"$(ask /api/health)" || { say "다른 버전이 응답합니다 ($round)."; return 1; }
    else
      ask / >/dev/null || return 1
    fi
    sleep 1
  done
}
