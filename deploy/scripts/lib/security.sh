# shellcheck shell=bash
# One function for each line of check-security.sh: true is good. What cannot be found out counts as no.

not_in_git() {
  local path
  for path in .env secrets/db/db_password data/uploads/x; do
    git -C "$DEPLOY" check-ignore -q "$path" || return 1
  done
  [ -z "$(git -C "$DEPLOY" ls-files -- .env secrets data)" ]
}

# value NAME FILE: where make-secrets.sh puts it, or what .env says itself.
value() { if [ -s "$SECRETS/api/$2" ]; then cat "$SECRETS/api/$2"; else env_value "$1"; fi; }

# enough TEXT LENGTH: long, and not a pattern: at least ten different characters.
enough() { [ "${#1}" -ge "$2" ] && [ "$(printf '%s' "$1" | fold -w 1 | sort -u | wc -l)" -ge 10 ]; }

strong() { enough "$(value "$1" "$2")" "$3"; }

strong_tokens() {
  strong JWT_SECRET jwt_secret 32 && strong JWT_REFRESH_SECRET jwt_refresh_secret 32 &&
    [ "$(value JWT_SECRET jwt_secret)" != "$(value JWT_REFRESH_SECRET jwt_refresh_secret)" ]
}

strong_passwords() {
  local name
  for name in db_password owner_password app_password; do
    enough "$(cat "$SECRETS/db/$name")" 20 || return 1
  done
  [ "$(cat "$SECRETS"/db/db_password "$SECRETS"/db/owner_password "$SECRETS"/db/app_password | sort -u | wc -l)" -eq 3 ]
}

rate_limited() {
  [ "$(env_value RATE_LIMITS)" != off ] && grep -q '^limit_req_zone' "$DEPLOY/nginx/snippets/limits.conf" && grep -q 'limit_req zone=login' "$DEPLOY/nginx/snippets/api.conf"
}

# The Compose files as Compose understands them, asked once: RESOLVED. A service's name, and its block.
services() { printf '%s\n' "$RESOLVED" | awk '/^[^ ]/ { inside = ($0 == "services:") } inside && /^  [^ ]/ { sub(":$", ""); print $1 }'; }
block() { printf '%s\n' "$RESOLVED" | awk -v name="  $1:" '/^[^ ]/ { inside = ($0 == "services:") } inside && /^  [^ ]/ { mine = ($0 == name) } inside && mine { print }'; }

only_nginx_published() {
  local service open
  [ -n "$(services)" ] || return 1
  for service in $(services); do
    [ "$service" = nginx ] && continue
    open=$(block "$service" | awk '/^    ports:/ { ports = 1; next } /^    [^ -]/ { ports = 0 } ports && !/127\.0\.0\.1/')
    if grep -qE 'published|[0-9]+:[0-9]+' <<<"$open"; then return 1; fi
  done
}

firewall_on() {
  case $(uname -s) in
    Darwin) grep -q enabled <<<"$(/usr/libexec/ApplicationFirewall/socketfilterfw --getglobalstate 2>/dev/null)" ;;
    *) grep -q '^Status: active' <<<"$(ufw status 2>/dev/null)" || systemctl is-active --quiet firewalld nftables 2>/dev/null ;;
  esac
}

no_tailscale_key() { ! grep -rq 'tskey-' "$ENV_FILE" "$SECRETS"; }

fresh_backup() {
  local newest
  newest=$(newest_backup "$(backup_dir)")
  [ -n "$newest" ] && [ -n "$(find "$(backup_dir)/$newest" -maxdepth 0 -mmin -1560)" ] && choose_database && verify_backup "$(backup_dir)/$newest"
}

logs_rotate() {
  local service
  [ -n "$(services)" ] || return 1
  for service in $(services); do
    grep -q 'max-size' <<<"$(block "$service")" || return 1
  done
}

certificate_lasts() {
  local certificate=$DATA/ssl/fullchain.pem
  openssl x509 -in "$certificate" -noout -checkend $((21 * 86400)) &&
    [ "$(openssl x509 -in "$certificate" -noout -issuer | sed 's/^issuer=//')" != "$(openssl x509 -in "$certificate" -noout -subject | sed 's/^subject=//')" ]
}

# ls rather than stat: GNU and BSD spell stat differently.
# shellcheck disable=SC2012
closed_to_others() {
  local place
  for place in "$ENV_FILE" "$SECRETS"; do
    case $(ls -ld "$place" | awk '{ print substr($1, 5, 6) }') in ------) ;; *) return 1 ;; esac
  done
}

no_placeholders() { ! grep -rqiE '^[^#]*=?.*(your_|xxxxx|change[-_ ]?me|secure_password_here)' <(grep -v '^ *#' "$ENV_FILE"; cat "$SECRETS"/*/*); }

production() {
  case $(env_value NODE_ENV) in '' | production) ;; *) return 1 ;; esac
  case $(env_value API_DOCS) in '' | off) ;; *) return 1 ;; esac
}

https_addresses() {
  case $(env_value FRONTEND_URL) in https://*) ;; *) return 1 ;; esac
  case $(env_value API_URL) in https://*) ;; *) return 1 ;; esac
}

confined() {
  local service text
  ! grep -qE 'privileged: true|docker\.sock|network_mode: "?host' <<<"$RESOLVED" || return 1
  for service in $(services); do
    text=$(block "$service")
    grep -q 'cap_drop' <<<"$text" && grep -q 'no-new-privileges' <<<"$text" || return 1
  done
}

pinned() {
  [ -n "$RESOLVED" ] && ! grep -qE ':latest$|^[^:]+$' <<<"$(sed -n '/image: *joonbi-/d; s/^ *image: *//p' <<<"$RESOLVED")"
}

modern_tls() {
  grep -qE '^ssl_protocols TLSv1\.2 TLSv1\.3;' "$DEPLOY/nginx/snippets/tls.conf" && grep -q 'Strict-Transport-Security' "$DEPLOY/nginx/snippets/hsts.conf"
}

no_secrets_in_source() { ! git -C "$DEPLOY/.." grep -qE 'discord(app)?\.com/api/webhooks/[0-9]{5,}/[A-Za-z0-9_-]{30}|tskey-[a-z]+-[A-Za-z0-9]{8}|re_[A-Za-z0-9]{8}_[A-Za-z0-9]{16}|AKIA[0-9A-Z]{16}|BEGIN [A-Z ]*PRIVATE KEY'; }

internal_private() { [ "$(env_value INTERNAL_ACCESS)" = private ] && [ -n "$(env_value TAILSCALE_IP)" ]; }

plain_role() { choose_database && [ "$(echo "select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = 'joonbi_app';" | sql postgres)" = f ]; }

offsite() { [ -n "$(setting BACKUP_S3_URI '')" ]; }

disk_has_room() { [ "$(df -Pk "$DATA" | awk 'NR == 2 { sub("%", "", $5); print $5 }')" -lt 85 ]; }

disk_encrypted() {
  case $(uname -s) in
    Darwin) grep -q 'FileVault is On' <<<"$(fdesetup status)" ;;
    *) grep -q crypt <<<"$(lsblk -no TYPE)" ;;
  esac
}
