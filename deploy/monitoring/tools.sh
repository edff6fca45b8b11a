#!/usr/bin/env bash
# Finds promtool, alertmanager and the two exporters, or unpacks Debian's packages beside the project (nothing is installed,
# no daemon is started). Prints the folder that holds them; fails where neither is to be had.
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
HERE=$ROOT/.tools/prometheus
PACKAGES="prometheus prometheus-alertmanager prometheus-node-exporter prometheus-blackbox-exporter"

complete() { [ -x "$1/promtool" ] && [ -x "$1/prometheus-alertmanager" ] && [ -x "$1/prometheus-node-exporter" ] && [ -x "$1/prometheus-blackbox-exporter" ]; }

for folder in "${JOONBI_PROMETHEUS_BIN:-}" /usr/bin "$HERE/usr/bin"; do
  if complete "$folder"; then
    echo "$folder"
    exit
  fi
done

if ! command -v apt-get >/dev/null || ! command -v dpkg-deb >/dev/null; then
  echo "오류: promtool과 alertmanager가 없고, 받아 올 Debian 저장소도 없습니다." >&2
  exit 1
fi
mkdir -p "$HERE"
cd "$HERE"
# shellcheck disable=SC2086
apt-get download -q $PACKAGES >&2 || { apt-get update -q >&2 && apt-get download -q $PACKAGES >&2; }
for package in ./*.deb; do
  dpkg-deb -x "$package" .
done
rm -f ./*.deb
complete "$HERE/usr/bin"
echo "$HERE/usr/bin"
