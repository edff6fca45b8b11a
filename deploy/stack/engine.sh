# shellcheck shell=bash
# A container engine for the stack test on a machine that has none: Debian's podman with runc, in a network namespace
# of its own, so that neither the machine's ports nor its iptables are touched. Sourced by stack.sh; needs root.
#
#   STACK_HOME   images, layers and the stand-ins' root file system; kept between runs, so that a second run is quick
#
# What is unusual here and why:
#   runc             Debian's crun refuses the hybrid cgroup layout that many containers and CI machines have
#   default_ulimits  without CAP_SYS_RESOURCE podman may not raise limits as it would like to
#   cgroupfs, file   there is no systemd to ask
#   names.mjs        instead of aardvark-dns, which is not where the engine looks for its helpers
#   health loop      for the same reason nothing else would run the containers' health checks

STACK_HOME=${STACK_HOME:-/var/cache/joonbi-stack}
STACK_NAMESPACE=${STACK_NAMESPACE:-joonbi-stack}
STACK_PACKAGES="podman buildah runc netavark iptables iproute2 debootstrap docker-compose"

# Why this machine cannot run the stack; silent when it can.
engine_obstacle() {
  if [ "$(uname -s)" != Linux ]; then echo "리눅스가 아닙니다 ($(uname -s))."
  elif [ "$(id -u)" != 0 ]; then echo "root로 실행해야 합니다."
  elif ! command -v apt-get >/dev/null; then echo "데비안 계열이 아닙니다 (apt-get이 없습니다)."
  elif ! unshare --net --mount mount -t tmpfs tmpfs /mnt 2>/dev/null; then echo "이름 공간과 마운트를 만들 권한이 없습니다."
  fi
}

# Only what is missing: an upgrade would change libraries under servers that are running.
engine_install() {
  local missing='' package
  for package in $STACK_PACKAGES; do
    dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
  done
  [ -n "$missing" ] || return 0
  say "  설치합니다:$missing"
  # shellcheck disable=SC2086
  { DEBIAN_FRONTEND=noninteractive apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends --no-upgrade $missing; } >"$WORK/apt.log" 2>&1 ||
    { tail -20 "$WORK/apt.log" >&2; return 1; }
}

engine_configure() {
  mkdir -p "$STACK_HOME/root" "$WORK/run" "$WORK/helpers"
  ln -sf /usr/lib/podman/netavark "$WORK/helpers/netavark"
  cat >"$WORK/containers.conf" <<CONF
[containers]
default_ulimits = ["nofile=$(ulimit -Hn):$(ulimit -Hn)", "nproc=4096:4096"]
log_driver = "k8s-file"
[engine]
helper_binaries_dir = ["$WORK/helpers"]
cgroup_manager = "cgroupfs"
events_logger = "file"
runtime = "runc"
[network]
network_backend = "netavark"
CONF
  printf '[storage]\ndriver = "overlay"\nrunroot = "%s/run"\ngraphroot = "%s/root"\n' "$WORK" "$STACK_HOME" >"$WORK/storage.conf"
  printf 'unqualified-search-registries = ["docker.io"]\nshort-name-mode = "disabled"\n' >"$WORK/registries.conf"
  export CONTAINERS_CONF=$WORK/containers.conf CONTAINERS_STORAGE_CONF=$WORK/storage.conf CONTAINERS_REGISTRIES_CONF=$WORK/registries.conf
  export DOCKER_HOST=unix://$WORK/podman.sock
}

# inside COMMAND…: in the stack's network. (`ip netns exec` would hide /sys/fs/cgroup.)
inside() { nsenter --net="/run/netns/$STACK_NAMESPACE" "$@"; }

engine_start() {
  local tenths=100
  ip netns delete "$STACK_NAMESPACE" 2>/dev/null || true
  ip netns add "$STACK_NAMESPACE"
  inside ip link set lo up
  # Not by `inside`: a function in the background is a shell of its own, and the signal that ends them would be for that.
  nsenter --net="/run/netns/$STACK_NAMESPACE" podman system service --time=0 "$DOCKER_HOST" >"$WORK/engine.log" 2>&1 </dev/null &
  ENGINE_PID=$!
  until [ -S "$WORK/podman.sock" ]; do
    tenths=$((tenths - 1))
    if [ "$tenths" -le 0 ] || ! kill -0 "$ENGINE_PID" 2>/dev/null; then
      tail -20 "$WORK/engine.log" >&2
      return 1
    fi
    sleep 0.1
  done
  nsenter --net="/run/netns/$STACK_NAMESPACE" node "$HERE/names.mjs" "$WORK/podman.sock" >"$WORK/names.log" 2>&1 </dev/null &
  NAMES_PID=$!
  health_loop >/dev/null 2>&1 </dev/null &
  HEALTH_PID=$!
}

health_loop() {
  local container
  while kill -0 "$ENGINE_PID"; do
    for container in $(inside podman ps -q); do
      inside podman healthcheck run "$container" || true
    done
    sleep 1
  done
}

engine_stop() {
  local pid
  [ -z "${ENGINE_PID:-}" ] || inside podman rm --all --force --time 1 >/dev/null 2>&1 || true
  for pid in "${HEALTH_PID:-}" "${NAMES_PID:-}" "${ENGINE_PID:-}"; do
    [ -z "$pid" ] || kill "$pid" 2>/dev/null || true
  done
  inside podman volume prune --force >/dev/null 2>&1 || true
  inside podman network prune --force >/dev/null 2>&1 || true
  ip netns delete "$STACK_NAMESPACE" 2>/dev/null || true
  if mountpoint -q "$STACK_HOME/root/overlay"; then
    umount --recursive "$STACK_HOME/root/overlay" || say "  마운트를 풀지 못했습니다: $STACK_HOME/root/overlay"
  fi
}
