#!/usr/bin/env bash
# Collects what a drill's validation Jobs found into checks.ndjson, also of a drill whose `up` failed.
#
#   collect-checks.sh --stack dr-test-ID --region R --results DIR
#
# Exits with 0 if every Job reported and every check passed, with 1 if not, and with 2 if the input is bad.

set -euo pipefail

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; }

stack='' region='' results=''
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --stack) stack=${2-} ;;
    --region) region=${2-} ;;
    --results) results=${2-} ;;
    *) problems+=("unknown argument '$1'"); shift; continue ;;
  esac
  shift $(($# > 1 ? 2 : 1))
done
[ -n "$stack" ] || problems+=("--stack: expected dr-test-ID, got ''")
[ -n "$region" ] || problems+=("--region: expected a region, got ''")
[ -d "$results" ] || problems+=("--results: expected a folder that exists, got '$results'")
if [ ${#problems[@]} -gt 0 ]; then
  printf 'collect-checks.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

prefix=$("$(dirname "$0")/setting.sh" "$(dirname "$0")/../../Pulumi.dr-test.yaml" prefix)
# Not into the file of whoever runs this: kubectl must not be left pointing at a drill.
KUBECONFIG=$(mktemp)
export KUBECONFIG
trap 'rm -f "$KUBECONFIG"' EXIT
: > "$results/checks.ndjson"
# The name is computed: after an `up` that failed the stack has no outputs.
if ! aws eks update-kubeconfig --name "$prefix-$stack" --region "$region" --kubeconfig "$KUBECONFIG" > /dev/null; then
  echo "collect-checks.sh: there is no cluster $prefix-$stack in $region, so nothing was checked" >&2
  exit 1
fi

good=1
for job in validate-database validate-cache validate-models validate-api; do
  found=$(kubectl logs "job/$job" --namespace ml-ta --request-timeout=60s |
    jq -cR 'fromjson? | select(type == "object" and has("check"))') || true
  if [ -z "$found" ]; then
    echo "collect-checks.sh: $job reported nothing" >&2
    good=0
    continue
  fi
  printf '%s\n' "$found" >> "$results/checks.ndjson"
done
if jq -es 'any(.[]; .passed != true)' "$results/checks.ndjson" > /dev/null; then
  jq -r 'select(.passed != true) | "collect-checks.sh: \(.check) failed: \(.detail)"' "$results/checks.ndjson" >&2
  good=0
fi
[ "$good" -eq 1 ]
