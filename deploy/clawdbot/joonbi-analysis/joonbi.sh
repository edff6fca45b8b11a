#!/usr/bin/env bash
# curl for the joonbi-analysis skill: the right headers, ids checked, safe repeats. First line of the output: the HTTP status.
#   joonbi.sh get ID · start ID MESSAGE_ID · send ID RUN_ID PATH FILE.json · file FILE_ID OUT · pending
set -euo pipefail

fail() { echo "joonbi.sh: $*" >&2; exit 64; }

# Nothing but an id becomes part of an address: text from a message cannot lead a call elsewhere.
id() {
  case $1 in *[!0-9a-fA-F-]*) fail "not an id: $1" ;; esac
  [ "${#1}" = 36 ] || fail "not an id: $1"
  printf %s "$1"
}

# call METHOD PATH [curl options]: the key travels through stdin, so that `ps` does not show it.
call() {
  local method=$1 path=$2
  shift 2
  : "${JOONBI_API_KEY:?must be set}" "${JOONBI_API_URL:?must be set}"
  printf 'header = "x-internal-api-key: %s"\n' "$JOONBI_API_KEY" |
    curl --config - --silent --show-error --request "$method" --max-time 120 \
      --retry 8 --retry-connrefused --retry-max-time 300 \
      --user-agent "joonbi-analysis-skill/1.0" --header "content-type: application/json" "$@" \
      "${JOONBI_API_URL%/}/internal/$path"
}

# The body goes to a file first, so that the status can stand on the first line.
show() {
  local body status
  body=$(mktemp)
  # shellcheck disable=SC2064
  trap "rm -f '$body'" EXIT
  status=$(call "$@" --output "$body" --write-out '%{http_code}') || status=000
  printf 'HTTP %s\n' "$status"
  cat "$body"
  [ "$status" -ge 200 ] && [ "$status" -lt 300 ]
}

case "${1:-} $#" in
  'pending 1') show GET 'consultations/pending?limit=50' ;;
  'get 2') show GET "consultations/$(id "$2")" ;;
  'start 3')
    case $3 in '' | *[!0-9A-Za-z._-]*) fail "not a message id: $3" ;; esac
    show POST "consultations/$(id "$2")/analysis/start" --header "Idempotency-Key: $3" --data '{}'
    ;;
  'send 5')
    case $4 in
      analysis | analysis/progress | analysis/fail | documents | designs) ;;
      *) fail "unknown path: $4" ;;
    esac
    [ -r "$5" ] || fail "no such file: $5"
    show POST "consultations/$(id "$2")/$4" --header "x-run-id: $(id "$3")" --data-binary "@$5"
    ;;
  'file 3') call GET "files/$(id "$2")/content" --fail --output "$3" ;;
  *)
    sed -n '3s/^# *//p' "$0" >&2
    exit 64
    ;;
esac
