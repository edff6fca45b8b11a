# shellcheck shell=bash
# Containers of a service, asked and awaited.

# Every container of a service, and those that run. (Compose's own `ps -q` means the one or the other, by its version.)
all_containers_of() { compose ps -a -q "$1" 2>/dev/null </dev/null || true; }
containers_of() {
  local one
  for one in $(all_containers_of "$1"); do
    if [ "$(docker inspect --format '{{.State.Running}}' "$one" 2>/dev/null)" = true ]; then printf '%s\n' "$one"; fi
  done
}

container_name() { docker inspect --format '{{.Name}}' "$1" | sed 's:^/::'; }

# state_of CONTAINER: healthy, starting, unhealthy, or what it is when it does not run at all.
state_of() {
  local running
  running=$(docker inspect --format '{{.State.Status}}' "$1" 2>/dev/null || echo gone)
  if [ "$running" = running ]; then
    docker inspect --format '{{if .State.Health}}{{.State.Health.Status}}{{else}}healthy{{end}}' "$1" 2>/dev/null || echo gone
  else
    printf '%s\n' "$running"
  fi
}

# await_healthy CONTAINER SECONDS
await_healthy() {
  local until=$((SECONDS + $2)) state=
  while [ $SECONDS -lt $until ]; do
    state=$(state_of "$1")
    case $state in
      healthy) return 0 ;;
      starting | running | created | '' | unhealthy) sleep 1 ;;
      *) break ;;
    esac
  done
  warn "컨테이너 $(container_name "$1" 2>/dev/null || echo "$1") 의 상태: ${state:-알 수 없음}"
  return 1
}
