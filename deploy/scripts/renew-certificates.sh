#!/bin/sh
# certbot 컨테이너가 실행합니다: 처음에는 인증서를 받고, 그 뒤에는 하루에 두 번 갱신할 때가 되었는지 봅니다.
# 한 번만 실행하려면: docker compose exec certbot sh /opt/joonbi/renew-certificates.sh once
#
# POSIX sh: the image is Alpine. nginx notices a new certificate by itself. What fails is tried again, ever more seldom
# at first and then twice a day: Let's Encrypt blocks who asks too often.
set -eu

TARGET=/etc/joonbi/ssl
LINEAGE=/etc/letsencrypt/live/joonbi

say() { printf '%s %s\n' "$(date -u '+%Y-%m-%dT%H:%M:%SZ')" "$*"; }

obtain() {
  if [ -n "${CERTBOT_EMAIL:-}" ]; then set -- --email "$CERTBOT_EMAIL"; else set -- --register-unsafely-without-email; fi
  certbot certonly --non-interactive --agree-tos "$@" --cert-name joonbi --keep-until-expiring --key-type ecdsa \
    --webroot --webroot-path /var/www/certbot -d "$DOMAIN" -d "www.$DOMAIN" -d "api.$DOMAIN"
}

# The key before the certificate: a reader in between sees an old pair, or fails its test and keeps what it has.
install() {
  [ -s "$LINEAGE/fullchain.pem" ] || return 1
  if cmp -s "$LINEAGE/fullchain.pem" "$TARGET/fullchain.pem"; then return 0; fi
  umask 077
  cp "$LINEAGE/privkey.pem" "$TARGET/privkey.new"
  cp "$LINEAGE/fullchain.pem" "$TARGET/fullchain.new"
  chmod 644 "$TARGET/fullchain.new"
  mv "$TARGET/privkey.new" "$TARGET/privkey.pem"
  mv "$TARGET/fullchain.new" "$TARGET/fullchain.pem"
  say "새 인증서를 놓았습니다. nginx가 곧 알아차립니다."
}

attempt() {
  obtain && install && return
  say "인증서를 받지 못했습니다. $DOMAIN, www.$DOMAIN, api.$DOMAIN 이 모두 이 서버를 가리키고 80 포트가 밖에서 열려 있는지 확인하세요. 지금 인증서는 그대로 쓰입니다."
  return 1
}

case $DOMAIN in
  localhost | *.local | *.test) say "DOMAIN=$DOMAIN: 인증서를 받을 수 없는 이름이라 임시 인증서를 계속 씁니다." ;;
  *)
    if [ "${1:-}" = once ]; then
      attempt
      exit
    fi
    ;;
esac
[ "${1:-}" != once ] || exit 0

trap 'exit 0' INT TERM
pause=600
while :; do
  case $DOMAIN in
    localhost | *.local | *.test) pause=43200 ;;
    *) if attempt; then pause=43200; elif [ "$pause" -lt 43200 ]; then pause=$((pause * 2)); fi ;;
  esac
  sleep "$pause" &
  wait $!
done
