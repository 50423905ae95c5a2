#!/usr/bin/env bash
# The recovery plan's monthly tests that break something in the stack that serves: its database's zone, its application, its replication.
# One after the other; when one was not recovered from, the next is not begun.
#
#   monthly-experiments.sh --results DIR
#
#   --results  a folder for what was measured, made if missing: one folder for each, and its evidence, evidence-EXPERIMENT.json
#
# Exits with 1 if one failed or proved nothing, and with 2 if the input is bad.

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
file=Pulumi.$active.yaml
region=$($scripts/setting.sh "$file" region)
prefix=$($scripts/setting.sh "$file" prefix)
zone=$($scripts/setting.sh "$file" dns.zone)
PULUMI_BACKEND_URL=$($scripts/setting.sh "$file" stateBackend)
export PULUMI_BACKEND_URL
targets=$(pulumi stack output targetGroupArn --stack "$active")

unproven=0
run() {
  local experiment=$1 started
  shift
  started=$(date -u +%Y-%m-%dT%H:%M:%SZ)
  $scripts/run-experiment.sh --region "$region" --results "$results/$experiment" --experiment "$experiment" "$@" || exit 1
  # Of one that passed before anything was seen to break there is nothing to write down.
  dotnet run --project infra -- evidence --path "$experiment" --results "$results/$experiment" \
    --out "$results/evidence-$experiment.json" --started "$started" || unproven=1
}
run database-failover --url "https://api.$region.$zone/health/active"
run application-recovery --target-group "$targets"
run object-replication --source-bucket "$prefix-models-$active" --destination-bucket "$prefix-models-$standby" \
  --destination-region "$($scripts/setting.sh "Pulumi.$standby.yaml" region)"
exit "$unproven"
