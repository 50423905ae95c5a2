#!/usr/bin/env bash
# The recovery plan's monthly tests that break something in the stack that serves: its database's zone, its application, its replication.
# One after the other; when one was not recovered from, the next is not begun.
#
#   monthly-experiments.sh --results DIR
#
#   --results  a folder for what was measured, made if missing: one folder for each, and its evidence, evidence-EXPERIMENT.json
#
# Exits with 1 if one failed or proved nothing, with 2 if the input is bad or a stack's role is not what its file says, and with 130 if it was
# interrupted; what ran is stopped then.

set -euo pipefail
called_from=$PWD
cd "$(dirname "$0")/../.."
scripts=infra/Drills

if [ $# -ne 2 ] || [ "$1" != --results ] || [ -z "$2" ]; then
  echo "monthly-experiments.sh: expected --results and a folder, got '$*'" >&2
  sed -n '2,/^$/s/^# \{0,1\}//p' "$scripts/monthly-experiments.sh" >&2
  exit 2
fi
results=$2
case $results in /*) ;; *) results=$called_from/$results ;; esac

active='' standby=''
for file in Pulumi.*.yaml; do
  stack=${file#Pulumi.}
  case $($scripts/setting.sh "$file" role) in
    active) active=${stack%.yaml} ;;
    standby) standby=${stack%.yaml} ;;
  esac
done
if [ -z "$active" ] || [ -z "$standby" ]; then
  echo "monthly-experiments.sh: expected an active stack and its standby, got active '$active' and standby '$standby': nothing is broken while nothing could take over" >&2
  exit 1
fi
# What is broken has to be what is declared: with other roles the wrong stack would be.
$scripts/check-roles.sh "$active" "$standby"
file=Pulumi.$active.yaml
region=$($scripts/setting.sh "$file" region)
prefix=$($scripts/setting.sh "$file" prefix)
zone=$($scripts/setting.sh "$file" dns.zone)
PULUMI_BACKEND_URL=$($scripts/setting.sh "$file" stateBackend)
export PULUMI_BACKEND_URL
targets=$(pulumi stack output targetGroupArn --stack "$active")

commit=()
if head=$(git rev-parse HEAD 2> /dev/null); then commit=(--commit "$head"); fi
now() { date -u +%Y-%m-%dT%H:%M:%SZ; }

# In the background, as a shell hears no signal while it waits for what is in front; as TERM, as INT is ignored there.
running='' interrupted=''
trap 'interrupted=yes; if [ -n "$running" ]; then kill -TERM "$running" 2> /dev/null || true; fi' INT TERM
watched() {
  local status=0
  [ -z "$interrupted" ] || exit 130
  "$@" &
  running=$!
  # A signal that came before it had a name.
  [ -z "$interrupted" ] || kill -TERM "$running"
  wait "$running" || status=$?
  # A signal ends the wait, and what runs has its experiment to stop.
  while kill -0 "$running" 2> /dev/null; do
    status=0
    wait "$running" || status=$?
  done
  running=''
  [ -z "$interrupted" ] || exit 130
  return "$status"
}

unproven=0
run() {
  local experiment=$1 failed=0 finished=()
  shift
  local evidence=(--path "$experiment" --results "$results/$experiment" --out "$results/evidence-$experiment.json" --started "$(now)" "${commit[@]}")
  watched $scripts/run-experiment.sh --region "$region" --results "$results/$experiment" --experiment "$experiment" "$@" || failed=1
  # A failure measures nothing, so nothing else says when it was over. Of one that passed before anything was seen to break there is nothing
  # to write down.
  if [ "$failed" -eq 1 ]; then finished=(--finished "$(now)"); fi
  dotnet run --project infra -- evidence "${evidence[@]}" "${finished[@]}" || unproven=1
  [ "$failed" -eq 0 ] || exit 1
}
run database-failover --url "https://api.$region.$zone/health/active"
run application-recovery --target-group "$targets"
run object-replication --source-bucket "$prefix-models-$active" --destination-bucket "$prefix-models-$standby" \
  --destination-region "$($scripts/setting.sh "Pulumi.$standby.yaml" region)"
exit "$unproven"
