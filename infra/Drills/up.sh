#!/usr/bin/env bash
# `pulumi up` of a standing stack, for a pipeline, with a copy of its state kept afterwards, also of an `up` that failed.
#
#   up.sh --stack STACK --results DIR [--change-role]
#
#   --results      what happened is added to DIR/events.ndjson
#   --change-role  also if the role in the file is not the one that the stack has. That is a failover, which people decide
#
# Exits with 1 if the `up` failed, with 2 if it was refused, and with 3 if it was good and only no copy of the state was kept.

set -euo pipefail
called_from=$PWD
cd "$(dirname "$0")/../.."
scripts=infra/Drills

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$scripts/up.sh" >&2; }

stack='' results='' change_role=''
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --stack) stack=${2-} ;;
    --results) results=${2-} ;;
    --change-role) change_role=yes; shift; continue ;;
    *) problems+=("unknown argument '$1'"); shift; continue ;;
  esac
  shift $(($# > 1 ? 2 : 1))
done
file=Pulumi.$stack.yaml
if [ -z "$stack" ] || [ ! -f "$file" ]; then problems+=("--stack: expected a stack that has a file, got '$stack'"); fi
case $results in
  '') problems+=("--results: expected a folder, got ''") ;;
  /*) ;;
  *) results=$called_from/$results ;;
esac
if [ ${#problems[@]} -gt 0 ]; then
  printf 'up.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

role=$($scripts/setting.sh "$file" role)
if [ -z "$change_role" ]; then $scripts/check-roles.sh "$stack"; fi

mkdir -p "$results"
PULUMI_BACKEND_URL=$($scripts/setting.sh "$file" stateBackend)
export PULUMI_BACKEND_URL
echo "up.sh: $stack as $role; what happens is written to $results/events.ndjson" >&2
up=0
began=$(wc -l < "$results/events.ndjson" 2> /dev/null || echo 0)
pulumi up --yes --skip-preview --json --stack "$stack" >> "$results/events.ndjson" || up=$?
if [ "$up" -ne 0 ]; then
  echo "up.sh: pulumi up failed ($up)" >&2
  tail -n "+$((began + 1))" "$results/events.ndjson" |
    jq -r 'select(.diagnosticEvent.severity? == "error") | .diagnosticEvent.message' >&2 || true
fi
kept=0
$scripts/export-state.sh --stack "$stack" || kept=$?
[ "$up" -eq 0 ] || exit 1
if [ "$kept" -ne 0 ]; then
  echo "up.sh: $stack is up, and no copy of its state was kept: do it with $scripts/export-state.sh --stack $stack" >&2
  exit 3
fi
