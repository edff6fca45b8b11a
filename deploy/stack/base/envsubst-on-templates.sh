#!/bin/bash
# As documented for the nginx image: templates become configuration with the environment's variables filled in.
set -euo pipefail

from=${NGINX_ENVSUBST_TEMPLATE_DIR:-/etc/nginx/templates} suffix=${NGINX_ENVSUBST_TEMPLATE_SUFFIX:-.template}
to=${NGINX_ENVSUBST_OUTPUT_DIR:-/etc/nginx/conf.d}
[ -d "$from" ] || exit 0
names=$(env | cut -d= -f1 | grep -E "${NGINX_ENVSUBST_FILTER:-.}" | sed 's/.*/${&}/' | tr '\n' ' ')
cd "$from"
find -L . -type f -name "*$suffix" | sed 's:^\./::' | while IFS= read -r template; do
  mkdir -p "$to/$(dirname "$template")"
  envsubst "$names" <"$template" >"$to/${template%"$suffix"}"
done
