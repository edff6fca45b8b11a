#!/bin/bash
# As documented for the image: POSTGRES_USER, POSTGRES_PASSWORD, POSTGRES_DB (each also as _FILE); on an empty data
# folder /docker-entrypoint-initdb.d runs against a server that listens on its socket only.
set -euo pipefail

of() {
  local file=${1}_FILE
  if [ -n "${!file:-}" ]; then cat "${!file}"; else printf %s "${!1:-$2}"; fi
}

initialise() {
  local user database script
  user=$(of POSTGRES_USER postgres) database=$(of POSTGRES_DB "$(of POSTGRES_USER postgres)")
  # shellcheck disable=SC2086
  initdb -D "$PGDATA" -U "$user" --pwfile=<(of POSTGRES_PASSWORD "") --auth-local=trust -E UTF8 ${POSTGRES_INITDB_ARGS:-} >/dev/null
  echo 'host all all all scram-sha-256' >>"$PGDATA/pg_hba.conf"
  pg_ctl -D "$PGDATA" -w -o "-c listen_addresses=''" start
  [ "$database" = postgres ] || createdb -U "$user" -w -h /var/run/postgresql "$database"
  export POSTGRES_USER=$user POSTGRES_DB=$database
  for script in /docker-entrypoint-initdb.d/*; do
    case $script in
      *.sh)
        # shellcheck disable=SC1090
        if [ -x "$script" ]; then "$script"; else . "$script"; fi
        ;;
      *.sql) psql -v ON_ERROR_STOP=1 -w -U "$user" -d "$database" -f "$script" ;;
    esac
  done
  pg_ctl -D "$PGDATA" -m fast -w stop
}

case ${1:-} in -*) set -- postgres "$@" ;; esac
if [ "${1:-}" = postgres ]; then
  if [ "$(id -u)" = 0 ]; then
    mkdir -p "$PGDATA" /var/run/postgresql
    chown -R postgres:postgres "$PGDATA" /var/run/postgresql
    chmod 700 "$PGDATA"
    exec setpriv --reuid=postgres --regid=postgres --clear-groups "$0" "$@"
  fi
  [ -s "$PGDATA/PG_VERSION" ] || initialise
  set -- "$@" -c listen_addresses='*'
fi
exec "$@"
