# shellcheck shell=bash
# Stand-ins for the base images: Debian root file systems that bear the real names, so that the shipped Dockerfiles and
# Compose files are used as they are. Which names are wanted is read from those files. Sourced by stack.sh.

STACK_BASE=localhost/joonbi-stack-debian

# Every image that is not ours: of FROM lines and of `image:` keys.
wanted_images() {
  {
    sed -n 's/^FROM  *\(--platform=[^ ]*  *\)\{0,1\}\([^ ]*\).*/\2/p' "$DEPLOY"/api/Dockerfile "$DEPLOY"/web/Dockerfile
    sed -n 's/^ *image: *//p' "$DEPLOY"/docker-compose.yml "$DEPLOY"/docker-compose.prod.yml
  } | grep -v '^joonbi-' | sort -u
}

# Which stand-in plays a name; an image that nobody plays is an error, not a guess.
stand_in() {
  case $1 in
    mcr.microsoft.com/dotnet/sdk:*) echo sdk ;;
    mcr.microsoft.com/dotnet/aspnet:*) echo aspnet ;;
    mcr.microsoft.com/dotnet/runtime-deps:*) echo runtime-deps ;;
    nginx:* | nginxinc/nginx-unprivileged:*) echo nginx ;;
    postgres:*) echo postgres ;;
    node:*) echo node ;;
    certbot/certbot:*) echo certbot ;;
    *) return 1 ;;
  esac
}

full_name() { case $1 in *.*/*) echo "$1" ;; */*) echo "docker.io/$1" ;; *) echo "docker.io/library/$1" ;; esac; }

base_images() {
  local wanted kind context=$WORK/base
  root_file_system
  rm -rf "$context"
  mkdir -p "$context"
  cp "$HERE"/base/* "$context"
  while IFS= read -r wanted; do
    # A stage of the same file is no image.
    case $wanted in build | runner | web | base) continue ;; esac
    kind=$(stand_in "$wanted") || { say "이 이미지를 대신할 것이 없습니다: $wanted"; return 1; }
    play "$kind" "$context" && podman tag "localhost/joonbi-stack-$kind" "$(full_name "$wanted")" || return 1
  done <<WANTED
$(wanted_images)
WANTED
  rm -rf "$context"
}

root_file_system() {
  local mirror
  if podman image exists "$STACK_BASE"; then return; fi
  say "  데비안 기본 시스템을 만듭니다 (처음 한 번, 1~2분) …"
  rm -rf "$STACK_HOME/rootfs"
  mirror=$(grep -h -m1 '^URIs:' /etc/apt/sources.list.d/debian.sources 2>/dev/null | awk '{ print $2 }')
  debootstrap --variant=minbase --include=ca-certificates,libicu72,libssl3,libstdc++6,zlib1g,tzdata,curl,gettext-base bookworm "$STACK_HOME/rootfs" "${mirror:-http://deb.debian.org/debian}" \
    >"$WORK/debootstrap.log" 2>&1 || { tail -20 "$WORK/debootstrap.log" >&2; return 1; }
  cp -a /etc/apt/apt.conf.d/. "$STACK_HOME/rootfs/etc/apt/apt.conf.d/" 2>/dev/null || true
  tar -C "$STACK_HOME/rootfs" -c . | podman import --quiet - "$STACK_BASE" >/dev/null
  rm -rf "$STACK_HOME/rootfs"
}

# play KIND CONTEXT: made once for each state of its files and of this machine's SDK.
play() {
  local kind=$1 context=$2 state
  state=$(cat "$HERE/base/$kind".* "$HERE/base/$kind"-* "$HERE/base/envsubst-on-templates.sh" 2>/dev/null | cat - <(dotnet --list-runtimes) <(dotnet --version) | sha256sum | cut -c1-16)
  if [ "$(podman image inspect --format '{{index .Labels "joonbi.state"}}' "localhost/joonbi-stack-$kind" 2>/dev/null)" = "$state" ]; then return; fi
  say "  대신할 이미지를 만듭니다: $kind"
  fill_context "$kind" "$context"
  build_base --label "joonbi.state=$state" -f "$context/$kind.Dockerfile" -t "localhost/joonbi-stack-$kind" "$context" >"$WORK/image-$kind.log" 2>&1 ||
    { tail -30 "$WORK/image-$kind.log" >&2; return 1; }
}

fill_context() {
  local dotnet
  dotnet=$(dirname "$(readlink -f "$(command -v dotnet)")")
  case $1 in
    sdk) [ -d "$2/dotnet" ] || cp -al "$dotnet" "$2/dotnet" 2>/dev/null || cp -a "$dotnet" "$2/dotnet" ;;
    aspnet) mkdir -p "$2/runtime" && cp -a "$dotnet/dotnet" "$dotnet/host" "$dotnet/shared" "$2/runtime/" ;;
    node)
      mkdir -p "$2/node/bin" "$2/node/lib/node_modules"
      cp "$(readlink -f "$(command -v node)")" "$2/node/bin/node"
      cp -a "$(dirname "$(dirname "$(readlink -f "$(command -v npm)")")")" "$2/node/lib/node_modules/npm"
      ln -sf ../lib/node_modules/npm/bin/npm-cli.js "$2/node/bin/npm"
      ln -sf ../lib/node_modules/npm/bin/npx-cli.js "$2/node/bin/npx"
      ;;
  esac
}

# RUN steps reach the registries over the host's network. Ours also with its certificates and package cache; a base image
# without them, since Debian's packages put certificates there themselves.
# (Health checks exist in the docker format only.)
build_base() { nsenter --net="$WORK/host-network" buildah bud --layers --format docker --isolation chroot --network host "$@"; }
build_image() {
  mkdir -p "${NUGET_PACKAGES:-$HOME/.nuget/packages}" "$STACK_HOME/npm"
  build_base --build-arg "TARGETARCH=$(dpkg --print-architecture)" --volume /etc/ssl/certs:/etc/ssl/certs:ro --volume "${NUGET_PACKAGES:-$HOME/.nuget/packages}:/root/.nuget/packages" \
    --volume "$STACK_HOME/npm:/root/.npm" "$@"
}
