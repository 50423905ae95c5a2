#!/usr/bin/env bash
# Removes a drill's stack with everything in it. It needs nothing of the drill but its name, and can be run again.
#
#   teardown.sh --stack dr-test-ID [--attempts N] [--pause SECONDS]
#
# Exits with 0 if the stack is gone, also if it never was there, with 2 if the input is bad, and with 3 if it is still there.

set -euo pipefail
cd "$(dirname "$0")/../.."

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' infra/Drills/teardown.sh >&2; }

stack='' attempts=3 pause=60
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --stack) stack=${2-} ;;
    --attempts) attempts=${2-} ;;
    --pause) pause=${2-} ;;
    *) problems+=("unknown argument '$1'"); shift; continue ;;
  esac
  shift $(($# > 1 ? 2 : 1))
done
# Nothing that is not a drill's is ever removed from here.
[[ $stack =~ ^dr-test-[a-z0-9]+(-[a-z0-9]+)*$ ]] || problems+=("--stack: expected a drill's stack, dr-test-ID, got '$stack'")
[[ $attempts =~ ^[1-9]$ ]] || problems+=("--attempts: expected 1 to 9, got '$attempts'")
[[ $pause =~ ^[0-9]{1,4}$ ]] || problems+=("--pause: expected 0 to 9999 seconds, got '$pause'")
if [ ${#problems[@]} -gt 0 ]; then
  printf 'teardown.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

PULUMI_BACKEND_URL=$(infra/Drills/setting.sh Pulumi.dr-test.yaml stateBackend)
export PULUMI_BACKEND_URL
# The cluster goes with everything in it, so objects of one that no longer answers need no deletion of their own.
export PULUMI_K8S_DELETE_UNREACHABLE=true

# In a folder of its own: pulumi refuses a stack of which keys are missing that the committed Pulumi.yaml declares, and the drill's file may be
# lost. The state knows its provider of secrets, and `destroy` falls back to it (pulumi, cmd/pulumi/operations/destroy.go).
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf 'name: %s\nruntime: dotnet\n' "$(sed -n 's/^name: *//p' Pulumi.yaml)" > "$folder/Pulumi.yaml"
# What a stack without a state is asked for instead.
export PULUMI_CONFIG_PASSPHRASE=
there() { (cd "$folder" && pulumi "$@"); }

still_there() {
  echo "teardown.sh: $stack is still there and costs money: $1. Once that is repaired: infra/Drills/teardown.sh --stack $stack" >&2
  exit 3
}

stacks=$(there stack ls --json) || still_there "the stacks of $PULUMI_BACKEND_URL could not be listed"
if ! jq -e --arg stack "$stack" 'any(.[]; (.name | split("/") | last) == $stack)' <<< "$stacks" > /dev/null; then
  echo "teardown.sh: there is no stack $stack" >&2
  exit 0
fi

# What was interrupted left its lock behind.
there cancel --yes --stack "$stack" || true

refresh=''
for attempt in $(seq "$attempts"); do
  echo "teardown.sh: $stack: attempt $attempt of $attempts" >&2
  if there destroy --yes --skip-preview ${refresh:+"$refresh"} --stack "$stack"; then
    there stack rm --yes --preserve-config --stack "$stack" || still_there "its resources are gone, its state is not"
    echo "teardown.sh: $stack is gone" >&2
    exit 0
  fi
  if [ "$attempt" -eq "$attempts" ]; then break; fi
  # What an `up` was making when its machine was lost is not in the state, and keeps the rest from going.
  if region=$(there stack tag get region --stack "$stack") && [ -n "$region" ]; then
    infra/Drills/remove-orphans.sh --stack "$stack" --region "$region" || true
  fi
  # What is gone but not by pulumi is forgotten by a refresh; asking AWS about all the rest takes its time, so not at first.
  refresh=--refresh
  sleep "$pause"
done
still_there "pulumi destroy failed $attempts times"
