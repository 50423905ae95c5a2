#!/usr/bin/env bash
# Which of the three ways to restore is this month's turn, so that each is proven four times a year.
#
#   monthly-choice.sh [MONTH]
#
#   MONTH  1 to 12 (now, UTC)
#
# Prints region= and source=, for a pipeline. Exits with 2 if the input is bad.

set -euo pipefail
cd "$(dirname "$0")/../.."

month=${1-$(date -u +%-m)}
if [ $# -gt 1 ] || ! [[ $month =~ ^([1-9]|1[0-2])$ ]]; then
  echo "monthly-choice.sh: expected a month, 1 to 12, got '$*'" >&2
  sed -n '2,/^$/s/^# \{0,1\}//p' infra/Drills/monthly-choice.sh >&2
  exit 2
fi
standby='' archive=''
for file in Pulumi.*.yaml; do
  case $(infra/Drills/setting.sh "$file" role) in
    standby) standby=$(infra/Drills/setting.sh "$file" region) ;;
    archive) archive=$(infra/Drills/setting.sh "$file" region) ;;
  esac
done
source=newest
if [ -n "$standby" ]; then source=point-in-time; fi
# While there is no standby, the archive has the only copies.
case $((month % 3)) in
  0) printf 'region=%s\nsource=newest\n' "$archive" ;;
  1) printf 'region=%s\nsource=newest\n' "${standby:-$archive}" ;;
  2) printf 'region=%s\nsource=%s\n' "${standby:-$archive}" "$source" ;;
esac
