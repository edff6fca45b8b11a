#!/bin/bash
# As documented for the nginx image: *.envsh is sourced and *.sh is run before the server starts.
set -euo pipefail

if [ "${1:-}" = nginx ]; then
  for script in /docker-entrypoint.d/*; do
    # shellcheck disable=SC1090
    case $script in
      *.envsh) . "$script" ;;
      *.sh) if [ -x "$script" ]; then "$script"; fi ;;
    esac
  done
fi
exec "$@"
