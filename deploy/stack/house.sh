# shellcheck shell=bash
# The installation under test: a copy of this checkout in a folder with a space in its name, with settings and secrets
# of its own, as an operator would have prepared it. Sourced by stack.sh.

DOMAIN=joonbi.test
# The first address of the Compose file's own network: where its containers find the sandbox.
GATEWAY=172.30.40.1

prepare_house() {
  HOUSE="$WORK/joonbi studio"
  rm -rf "$HOUSE"
  git clone --quiet --shared --no-checkout "$ROOT" "$HOUSE"
  (cd "$ROOT" && git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do [ ! -e "$file" ] || printf '%s\0' "$file"; done | tar -cf - --null -T -) | tar -xf - -C "$HOUSE"
  git -C "$HOUSE" reset --quiet
  DEPLOY=$HOUSE/deploy
  SCRIPTS=$DEPLOY/scripts
  settings_of_the_house >"$DEPLOY/.env"
  chmod 600 "$DEPLOY/.env"
  "$SCRIPTS/make-secrets.sh" >"$WORK/secrets.log" 2>&1
  printf 'http://%s:4010/discord/api/webhooks/1/sandbox\n' $GATEWAY >"$DEPLOY/secrets/api/discord_webhook_url"
  printf 're_sandbox\n' >"$DEPLOY/secrets/api/resend_api_key"
  chmod 444 "$DEPLOY"/secrets/api/*
  DATA=$DEPLOY/data
}

settings_of_the_house() {
  grep -vE '^(DOMAIN|FRONTEND_URL|API_URL|JOONBI_VERSION)=' "$DEPLOY/.env.example"
  cat <<ENV
DOMAIN=$DOMAIN
FRONTEND_URL=https://$DOMAIN
API_URL=https://$DOMAIN/api
RESEND_API_URL=http://$GATEWAY:4010/resend
ENV
}

# The vendors' stand-in runs beside the stack, in its network, and finds the agent's address in a hosts file of its own.
start_sandbox() {
  local project=$ROOT/deploy/sandbox
  dotnet publish "$project" -c Release -o "$WORK/sandbox" -v q -clp:ErrorsOnly >"$WORK/sandbox-build.log" 2>&1 </dev/null || { tail -20 "$WORK/sandbox-build.log"; return 1; }
  printf '127.0.0.1 localhost %s www.%s api.%s\n' $DOMAIN $DOMAIN $DOMAIN >"$WORK/hosts"
  cat /etc/ssl/certs/ca-certificates.crt "$DATA/ssl/fullchain.pem" >"$WORK/trusted.pem"
  # Not by `inside`, as in engine_start.
  # shellcheck disable=SC2016
  nsenter --net="/run/netns/$STACK_NAMESPACE" unshare --mount bash -c 'mount --bind "$1/hosts" /etc/hosts && exec env SSL_CERT_FILE="$1/trusted.pem" PORT=4010 SANDBOX_HOST='$GATEWAY' SANDBOX_DATA="$1/sandbox-data" \
    JOONBI_API_URL=https://api.'$DOMAIN' INTERNAL_API_KEY="$(cat "$2")" CLAWDBOT_SECONDS=3 dotnet "$1/sandbox/Joonbi.Sandbox.dll"' sandbox "$WORK" "$DEPLOY/secrets/api/internal_api_key" \
    >"$WORK/sandbox.log" 2>&1 </dev/null &
  # shellcheck disable=SC2034  # ended by stack.sh
  SANDBOX_PID=$!
}

# run SCRIPT ARGUMENT…: one of the operators' scripts, where `docker` is the translator. What it says goes to a log.
run() {
  local script=$1
  shift
  (cd "$DEPLOY" && PATH="$HERE/path:$PATH" HEALTH_TIMEOUT=${HEALTH_TIMEOUT:-120} inside "./scripts/$script" "$@") >"$WORK/said.log" 2>&1
}

docker_compose() { (cd "$DEPLOY" && COMPOSE_FILE="$DEPLOY/docker-compose.yml:$DEPLOY/docker-compose.prod.yml" "$HERE/path/docker" compose --project-directory "$DEPLOY" "$@"); }

containers() { inside podman ps --quiet --filter label=com.docker.compose.oneoff=False --filter "label=com.docker.compose.service=$1"; }
address_of() { inside podman inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}' "$(containers "$1" | sed -n 1p)" | tr ' ' '\n' | grep '^172\.30\.40\.' | sed -n 1p; }
served_version() { inside curl -sk --resolve "$DOMAIN:443:127.0.0.1" "https://$DOMAIN/api/health" | sed -n 's/.*"version":"\([^"+]*\).*/\1/p'; }
