# shellcheck shell=bash
# What stack.sh does with the stack, and what has to be so. Sourced by stack.sh.

all_steps() {
  first_deployment
  main_job
  backup_and_restore
  second_version
  bad_version
  interrupted
  take_down
}

first_deployment() {
  step "처음 배포합니다 (1.0.0): 이미지 빌드, 마이그레이션, 시작."
  check "./deploy.sh --version 1.0.0" run deploy.sh --version 1.0.0
  check "1.0.0 answers through nginx with TLS" is "$(served_version)" 1.0.0
  check "the API image is under 150 MB without its base" own_size_below joonbi-api:1.0.0 150
  check "the API runs as user 1654, on a read-only disk, without capabilities" confined_api
  check "only nginx is published" only_nginx_is_published
  check "the database is out of nginx's reach" not docker_compose exec -T nginx getent hosts db
  check "check-security.sh says yes to all that must be" run check-security.sh --must
  check "check-security.sh says no to a weak key" weak_key_is_found
}

main_job() {
  step "주된 업무: 가입 → 상담 → Clawdbot → PDF 네 개, 모두 nginx와 TLS를 거쳐."
  start_sandbox
  check "a customer gets the four documents" inside node "$HERE/main-job.mjs" run "$WORK/customer.json" "$DOMAIN" "$DATA/ssl/fullchain.pem"
}

customer_still_has_everything() { inside node "$HERE/main-job.mjs" check "$WORK/customer.json" "$DOMAIN" "$DATA/ssl/fullchain.pem"; }

backup_and_restore() {
  local backup file
  step "백업 → 파괴 → 복원."
  check "./backup-db.sh" run backup-db.sh
  backup=$(find "$DATA/backups" -maxdepth 1 -name 'joonbi_*' | sort | tail -n 1)
  fingerprint >"$WORK/before.txt"
  docker_compose exec -T -u postgres db psql -q -U joonbi -d joonbi -c 'truncate users cascade' >/dev/null 2>&1 </dev/null
  rm -rf "$DATA"/uploads/[0-9a-f]*
  check "what was there is gone" not customer_still_has_everything
  cp -R "$backup" "$WORK/damaged"
  file=$WORK/damaged/database.dump
  printf '\377' | dd of="$file" bs=1 seek=$(($(wc -c <"$file") / 2)) conv=notrunc 2>/dev/null
  check "a damaged backup is refused" refused_restore "$WORK/damaged"
  rm -rf "$WORK/damaged"
  check "./restore-db.sh latest --yes" run restore-db.sh latest --yes
  check "every table is as it was" same_fingerprint
  check "the customer logs in and downloads the same four documents" customer_still_has_everything
  check "the database before is kept" docker_compose exec -T -u postgres db sh -c "psql -U joonbi -d postgres -Atc 'select datname from pg_database' | grep joonbi_before_"
}

second_version() {
  step "초당 ${LOAD_PER_SECOND}건 속에서 1.1.0을 배포합니다."
  # Built as deploy.sh will build it, which then finds it done: a compiler on the same two cores is not what is measured.
  (JOONBI_COMMIT=$(git -C "$HOUSE" rev-parse --short HEAD) && export JOONBI_VERSION=1.1.0 JOONBI_COMMIT && docker_compose build api web) >"$WORK/build.log" 2>&1 || true
  start_load
  run deploy.sh --version 1.1.0 &
  sleep 2
  check "a second deployment at once is refused" refused_second_deployment
  check "./deploy.sh --version 1.1.0" wait $!
  end_load
  check "no request was dropped: $(load_figures)" load_was_served
  check "1.1.0 answers" is "$(served_version)" 1.1.0
  check "one API container is left" one_api
  check "the stream of the old nginx workers has ended and the customer is served" customer_still_has_everything
}

bad_version() {
  step "초당 ${LOAD_PER_SECOND}건 속에서, 건강 검사를 통과하지 못하는 1.2.0을 배포합니다."
  printf 'FROM docker.io/library/joonbi-api:1.1.0\nENV ASPNETCORE_URLS=http://127.0.0.1:4999\n' >"$WORK/bad.Dockerfile"
  build_image -t docker.io/library/joonbi-api:1.2.0 -f "$WORK/bad.Dockerfile" "$WORK" >/dev/null
  podman tag docker.io/library/joonbi-web:1.1.0 docker.io/library/joonbi-web:1.2.0
  start_load
  check "deploy.sh fails and says what to do" bad_deployment
  end_load
  check "nobody noticed: $(load_figures)" load_was_served
  check "1.1.0 still answers" is "$(served_version)" 1.1.0
  check "one API container is left" one_api
}

interrupted() {
  step "배포하는 도중에 스크립트를 죽입니다."
  run deploy.sh --version 1.0.0 --no-build &
  check "deploy.sh is killed while two containers stand side by side" kill_when_two_containers $!
  check "the service goes on" is "$(served_version)" 1.1.0
  check "the next deployment finishes the work" run deploy.sh --version 1.0.0 --no-build
  check "1.0.0 answers" is "$(served_version)" 1.0.0
  check "one API container is left" one_api
  check "--rollback goes back to 1.1.0" run deploy.sh --rollback
  check "1.1.0 answers" is "$(served_version)" 1.1.0
}

take_down() {
  step "모두 내립니다."
  check "docker compose down" docker_compose down --remove-orphans
  check "no container is left" is "$(inside podman ps --all --quiet | wc -l)" 0
}

# ---- what is asked -------------------------------------------------------------------------------------------------

