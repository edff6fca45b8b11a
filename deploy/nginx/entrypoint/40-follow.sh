#!/bin/sh
# Run by the image's entrypoint before nginx. Writes the upstream files when there are none, then watches beside nginx: when a
# name leads to another address (a container was made anew) or the certificate was renewed, nginx is reloaded.
set -eu

UPSTREAM=${UPSTREAM_DIR:-/etc/nginx/upstream}
CERTIFICATE=${CERTIFICATE:-/etc/nginx/ssl/fullchain.pem}

[ -s "$UPSTREAM/api.conf" ] || echo "server api:4000;" >"$UPSTREAM/api.conf"
[ -s "$UPSTREAM/web.conf" ] || echo "server web:3000;" >"$UPSTREAM/web.conf"
chmod 644 "$UPSTREAM/api.conf" "$UPSTREAM/web.conf"

state() {
  cat "$UPSTREAM/api.conf" "$UPSTREAM/web.conf"
  sed -n 's/^ *server *\([A-Za-z0-9_.-]*\):.*/\1/p' "$UPSTREAM/api.conf" "$UPSTREAM/web.conf" | while read -r name; do
    { getent ahostsv4 "$name" || getent hosts "$name"; } | awk '{ print $1 }' | sort -u
  done
  cksum "$CERTIFICATE"
}

follow() {
  # The first look always reloads: nobody knows what has changed since nginx read its files.
  last=
  while sleep "${FOLLOW_SECONDS:-10}"; do
    now=$(state 2>/dev/null || true)
    # A reload that is refused leaves the old configuration at work, and is tried again.
    if [ "$now" != "$last" ] && /etc/joonbi/reload.sh; then last=$now; fi
  done
}

follow &
