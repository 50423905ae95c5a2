#!/usr/bin/env bash
# The recovery plan's monthly test of the application, in a drill: its pods are killed, others have to come back, and the application has to
# say that it is active. How long the pods took is added to phases.ndjson.
#
#   recover-application.sh --stack dr-test-ID --region R --results DIR [--timeout SECONDS]
#
# Exits with 1 if there was none to kill, if none came back in time (600 seconds) or if the application is not active then, and with 2 if the
# input is bad.

set -euo pipefail

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; }

stack='' region='' results='' timeout=600
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --stack) stack=${2-} ;;
    --region) region=${2-} ;;
    --results) results=${2-} ;;
    --timeout) timeout=${2-} ;;
    *) problems+=("unknown argument '$1'"); shift; continue ;;
  esac
  shift $(($# > 1 ? 2 : 1))
done
[[ $stack == dr-test-?* ]] || problems+=("--stack: expected dr-test-ID, got '$stack'")
[ -n "$region" ] || problems+=("--region: expected a region, got ''")
[ -d "$results" ] || problems+=("--results: expected a folder that exists, got '$results'")
[[ $timeout =~ ^[1-9][0-9]{0,3}$ ]] || problems+=("--timeout: expected 1 to 9999 seconds, got '$timeout'")
if [ ${#problems[@]} -gt 0 ]; then
  printf 'recover-application.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

scripts=$(dirname "$0")
prefix=$("$scripts/setting.sh" "$scripts/../../Pulumi.dr-test.yaml" prefix)
KUBECONFIG=$(mktemp)
export KUBECONFIG
trap 'rm -f "$KUBECONFIG"' EXIT
aws eks update-kubeconfig --name "$prefix-$stack" --region "$region" --kubeconfig "$KUBECONFIG" > /dev/null

if ! "$scripts/measure.sh" workloads.restart "$results/phases.ndjson" \
  "$scripts/replace-pods.sh" --app ml-ta-api --namespace ml-ta --timeout "$timeout"; then
  echo "recover-application.sh: ml-ta-api did not come back within $timeout seconds" >&2
  exit 1
fi
# Through the API server: the drill's network leads nowhere.
if ! kubectl get --raw /api/v1/namespaces/ml-ta/services/ml-ta-api:8080/proxy/health/active --request-timeout=60s > /dev/null; then
  echo "recover-application.sh: ml-ta-api came back, but /health/active does not say that it is active" >&2
  exit 1
fi
