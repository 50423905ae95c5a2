#!/usr/bin/env bash
# Which of the three ways to restore is this month's turn, so that each is proven four times a year.
#
#   monthly-choice.sh [MONTH]
#
#   MONTH  1 to 12 (now, UTC)
#
# Prints region= and source=, for a pipeline. Exits with 2 if the input is bad.

set -euo pipefail

month=${1-$(date -u +%-m)}
if [ $# -gt 1 ] || ! [[ $month =~ ^([1-9]|1[0-2])$ ]]; then
  echo "monthly-choice.sh: expected a month, 1 to 12, got '$*'" >&2
  sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
case $((month % 3)) in
  0) printf 'region=eu-west-1\nsource=newest\n' ;;
  1) printf 'region=us-east-1\nsource=newest\n' ;;
  2) printf 'region=us-east-1\nsource=point-in-time\n' ;;
esac
