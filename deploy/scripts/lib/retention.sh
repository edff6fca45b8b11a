#!/usr/bin/env bash
# Reads the names of the backups, prints those that no rule keeps: the newest of each of the last 7 days, 4 weeks and
# 6 months that have one, and everything of the last day. Counted in days that have backups, so that a machine that
# was off for a month loses nothing. Arithmetic instead of `date`: GNU, BSD and busybox spell it differently.
set -euo pipefail

LC_ALL=C sort -r | awk '
  # Days since 1 March of year 0; weeks start on Monday.
  function days(y, m, d) { if (m < 3) { y--; m += 12 } return 365 * y + int(y / 4) - int(y / 100) + int(y / 400) + int((153 * (m - 3) + 2) / 5) + d }
  !/^joonbi_[0-9]+_[0-9]+$/ { next }
  {
    date = substr($0, 8, 8); day = days(substr(date, 1, 4) + 0, substr(date, 5, 2) + 0, substr(date, 7, 2) + 0)
    week = int((day + 1) / 7); month = substr(date, 1, 6); keep = 0
    if (last == "") last = date
    if (date == last) keep = 1
    if (!(date in seen_day)) { seen_day[date] = 1; if (++n_days <= 7) keep = 1 }
    if (!(week in seen_week)) { seen_week[week] = 1; if (++n_weeks <= 4) keep = 1 }
    if (!(month in seen_month)) { seen_month[month] = 1; if (++n_months <= 6) keep = 1 }
    if (!keep) print
  }'
