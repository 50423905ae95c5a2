#!/usr/bin/env bash
# What `pulumi up` of a standing stack would change; nothing is changed.
#
#   preview.sh --stack STACK [--drift]
#
#   --drift  asks AWS what there is, and fails if that is not what is declared
#
# Exits as pulumi does, and with 2 if the input is bad.

set -euo pipefail
cd "$(dirname "$0")/../.."

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' infra/Drills/preview.sh >&2; }

stack='' drift=()
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --stack) stack=${2-}; shift $(($# > 1 ? 2 : 1)) ;;
    --drift) drift=(--refresh --expect-no-changes); shift ;;
    *) problems+=("unknown argument '$1'"); shift ;;
  esac
done
if [ -z "$stack" ] || [ ! -f "Pulumi.$stack.yaml" ]; then problems+=("--stack: expected a stack that has a file, got '$stack'"); fi
if [ ${#problems[@]} -gt 0 ]; then
  printf 'preview.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

PULUMI_BACKEND_URL=$(infra/Drills/setting.sh "Pulumi.$stack.yaml" stateBackend)
export PULUMI_BACKEND_URL
exec pulumi preview --diff --non-interactive --color never ${drift[@]+"${drift[@]}"} --stack "$stack"
