#!/usr/bin/env bash
# 보안 체크리스트를 한 줄씩 확인하고, 아니라면 어떻게 고치는지 알려 줍니다.
#
#   ./check-security.sh            모두 확인합니다
#   ./check-security.sh --must     배포 전에 반드시 지켜야 할 것만 (실행 중인 서비스는 보지 않습니다)
#   ./check-security.sh --alert    모두 확인하고, ✗가 있으면 ALERT_WEBHOOK_URL(디스코드)로 알립니다
#
# ✓ 예   ✗ 아니오, 반드시 고쳐야 함   △ 아니오, 권장
# 종료 코드: ✗가 하나라도 있으면 1, 없으면 0.
set -euo pipefail
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
. "$HERE/lib/common.sh"
. "$HERE/lib/containers.sh"
. "$HERE/lib/database.sh"
. "$HERE/lib/backup.sh"
. "$HERE/lib/security.sh"
. "$HERE/lib/alert.sh"

MUST_ONLY=no ALERT=no
case ${1:-} in
  '') ;;
  --alert) ALERT=yes ;;
  --must) MUST_ONLY=yes ;;
  *) usage "$0" >&2; exit 64 ;;
esac

RIGHT=0 WRONG=0 ADVISED=0
SECRETS=$DEPLOY/secrets
DATA=$(data_dir)
RESOLVED=$(compose config 2>/dev/null || true)

# must|should QUESTION HOW CHECK…
must() { ask_one ✗ "$@"; }
should() { [ $MUST_ONLY = yes ] || ask_one △ "$@"; }

ask_one() {
  local mark=$1 question=$2 how=$3
  shift 3
  if "$@" >/dev/null 2>&1; then
    RIGHT=$((RIGHT + 1))
    printf '✓ %s\n' "$question"
    return
  fi
  if [ "$mark" = ✗ ]; then WRONG=$((WRONG + 1)); else ADVISED=$((ADVISED + 1)); fi
  printf '%s %s\n    → %s\n' "$mark" "$question" "$how"
}

say "[설계서 11장 체크리스트]"
must ".env와 secrets/가 git에 올라가지 않는가" ".gitignore에 deploy/.env, deploy/secrets/, deploy/data/ 를 넣고 git rm --cached 하세요. 올라간 값은 모두 새로 만드세요." not_in_git
must "DB 비밀번호가 강력한가 (20자 이상, 역할마다 다름)" "secrets/db의 파일을 지우고 make-secrets.sh 를 실행한 뒤 psql의 \\password 로 바꾸세요." strong_passwords
must "JWT_SECRET과 JWT_REFRESH_SECRET이 32자 이상이고 서로 다른가" "secrets/api/jwt_secret, jwt_refresh_secret 을 지우고 make-secrets.sh 를 실행하세요 (모두 다시 로그인해야 합니다)." strong_tokens
must "INTERNAL_API_KEY가 24자 이상이고 추측할 수 없는가" "secrets/api/internal_api_key 를 새로 만들고, 옛 값은 INTERNAL_API_KEY_PREVIOUS에 잠시 두세요." strong INTERNAL_API_KEY internal_api_key 24
must "요청 횟수를 제한하는가 (nginx와 API)" ".env에서 RATE_LIMITS=off 를 지우고 nginx/snippets/limits.conf 를 되돌리세요." rate_limited
must "nginx의 포트만 밖으로 열리는가" "docker-compose*.yml에서 nginx 아닌 서비스의 ports를 127.0.0.1로 묶거나 지우세요." only_nginx_published
should "방화벽이 켜져 있는가" "macOS: 시스템 설정 → 네트워크 → 방화벽. Linux: ufw default deny incoming; ufw allow 80,443/tcp; ufw enable" firewall_on
must "Tailscale 인증 키가 파일에 남아 있지 않은가" "tskey-로 시작하는 값을 지우고 Tailscale 관리 화면에서 폐기하세요. 키는 한 번만 쓰는 것으로 만드세요." no_tailscale_key
should "24시간 안의 백업이 있고 손상되지 않았는가" "backup 컨테이너의 기록을 보고 ./backup-db.sh 를 실행하세요 (deploy/cron)." fresh_backup
must "모든 컨테이너의 로그가 회전하는가" "docker-compose.yml의 서비스에 logging: max-size, max-file을 넣으세요." logs_rotate
should "정식 인증서이고 21일 넘게 남았는가 (자동 갱신)" "docker compose logs certbot 을 보고, 80 포트와 DNS를 확인하세요." certificate_lasts

say ""
say "[그 밖에]"
must ".env와 secrets/를 다른 사용자가 읽을 수 없는가" "chmod 600 .env; chmod 700 secrets" closed_to_others
must "예시 값이 남아 있지 않은가" ".env와 secrets/의 your_…, xxxx, change-me 같은 값을 바꾸세요." no_placeholders
must "API가 production으로 실행되고 문서가 닫혀 있는가" ".env에서 NODE_ENV, API_DOCS 를 지우세요." production
must "주소가 https인가 (FRONTEND_URL, API_URL)" ".env의 FRONTEND_URL과 API_URL을 https:// 로 고치세요." https_addresses
must "컨테이너가 권한을 내려놓았는가 (cap_drop, no-new-privileges, privileged 없음, docker.sock 없음)" "docker-compose.yml에서 x-confined 를 쓰지 않는 서비스를 고치세요." confined
must "바깥 이미지의 버전이 고정되어 있는가" "docker-compose*.yml에서 :latest 나 태그 없는 이미지를 고정하세요." pinned
must "TLS 1.2 이상만 받고 HSTS를 보내는가" "nginx/snippets/tls.conf 와 hsts.conf 를 되돌리세요." modern_tls
must "소스에 비밀 값이 들어 있지 않은가" "찾은 값을 지우고 새로 발급받으세요: git grep -nE 'discord.com/api/webhooks/[0-9]{5}|tskey-|re_[A-Za-z0-9]{20}'" no_secrets_in_source
should "내부 API를 Tailscale로만 여는가" ".env에 INTERNAL_ACCESS=private, TAILSCALE_IP=\$(tailscale ip -4)" internal_private
should "프로그램의 DB 역할이 슈퍼유저가 아닌가" "db/roles.sql 을 다시 적용하세요." plain_role
should "다른 곳에도 백업이 있는가" ".env에 BACKUP_S3_URI를 넣고 호스트의 타이머(deploy/cron)로 백업하세요." offsite
should "디스크가 85%보다 덜 찼는가" "docker image prune, 오래된 uploads_before_* 와 *_before_* 데이터베이스를 정리하세요." disk_has_room
should "디스크가 암호화되어 있는가" "macOS: FileVault를 켜세요. Linux: LUKS 볼륨에 DATA_DIR을 두세요." disk_encrypted

say ""
say "예 $RIGHT, 반드시 고칠 것 $WRONG, 권장 $ADVISED"
[ $WRONG != 0 ] || exit 0
[ $ALERT = no ] || alert "보안 점검에서 반드시 고칠 것이 $WRONG개 있습니다 ($(hostname)). ./check-security.sh 를 실행해 보세요."
exit 1
