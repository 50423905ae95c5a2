#!/usr/bin/env bash
# Compares what this checkout deploys with the default branch as it is now: hours may lie between a plan and its approval, or between a
# push and its turn.
#
#   check-newest.sh
#
# Exits with 0 if they are the same, with 1 if the default branch cannot be read, and with 2 if they are not the same, or if there is
# anything on the command line.

set -euo pipefail
cd "$(dirname "$0")/../.."

if [ $# -gt 0 ]; then
  echo "check-newest.sh: expected nothing, got '$*'" >&2
  sed -n '2,/^$/s/^# \{0,1\}//p' infra/Drills/check-newest.sh >&2
  exit 2
fi
# Of a remote, HEAD is its default branch.
if ! git fetch --quiet origin HEAD; then
  echo "check-newest.sh: the default branch cannot be read" >&2
  exit 1
fi
# What deploy.yml is started by: of anything else nobody would begin again.
changed=$(git diff --name-only HEAD FETCH_HEAD -- infra standin 'Pulumi*.yaml' 'Directory.*')
if [ -n "$changed" ]; then
  echo "check-newest.sh: the default branch has other files now, so plan again, in a new run: $(printf '%s\n' "$changed" | head -n 10 | paste -s -d ' ' -)" >&2
  exit 2
fi
