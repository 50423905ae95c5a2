#!/usr/bin/env bash
# Kills a workload's pods and waits until none of them is there any more and as many new ones are ready.
#
#   replace-pods.sh --app NAME --namespace NAME [--timeout SECONDS]
#
#   --app  the pods' label app
#
# Exits with 1 if there are none to kill or if no new ones came in time (600 seconds), and with 2 if the input is bad.

set -euo pipefail

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; }

app='' namespace='' timeout=600
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --app) app=${2-} ;;
    --namespace) namespace=${2-} ;;
    --timeout) timeout=${2-} ;;
    *) problems+=("unknown argument '$1'"); shift; continue ;;
  esac
  shift $(($# > 1 ? 2 : 1))
done
[ -n "$app" ] || problems+=("--app: expected a workload's name, got ''")
[ -n "$namespace" ] || problems+=("--namespace: expected a namespace, got ''")
[[ $timeout =~ ^[1-9][0-9]{0,3}$ ]] || problems+=("--timeout: expected 1 to 9999 seconds, got '$timeout'")
if [ ${#problems[@]} -gt 0 ]; then
  printf 'replace-pods.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

pods() { kubectl get pods --selector "app=$app" --namespace "$namespace" --request-timeout=60s --output json; }

old=$(pods | jq -c '[.items[].metadata.uid]')
wanted=$(jq length <<< "$old")
if [ "$wanted" -eq 0 ]; then
  echo "replace-pods.sh: no pod of $app is there, so there is nothing to kill" >&2
  exit 1
fi

SECONDS=0
kubectl delete pod --selector "app=$app" --namespace "$namespace" --wait=false > /dev/null
# By their IDs. A deployment's own report may still be that of the old pods.
until pods | jq -e --argjson old "$old" --argjson wanted "$wanted" '
  [.items[] | select(.metadata.uid as $uid | any($old[]; . == $uid))] as $left
  | [.items[] | select(.metadata.deletionTimestamp == null and any(.status.conditions[]?; .type == "Ready" and .status == "True"))] as $ready
  | ($left | length) == 0 and ($ready | length) >= $wanted' > /dev/null; do
  if [ "$SECONDS" -ge "$timeout" ]; then
    echo "replace-pods.sh: after $timeout seconds the $wanted pods of $app are not replaced" >&2
    exit 1
  fi
  sleep 2
done
