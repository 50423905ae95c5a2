#!/usr/bin/env bash
# One whole drill: restores a real backup into a stack of its own, checks the data, kills and recovers the application, writes the
# evidence, and removes the stack again, whatever happened before.
#
#   drill.sh --id ID --region R [--newest | --recovery-point ARN [--maximum-data-loss MINUTES] | --point-in-time]
#     [--results DIR] [--hours N] [--keep]
#
#   ID         names the stack dr-test-ID
#   R          a region that keeps copies, us-east-1 or eu-west-1; --point-in-time needs the standby's
#   MINUTES    how old the newest record of that copy may be (as Pulumi.dr-test.yaml says, as for --newest; --point-in-time: 30)
#   --results  a folder for what was measured, made if missing (drill-results/ID)
#   --hours    after how many hours the stack may be swept away, 5 to 24 (8): cluster, restore and checks may take more than three
#   --keep     leaves the stack, and says how to remove it
#
# Interrupted (Ctrl-C), it lets pulumi finish what it has begun, and then removes the stack. Interrupted again after 30 seconds or more, it
# stops pulumi at once: what AWS was making is then found by its name.
#
# Exits with 0 if the recovery worked, with 1 if it did not, with 2 if the input is bad, and with 3 if the stack could not be removed.

set -euo pipefail
called_from=$PWD
cd "$(dirname "$0")/../.."
scripts=infra/Drills

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$scripts/drill.sh" >&2; }
say() { echo "drill.sh: $*" >&2; }

id='' region='' results='' hours=8 keep='' data_loss=''
source=()
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --id) id=${2-} ;;
    --region) region=${2-} ;;
    --results) results=${2-} ;;
    --hours) hours=${2-} ;;
    --maximum-data-loss) data_loss=${2-} ;;
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
[[ $hours =~ ^([5-9]|1[0-9]|2[0-4])$ ]] || problems+=("--hours: expected 5 to 24, got '$hours'")
[[ $data_loss =~ ^([1-9][0-9]{0,5})?$ ]] || problems+=("--maximum-data-loss: expected minutes from 1, got '$data_loss'")
if [ -n "$data_loss" ] && [ "${source[0]}" != --recovery-point ]; then
  problems+=("--maximum-data-loss: expected with --recovery-point only, got '$data_loss' with ${source[0]}")
fi
case ${source[*]} in
  --newest | --point-in-time | "--recovery-point arn:"*) ;;
  *) problems+=("expected one of --newest, --recovery-point ARN and --point-in-time, got '${source[*]}'") ;;
esac
for tool in pulumi aws kubectl dotnet openssl jq setsid; do
  command -v "$tool" > /dev/null || problems+=("expected $tool on the PATH")
done
if [ ${#problems[@]} -gt 0 ]; then
  printf 'drill.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

# A point-in-time copy in another region is 5 to 30 minutes behind (AWS Prescriptive Guidance, "DR strategies for Amazon RDS", PITR).
if [ "${source[0]}" = --point-in-time ]; then data_loss=30; fi

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

outcome=1 made=''

# shellcheck source=interruption.sh
. "$scripts/interruption.sh"

remove() {
  local status=$?
  trap - EXIT
  trap '' INT TERM HUP
  # Refused before there was anything to pay for.
  if [ "$status" -eq 2 ]; then outcome=2; fi
  if [ -n "$made" ]; then
    if [ -n "$keep" ] && [ -z "$interrupted" ] && [ "$outcome" -ne 2 ]; then
      say "$stack is kept and costs money. Remove it with $scripts/teardown.sh --stack $stack; after $expires the sweeper does"
    else
      apart $scripts/teardown.sh --stack "$stack"
      wait "$running" || outcome=3
    fi
  fi
  exit "$outcome"
}
trap remove EXIT
trap stop INT TERM HUP

started_at=$(jq -nr 'now | floor | todate')
expires=$(jq -nr --arg from "$started_at" --argjson hours "$hours" '$from | fromdate + $hours * 3600 | todate')
made=yes
new=0
$scripts/new-drill.sh --stack "$stack" --region "$region" --rehearses "$rehearses" --config-file "$config" --started-at "$started_at" \
  --expires "$expires" ${data_loss:+--maximum-data-loss "$data_loss"} "${restore[@]}" || new=$?
if [ "$new" -eq 2 ]; then made=''; fi
if [ "$new" -ne 0 ]; then exit "$new"; fi
leave_if_interrupted

checked=0
dotnet run --project infra -- preview --stack "$stack" --config-file "$config" > /dev/null || checked=$?
leave_if_interrupted
if [ "$checked" -ne 0 ]; then
  say "what $config declares was refused ($checked), so nothing was restored"
  exit 2
fi

say "$stack comes up; what happens is written to $results/events.ndjson"
up=0
apart pulumi up --yes --skip-preview --json --stack "$stack" --config-file "$config" > "$results/events.ndjson"
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
# Of a folder that git knows nothing of, nobody says which commit was tried.
commit=$(git rev-parse HEAD 2> /dev/null) || commit=''
written=0
dotnet run --project infra -- evidence --path "$path" --results "$results" --out "$evidence" ${commit:+--commit "$commit"} \
  --stack "$stack" --config-file "$config" || written=$?

if [ $((up + checks + application + written)) -eq 0 ]; then
  say "the recovery worked: $evidence"
  outcome=0
else
  say "the recovery did not work: up $up, checks $checks, application $application, evidence $written; see $results"
fi
