#!/usr/bin/env bash
# 비밀 값의 파일과 데이터 폴더를 만듭니다. 있는 것은 건드리지 않으므로 몇 번이든 실행해도 됩니다.
#
# Each container sees one folder of secrets/, mounted as /run/secrets. The folder above is closed to others; the files are
# readable, since the containers' users are not the one who runs this.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

die() { printf '오류: %s\n' "$*" >&2; exit 1; }
command -v openssl >/dev/null || die "openssl이 필요합니다."

setting() { if [ -f .env ]; then sed -n "s/^$1=//p" .env | tail -n 1; fi; }
random() { openssl rand -hex "$1"; }

# keep FILE VALUE: writes the file as a whole or not at all.
keep() {
  [ ! -s "secrets/$1" ] || return 0
  printf '%s\n' "$2" >"secrets/$1.new"
  chmod 444 "secrets/$1.new"
  mv "secrets/$1.new" "secrets/$1"
  printf '만듦: deploy/secrets/%s\n' "$1"
}

missing=()
# wanted FILE WHAT: only the operator can know it.
wanted() { [ -s "secrets/$1" ] || missing+=("secrets/$1  ($2)"); }

database=$(setting DB_NAME)
database=${database:-joonbi}
mkdir -p secrets
chmod 700 secrets
mkdir -p secrets/{api,migrate,db,backup}

keep db/db_password "$(random 24)"
keep db/owner_password "$(random 24)"
keep db/app_password "$(random 24)"
keep db/readonly_password "$(random 24)"
keep api/database_url "postgresql://joonbi_app:$(cat secrets/db/app_password)@db:5432/$database?schema=public"
keep migrate/migration_database_url "postgresql://joonbi_owner:$(cat secrets/db/owner_password)@db:5432/$database?schema=public"
keep backup/db_password "$(cat secrets/db/db_password)"
keep api/jwt_secret "$(random 48)"
keep api/jwt_refresh_secret "$(random 48)"
keep api/encryption_key "$(random 48)"
keep api/internal_api_key "$(random 32)"
wanted api/discord_webhook_url "Discord 채널 설정 → 연동 → 웹훅"
wanted api/resend_api_key "Resend → API Keys"

data=$(setting DATA_DIR)
data=${data:-./data}
mkdir -p "$data"/{postgres,uploads,nginx,ssl,acme,letsencrypt,backups}
chmod 700 "$data/ssl" "$data/letsencrypt" "$data/backups"
# The program's user in its image. Only root can give a folder away; on macOS the container's owner is the host's.
if [ "$(id -u)" = 0 ]; then chown 1654:1654 "$data/uploads"; fi

# nginx does not start without a certificate, and Let's Encrypt does not give one without nginx.
if [ ! -s "$data/ssl/fullchain.pem" ]; then
  domain=$(setting DOMAIN)
  domain=${domain:-localhost}
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj "/CN=$domain" \
    -addext "subjectAltName=DNS:$domain,DNS:www.$domain,DNS:api.$domain" \
    -keyout "$data/ssl/privkey.pem" -out "$data/ssl/fullchain.new" 2>/dev/null
  mv "$data/ssl/fullchain.new" "$data/ssl/fullchain.pem"
  echo "만듦: 임시 인증서 ($data/ssl). 정식 인증서는 certbot 컨테이너가 받아 바꿉니다."
fi

if [ ${#missing[@]} -gt 0 ]; then
  echo "직접 채워야 하는 파일:"
  printf '  deploy/%s\n' "${missing[@]}"
fi