is() { [ "$1" = "$2" ] || { printf 'is %s, not %s\n' "$1" "$2"; return 1; }; }
not() { if "$@"; then return 1; fi; }
one_api() { is "$(containers api | wc -l)" 1; }

own_size_below() {
  local whole base
  whole=$(podman image inspect --format '{{.Size}}' "$1") base=$(podman image inspect --format '{{.Size}}' "$STACK_BASE")
  printf '%s MB of its own\n' $(((whole - base) / 1000000))
  [ $(((whole - base) / 1000000)) -lt "$2" ]
}

confined_api() {
  local api
  api=$(containers api)
  is "$(inside podman inspect --format '{{.HostConfig.ReadonlyRootfs}}' "$api")" true
  is "$(awk '/^Uid:/ { print $2 }' "/proc/$(inside podman inspect --format '{{.State.Pid}}' "$api")/status")" 1654
  is "$(awk '/^CapEff:/ { print $2 }' "/proc/$(inside podman inspect --format '{{.State.Pid}}' "$api")/status")" 0000000000000000
}

only_nginx_is_published() { is "$(inside podman ps --format '{{.Names}} {{.Ports}}' | awk 'NF > 1 && / 0\.0\.0\.0|->/ { print $1 }' | sort -u)" joonbi-nginx; }

weak_key_is_found() {
  local key=$DEPLOY/secrets/api/internal_api_key kept
  kept=$(cat "$key")
  chmod 644 "$key"
  printf 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n' >"$key"
  not run check-security.sh --must
  printf '%s\n' "$kept" >"$key"
  grep -q '✗ INTERNAL_API_KEY' "$WORK/said.log"
}

# By another way than the scripts count: every row of every table, ordered.
fingerprint() {
  local table
  docker_compose exec -T -u postgres db psql -U joonbi -d joonbi -Atc "select oid::regclass::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1" </dev/null |
    while IFS= read -r table; do
      printf '%s ' "$table"
      docker_compose exec -T -u postgres db psql -U joonbi -d joonbi -Atc "select count(*), md5(string_agg(t::text, '|' order by t::text)) from $table t" </dev/null
    done
}

# Sessions and deliveries go on while the service runs; what the restore promises is looked at before it is used again.
same_fingerprint() {
  fingerprint >"$WORK/after.txt"
  diff "$WORK/before.txt" "$WORK/after.txt"
}

refused_restore() {
  not run restore-db.sh "$1" --yes && grep -q '이 백업은 쓸 수 없습니다' "$WORK/said.log"
}

refused_second_deployment() {
  (cd "$DEPLOY" && PATH="$HERE/path:$PATH" inside ./scripts/deploy.sh --version 9.9.9) >"$WORK/second.log" 2>&1 && return 1
  grep -q '이미 진행 중' "$WORK/second.log"
}

bad_deployment() {
  HEALTH_TIMEOUT=25 not run deploy.sh --version 1.2.0 --no-build && grep -q '건강 검사를 통과하지 못했습니다' "$WORK/said.log" && grep -q '다음에 할 일' "$WORK/said.log"
}

# kill_when_two_containers JOB: the job is deploy.sh. One that ended before is a failure, and the check shows what it said.
kill_when_two_containers() {
  local host pid
  until [ "$(containers api | wc -l)" = 2 ]; do
    kill -0 "$1" || return 1
    sleep 0.1
  done
  read -r host pid <"$DATA/deploy/lock/owner" || return 1
  printf '%s: kill -9 %s\n' "$host" "$pid"
  kill -KILL "$pid"
  wait "$1" 2>/dev/null || true
}

# ---- load ----------------------------------------------------------------------------------------------------------

# 80 customers with an address each, so that the limits for one address are on and not met. They live next door: containers
# are given one address after the other, and after a hundred would have met them.
start_load() {
  local bridge n
  bridge=$(inside ip -o -4 address show | awk -v gateway="$GATEWAY/" 'index($4, gateway) == 1 { print $2 }')
  # A bridge takes the lowest address of its ports for its own: one that is said stays, also when a container joins, and
  # nobody's neighbour table goes stale. (Docker does this by itself.)
  inside ip link set dev "$bridge" address "$(inside ip -o link show dev "$bridge" | sed 's/.*link\/ether \([0-9a-f:]*\).*/\1/')"
  for n in $(seq 120 199); do inside ip address replace "172.30.41.$n/32" dev lo; done
  rm -f "$WORK/load.json"
  # Not by `inside`: a function in the background is a shell of its own, and the signal that ends the load would be for that.
  nsenter --net="/run/netns/$STACK_NAMESPACE" node "$HERE/load.mjs" "$(address_of nginx)" "$DOMAIN" "$DATA/ssl/fullchain.pem" "$LOAD_PER_SECOND" >"$WORK/load.json" 2>"$WORK/load.log" </dev/null &
  LOAD_PID=$!
  sleep 2
}

end_load() {
  sleep 2
  kill -INT "$LOAD_PID" 2>/dev/null || true
  wait "$LOAD_PID" 2>/dev/null || true
  LOAD_PID=
}

stop_load() { [ -z "${LOAD_PID:-}" ] || kill -KILL "$LOAD_PID" 2>/dev/null || true; }
load_figures() { tail -n 1 "$WORK/load.json"; }
load_was_served() { node -e 'const [load, rate] = process.argv.slice(1).map((text) => JSON.parse(text)); process.exit(load.failed === 0 && load.perSecond >= rate * 0.95 && load.sent > rate * 10 ? 0 : 1)' "$(load_figures)" "$LOAD_PER_SECOND" || { inside podman logs --tail 8 "$(containers nginx)" 2>&1; head -n 4 "$WORK/load.log"; return 1; }; }
