#!/usr/bin/env bash
# Puts a file of evidence where it cannot be changed any more: under evidence/ in the archive's bucket of configuration.
#
#   keep-evidence.sh FILE
#
# Exits with 1 if it was not kept, and with 2 if the input is bad.

set -euo pipefail

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; }

if [ $# -ne 1 ] || ! jq -es 'length == 1 and (.[0] | type == "object")' "$1" > /dev/null 2>&1; then
  echo "keep-evidence.sh: expected a file with one JSON object, got '$*'" >&2
  usage
  exit 2
fi
scripts=$(dirname "$0")
prefix=$("$scripts/setting.sh" "$scripts/../../Pulumi.backup.yaml" prefix)
target=s3://$prefix-config-backups-backup/evidence/$(date -u +%Y%m%dT%H%M%SZ)-$(basename "$1")
aws s3 cp --only-show-errors "$1" "$target" || exit 1
echo "keep-evidence.sh: kept $target" >&2
