# shellcheck shell=bash
# A second copy, off this machine: one object for each backup. What is too old there is the bucket's rule to delete.

copy_offsite() {
  local target
  target=$(setting BACKUP_S3_URI '')
  [ -n "$target" ] || { say "외부 복사본은 만들지 않았습니다 (BACKUP_S3_URI가 비어 있음)."; return 0; }
  step "외부 저장소로 복사합니다: $target/$2.tar"
  case $target in
    s3://*)
      command -v aws >/dev/null || die "백업은 만들었지만 외부로 복사하지 못했습니다: aws 명령이 없습니다." "AWS CLI를 설치하거나 BACKUP_S3_URI를 rclone 형식(remote:버킷/경로)으로 바꾸세요."
      tar -C "$1" -cf - "$2" | aws s3 cp - "$target/$2.tar" --only-show-errors --expected-size "$(($(du -sk "$1/$2" | cut -f 1) * 1024))"
      ;;
    *)
      command -v rclone >/dev/null || die "백업은 만들었지만 외부로 복사하지 못했습니다: rclone 명령이 없습니다." "rclone을 설치하거나 BACKUP_S3_URI를 비우세요."
      tar -C "$1" -cf - "$2" | rclone rcat "$target/$2.tar"
      ;;
  esac || die "백업은 만들었지만 외부로 복사하지 못했습니다." "위의 메시지와 버킷의 권한을 확인하세요."
  say "외부 복사 완료."
}

# fetch_offsite URI FOLDER: prints the folder of the backup.
fetch_offsite() {
  local name
  name=$(basename "$1" .tar)
  case $1 in
    s3://*) aws s3 cp "$1" - --only-show-errors ;;
    *) rclone cat "$1" ;;
  esac | tar -C "$2" -xf -
  printf '%s/%s\n' "$2" "$name"
}
