#!/usr/bin/env bash
# One whole drill: restores a real backup into a stack of its own, checks the data, kills and recovers the application, writes the
# evidence, and removes the stack again, whatever happened before.
#
#   drill.sh --id ID --region R [--newest | --recovery-point ARN | --point-in-time] [--results DIR] [--hours N] [--keep]
#
#   ID         names the stack dr-test-ID
#   R          a region that keeps copies, us-east-1 or eu-west-1; --point-in-time needs the standby's
#   --results  a folder for what was measured, made if missing (drill-results/ID)
#   --hours    after how many hours the stack may be swept away, 1 to 24 (6)
#   --keep     leaves the stack, and says how to remove it
#
# Exits with 0 if the recovery worked, with 1 if it did not, with 2 if the input is bad, and with 3 if the stack could not be removed.

set -euo pipefail
called_from=$PWD
cd "$(dirname "$0")/../.."
scripts=infra/Drills

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$scripts/drill.sh" >&2; }
say() { echo "drill.sh: $*" >&2; }

id='' region='' results='' hours=6 keep=''
source=()
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --id) id=${2-} ;;
    --region) region=${2-} ;;
    --results) results=${2-} ;;
    --hours) hours=${2-} ;;
    --recovery-point) source+=("$1" "${2-}") ;;
    --newest | --point-in-time) source+=("$1"); shift; continue ;;
    --keep) keep=yes; shift; continue ;;
    *) problems+=("unknown argument '$1'"); shift; continue ;;
  esac
  shift $(($# > 1 ? 2 : 1))
done
if [ ${#source[@]} -eq 0 ]; then source=(--newest); fi
[[ $id =~ ^[a-z0-9]+(-[a-z0-9]+)*$ ]] || problems+=("--id: expected small letters, digits and single hyphens, got '$id'")
# Copies are wherever nothing is served.
rehearses='' regions=()
for file in Pulumi.*.yaml; do
  other=${file#Pulumi.}
  other=${other%.yaml}
  if [[ $other == dr-test* ]] || [ "$($scripts/setting.sh "$file" role)" = active ]; then continue; fi
  regions+=("$($scripts/setting.sh "$file" region)")
  if [ "${regions[-1]}" = "$region" ]; then rehearses=$other; fi
done
[ -n "$rehearses" ] || problems+=("--region: expected one that keeps copies, ${regions[*]}, got '$region'")
[[ $hours =~ ^([1-9]|1[0-9]|2[0-4])$ ]] || problems+=("--hours: expected 1 to 24, got '$hours'")
case ${source[*]} in
  --newest | --point-in-time | "--recovery-point arn:"*) ;;
  *) problems+=("expected one of --newest, --recovery-point ARN and --point-in-time, got '${source[*]}'") ;;
esac
for tool in pulumi aws kubectl dotnet openssl jq; do
  command -v "$tool" > /dev/null || problems+=("expected $tool on the PATH")
done
if [ ${#problems[@]} -gt 0 ]; then
  printf 'drill.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

stack=dr-test-$id
case $results in
  '') results=$PWD/drill-results/$id ;;
  /*) ;;
  *) results=$called_from/$results ;;
esac
if [ -e "$results/events.ndjson" ]; then
  say "--results: $results has the results of another drill"
  exit 2
fi
mkdir -p "$results"
config=$results/Pulumi.$stack.yaml
evidence=$results/evidence-$stack.json

PULUMI_BACKEND_URL=$($scripts/setting.sh Pulumi.dr-test.yaml stateBackend)
export PULUMI_BACKEND_URL
account=$($scripts/setting.sh Pulumi.dr-test.yaml account)
prefix=$($scripts/setting.sh Pulumi.dr-test.yaml prefix)

# Whoever shares a name would have their drill torn down by this one.
stacks=$(pulumi stack ls --json)
if jq -e --arg stack "$stack" 'any(.[]; (.name | split("/") | last) == $stack)' <<< "$stacks" > /dev/null; then
  say "--id: there is a stack $stack already; remove it with $scripts/teardown.sh --stack $stack, or choose another name"
  exit 2
fi

chosen=$($scripts/choose-restore-point.sh --region "$region" --account "$account" --prefix "$prefix" "${source[@]}")
mapfile -t restore <<< "$chosen"
say "restores ${restore[*]}"

outcome=1 made='' running='' interrupted=''

remove() {
  local status=$?
  trap - EXIT
  trap '' INT TERM
  # Refused before there was anything.
  if [ "$status" -eq 2 ]; then outcome=2; fi
  if [ -n "$made" ]; then
    if [ -n "$keep" ] && [ -z "$interrupted" ]; then
      say "$stack is kept and costs money. Remove it with $scripts/teardown.sh --stack $stack; after $expires the sweeper does"
    elif ! $scripts/teardown.sh --stack "$stack"; then
      outcome=3
    fi
  fi
  exit "$outcome"
}
# pulumi stops in good order on the first signal and at once on the second.
stop() {
  interrupted=yes
  say "interrupted: what was begun is finished, then $stack is removed. A second time stops at once"
  if [ -n "$running" ]; then kill -TERM "$running" 2> /dev/null || true; fi
}
trap remove EXIT
trap stop INT TERM
leave_if_interrupted() { if [ -n "$interrupted" ]; then exit 1; fi; }

started_at=$(jq -nr 'now | floor | todate')
expires=$(jq -nr --arg from "$started_at" --argjson hours "$hours" '$from | fromdate + $hours * 3600 | todate')
made=yes
$scripts/new-drill.sh --stack "$stack" --region "$region" --rehearses "$rehearses" \
  --config-file "$config" --started-at "$started_at" --expires "$expires" "${restore[@]}"
leave_if_interrupted

say "$stack comes up; what happens is written to $results/events.ndjson"
up=0
# In the background, because a shell hears no signal while it waits for a command in the foreground.
pulumi up --yes --skip-preview --json --stack "$stack" --config-file "$config" > "$results/events.ndjson" &
running=$!
wait "$running" || up=$?
while kill -0 "$running" 2> /dev/null; do
  up=0
  wait "$running" || up=$?
done
running=''
if [ "$up" -ne 0 ]; then
  say "pulumi up failed ($up)"
  jq -r 'select(.diagnosticEvent.severity? == "error") | .diagnosticEvent.message' "$results/events.ndjson" >&2 || true
fi
leave_if_interrupted

checks=0
$scripts/collect-checks.sh --stack "$stack" --region "$region" --results "$results" || checks=$?
leave_if_interrupted

application=0
if [ "$up" -eq 0 ]; then
  $scripts/recover-application.sh --stack "$stack" --region "$region" --results "$results" || application=$?
  leave_if_interrupted
fi

case ${source[0]} in
  --point-in-time) path=restore-point-in-time-$region ;;
  *) path=restore-copy-$region ;;
esac
written=0
dotnet run --project infra -- evidence --path "$path" --results "$results" --out "$evidence" --stack "$stack" --config-file "$config" || written=$?

if [ $((up + checks + application + written)) -eq 0 ]; then
  say "the recovery worked: $evidence"
  outcome=0
else
  say "the recovery did not work: up $up, checks $checks, application $application, evidence $written; see $results"
fi
