#!/usr/bin/env bash
# Keeps a copy of a stack's state in the stack's bucket for it, from where it replicates to the other regions. Secrets in it stay
# encrypted.
#
#   export-state.sh --stack STACK
#
# Exits with 1 if no usable copy was kept, and with 2 if the input is bad.

set -euo pipefail
cd "$(dirname "$0")/../.."

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' infra/Drills/export-state.sh >&2; }

stack=''
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --stack) stack=${2-}; shift $(($# > 1 ? 2 : 1)) ;;
    *) problems+=("unknown argument '$1'"); shift ;;
  esac
done
file=Pulumi.$stack.yaml
if [ -z "$stack" ]; then
  problems+=("--stack: expected a stack's name, got ''")
elif [ ! -f "$file" ]; then
  problems+=("--stack: expected a stack with a file $file, got '$stack'")
fi
if [ ${#problems[@]} -gt 0 ]; then
  printf 'export-state.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

PULUMI_BACKEND_URL=$(infra/Drills/setting.sh "$file" stateBackend)
export PULUMI_BACKEND_URL
prefix=$(infra/Drills/setting.sh "$file" prefix)
state=$(mktemp)
trap 'rm -f "$state"' EXIT

# Through a file: what a pipe has already sent cannot be taken back when it turns out to be half of a state.
pulumi stack export --stack "$stack" --file "$state"
if ! jq -es 'length == 1 and (.[0].deployment | type == "object")' "$state" > /dev/null 2>&1; then
  echo "export-state.sh: what pulumi exported of $stack is not a state, so it was not kept" >&2
  exit 1
fi
target=s3://$prefix-pulumi-state-backups-$stack/$(date -u +%Y%m%dT%H%M%SZ).json
aws s3 cp --only-show-errors "$state" "$target"
echo "export-state.sh: kept $target" >&2
