#!/usr/bin/env bash
# Prints the role that a stack had at its last `pulumi up`, whatever its file says now.
#
#   deployed-role.sh --stack STACK
#
# Exits with 1 if there was no `up` yet, and with 2 if the input is bad.

set -euo pipefail
cd "$(dirname "$0")/../.."

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' infra/Drills/deployed-role.sh >&2; }

if [ $# -ne 2 ] || [ "$1" != --stack ] || [ ! -f "Pulumi.$2.yaml" ]; then
  echo "deployed-role.sh: expected --stack and a stack that has a file, got '$*'" >&2
  usage
  exit 2
fi
stack=$2
PULUMI_BACKEND_URL=$(infra/Drills/setting.sh "Pulumi.$stack.yaml" stateBackend)
export PULUMI_BACKEND_URL

# The history begins with the newest. Of one that failed, some may have happened, so it counts.
role=$(pulumi stack history --json --page-size 20 --stack "$stack" |
  jq -r 'map(select(.kind == "update")) | first // {} | .config["ml-ta:role"].value // empty')
if [ -z "$role" ]; then
  echo "deployed-role.sh: $stack was never up" >&2
  exit 1
fi
printf '%s\n' "$role"
