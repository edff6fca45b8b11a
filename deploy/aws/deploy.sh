#!/usr/bin/env bash
# AWS에 지금 커밋을 올립니다: 이미지 → 스냅샷 → 마이그레이션 → API(두 대씩 바꿈) → 웹 화면.
#
#   deploy/aws/deploy.sh                 size 등은 cdk.json의 값
#   deploy/aws/deploy.sh -c size=medium  -c는 cdk에 그대로 넘깁니다
#   deploy/aws/deploy.sh --init          처음 한 번: 데이터베이스의 역할과 비밀번호도 만듭니다
#
# 어느 단계에서 실패하든 그 전 버전이 계속 서비스합니다. 다시 실행하면 남은 것만 합니다.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

REGION=ap-northeast-2
export AWS_REGION=$REGION AWS_PAGER='' CDK_DISABLE_CLI_TELEMETRY=true
INIT=no
CONTEXT=()

say() { printf '%s\n' "$*"; }
step() { printf '\n▶ %s\n' "$*"; }
die() { printf '오류: %s\n' "$*" >&2; exit 1; }

while [ $# -gt 0 ]; do
  case $1 in
    --init) INIT=yes ;;
    -c) CONTEXT+=(-c "${2:?-c 뒤에 이름=값이 와야 합니다}"); shift ;;
    *) die "모르는 옵션입니다: $1" ;;
  esac
  shift
done

check() {
  local tool
  for tool in aws docker git npm npx; do command -v "$tool" >/dev/null || die "$tool 이(가) 필요합니다."; done
  [ -z "$(git status --porcelain --untracked-files=no)" ] || die "커밋하지 않은 변경이 있습니다. 이미지의 태그는 커밋입니다."
  COMMIT=$(git rev-parse HEAD)
  TAG=${COMMIT:0:12}
  ACCOUNT=$(aws sts get-caller-identity --query Account --output text) || die "AWS에 로그인되어 있지 않습니다. 먼저 aws sso login 을 실행하세요."
  export CDK_DEFAULT_ACCOUNT=$ACCOUNT
  CONTEXT+=(-c "imageTag=$TAG")
  [ -d deploy/aws/node_modules ] || (cd deploy/aws && npm ci --no-audit --no-fund)
}

cdk_deploy() { (cd deploy/aws && npx cdk deploy --exclusively --require-approval never --no-notices "${CONTEXT[@]}" "$@"); }

output() { aws cloudformation describe-stacks --region "$REGION" --stack-name "$1" --query "Stacks[0].Outputs[?OutputKey=='$2'].OutputValue" --output text; }

# The value of a context name: the last -c, else cdk.json.
chosen() {
  local given
  given=$(printf '%s\n' "${CONTEXT[@]}" | sed -n "s/^$1=//p" | tail -n 1)
  printf '%s' "${given:-$(node -pe 'require("./deploy/aws/cdk.json").context[process.argv[1]] ?? ""' "$1")}"
}

push_image() {
  local repository=$ACCOUNT.dkr.ecr.$REGION.amazonaws.com/joonbi-api platform=linux/arm64
  if aws ecr describe-images --repository-name joonbi-api --image-ids "imageTag=$TAG" >/dev/null 2>&1; then
    say "이미지 $TAG 은(는) 이미 있습니다."
    return
  fi
  [ "$(chosen architecture)" = arm64 ] || platform=linux/amd64
  aws ecr get-login-password | docker login --username AWS --password-stdin "${repository%%/*}"
  docker buildx build --platform "$platform" --provenance=false -f deploy/api/Dockerfile --build-arg COMMIT="$COMMIT" -t "$repository:$TAG" --push .
}

snapshot() {
  local name
  name=joonbi-$TAG-$(date -u +%Y%m%d%H%M%S)
  aws rds create-db-snapshot --db-instance-identifier joonbi --db-snapshot-identifier "$name" >/dev/null
  aws rds wait db-snapshot-available --db-snapshot-identifier "$name"
  say "스냅샷: $name"
}

# once FAMILY: runs a task to its end; its exit code is ours.
once() {
  local cluster network task code
  cluster=$(output JoonbiMigration Cluster)
  network="awsvpcConfiguration={subnets=[$(output JoonbiMigration Subnets)],securityGroups=[$(output JoonbiMigration SecurityGroup)],assignPublicIp=$(output JoonbiMigration PublicAddress)}"
  task=$(aws ecs run-task --cluster "$cluster" --launch-type FARGATE --task-definition "joonbi-$1" --network-configuration "$network" --query 'tasks[0].taskArn' --output text)
  aws ecs wait tasks-stopped --cluster "$cluster" --tasks "$task"
  code=$(aws ecs describe-tasks --cluster "$cluster" --tasks "$task" --query 'tasks[0].containers[0].exitCode' --output text)
  aws logs tail "/joonbi/$1" --since 15m --format short || true
  [ "$code" = 0 ] || die "joonbi-$1 이(가) $code 로 끝났습니다. 이전 버전이 계속 서비스합니다."
}

publish_pages() {
  local bucket
  bucket=$(output JoonbiWeb PagesBucket)
  (cd web && npm ci --no-audit --no-fund && SITE_URL="https://$(chosen domain)" npm run build)
  # Hashed files first, pages last: no page names a file that is not there yet. Old files stay for pages that are still open.
  aws s3 sync web/dist/assets "s3://$bucket/assets" --exclude '*.gz' --cache-control 'public, max-age=31536000, immutable'
  aws s3 sync web/dist "s3://$bucket" --exclude 'assets/*' --exclude '*.gz' --exclude '*.html' --cache-control no-cache
  aws s3 sync web/dist "s3://$bucket" --exclude '*' --include '*.html' --cache-control no-cache --content-type 'text/html; charset=utf-8'
  aws cloudfront create-invalidation --distribution-id "$(output JoonbiWeb DistributionId)" --paths '/*' >/dev/null
}

check
step "이미지 $TAG"
push_image
step "마이그레이션 태스크"
cdk_deploy JoonbiMigration
if [ $INIT = yes ]; then
  step "데이터베이스의 역할"
  once init
fi
step "데이터베이스 스냅샷"
snapshot
step "마이그레이션"
once migrate
step "API"
cdk_deploy JoonbiApi
aws ecs wait services-stable --cluster joonbi --services api
step "웹 화면"
cdk_deploy JoonbiWeb
publish_pages
step "끝났습니다"
say "https://$(chosen domain)/api/health"
