#!/usr/bin/env bash
# Judges recovery with what drills have measured: fetches their evidence from the archive's bucket of configuration, where keep-evidence.sh
# put it.
#
#   assess-evidence.sh
#
# Exits as assess does, and with 2 if there is anything on the command line or the evidence cannot be fetched.

set -euo pipefail
cd "$(dirname "$0")/../.."

if [ $# -gt 0 ]; then
  echo "assess-evidence.sh: expected nothing, got '$*'" >&2
  sed -n '2,/^$/s/^# \{0,1\}//p' infra/Drills/assess-evidence.sh >&2
  exit 2
fi
evidence=$(mktemp -d)
trap 'rm -rf "$evidence"' EXIT
bucket=$(infra/Drills/setting.sh Pulumi.backup.yaml prefix)-config-backups-backup
if ! aws s3 sync --only-show-errors "s3://$bucket/evidence" "$evidence"; then
  echo "assess-evidence.sh: the evidence in s3://$bucket/evidence cannot be fetched" >&2
  exit 2
fi
status=0
dotnet run --project infra -- assess --evidence "$evidence" || status=$?
exit "$status"
