#!/usr/bin/env bash
# Carries out the plan of a planned failover: sets what it changes in the stacks' files, and brings the stacks up in its order. The files
# have to be committed afterwards, at once: they say what is true now.
#
#   planned-failover.sh --plan FILE --results DIR
#
#   FILE  what `failover --graceful --json` wrote for these files
#
# Exits with 1 if a step failed; then read the runbook. Exits with 2 if the input is bad; nothing has been changed then. Exits with 3 if all was
# carried out and only a copy of a state was not kept.

set -euo pipefail
called_from=$PWD
cd "$(dirname "$0")/../.."
scripts=infra/Drills

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$scripts/planned-failover.sh" >&2; }

plan='' results=''
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --plan) plan=${2-} ;;
    --results) results=${2-} ;;
    *) problems+=("unknown argument '$1'"); shift; continue ;;
  esac
  shift $(($# > 1 ? 2 : 1))
done
case $plan in /*) ;; *) plan=$called_from/$plan ;; esac
case $results in
  '') problems+=("--results: expected a folder, got ''") ;;
  /*) ;;
  *) results=$called_from/$results ;;
esac
if ! jq -es 'length == 1 and (.[0] | has("config") and has("steps"))' "$plan" > /dev/null 2>&1; then
  problems+=("--plan: expected the JSON of a failover's plan, got '$plan'")
elif ! jq -e '.mode == "graceful" and .refusals == []' "$plan" > /dev/null; then
  problems+=("--plan: expected a planned failover that nothing forbids, got: $(jq -r '[.mode, .refusals[]] | map(tostring) | join("; ")' "$plan")")
elif ! jq -e '.config | length > 0 and all(.[]; .key == "ml-ta:role" and (.to | IN("fenced", "active")))' "$plan" > /dev/null; then
  problems+=("--plan: expected changes of roles and of nothing else, got: $(jq -c '.config' "$plan")")
else
  while read -r stack from; do
    role=$($scripts/setting.sh "Pulumi.$stack.yaml" role) || role=none
    [ "$role" = "$from" ] || problems+=("--plan: $stack was $from when it was made, and is $role in the file now")
    deployed=$($scripts/deployed-role.sh --stack "$stack") || deployed=none
    [ "$deployed" = "$from" ] || problems+=("--plan: $stack was $from in the file when it was made, and really is $deployed")
  done < <(jq -r '.config[] | "\(.stack) \(.from)"' "$plan")
fi
if [ ${#problems[@]} -gt 0 ]; then
  printf 'planned-failover.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

mkdir -p "$results"
while read -r stack to; do
  sed -i.before "s/^  ml-ta:role: .*/  ml-ta:role: $to/" "Pulumi.$stack.yaml"
  rm "Pulumi.$stack.yaml.before"
done < <(jq -r '.config[] | "\(.stack) \(.to)"' "$plan")

# Without a copy of the state nothing is lost as long as the state is there. To stop half way would leave nobody who writes.
not_kept=''
up() {
  local status=0
  $scripts/up.sh --stack "$1" --results "$results" --change-role < /dev/null || status=$?
  case $status in
    0) ;;
    3) not_kept="$not_kept $1" ;;
    *) exit 1 ;;
  esac
}

# The stacks in the order of the plan's steps. Before one begins to write, the one that wrote has stopped and its replica has everything.
while read -r stack; do
  if [ "$($scripts/setting.sh "Pulumi.$stack.yaml" role)" = active ]; then
    read -r region database < <(jq -r '.steps[] | select(.id == "catch-up") | .command
      | capture("--region (?<region>[^ ]+) .*DBInstanceIdentifier,Value=(?<database>[^ ]+)") | "\(.region) \(.database)"' "$plan")
    $scripts/measure.sh database.catch-up "$results/phases.ndjson" $scripts/wait-for-replica.sh --region "$region" --database "$database" || exit 1
  fi
  up "$stack"
done < <(jq -r '.steps[].command | capture("^pulumi up --stack (?<stack>[a-z0-9-]+)$").stack' "$plan")
if [ -n "$not_kept" ]; then
  echo "planned-failover.sh: carried out; no copy of the state was kept of:$not_kept" >&2
  exit 3
fi
