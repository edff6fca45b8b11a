#!/bin/sh
# Takes over a changed configuration, upstream or certificate without dropping a connection, or leaves everything as it is
# and says why. On the host: docker compose exec nginx /etc/joonbi/reload.sh
set -eu

/docker-entrypoint.d/20-envsubst-on-templates.sh >/dev/null
nginx -c /etc/joonbi/nginx.conf -t -q
nginx -c /etc/joonbi/nginx.conf -s reload
