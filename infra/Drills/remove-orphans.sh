#!/usr/bin/env bash
# Removes what a drill's `up` was making when it was stopped the hard way: its database, its cache and its cluster, found by their names,
# because pulumi writes down only what is finished. What is not there is no error.
#
#   remove-orphans.sh --stack dr-test-ID --region R
#
# Exits with 1 if something of it is still there, and with 2 if the input is bad.

set -euo pipefail
cd "$(dirname "$0")/../.."

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' infra/Drills/remove-orphans.sh >&2; }

stack='' region=''
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --stack) stack=${2-} ;;
    --region) region=${2-} ;;
    *) problems+=("unknown argument '$1'"); shift; continue ;;
  esac
  shift $(($# > 1 ? 2 : 1))
done
# Nothing that is not a drill's is ever removed from here.
[[ $stack =~ ^dr-test-[a-z0-9]+(-[a-z0-9]+)*$ ]] || problems+=("--stack: expected a drill's stack, dr-test-ID, got '$stack'")
[[ $region =~ ^[a-z]{2}(-[a-z]+)+-[0-9]+$ ]] || problems+=("--region: expected a region such as eu-west-1, got '$region'")
if [ ${#problems[@]} -gt 0 ]; then
  printf 'remove-orphans.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

# RegionNames.Drill, the name of all three.
name=$(infra/Drills/setting.sh Pulumi.dr-test.yaml prefix)-$stack
there() { aws "$@" --region "$region" --output text; }

# What is still being made may refuse to go, so then it is waited for first. The CLI's waiters give up by themselves, after 10 to 40 minutes
# (AWS CLI reference, "wait").
remove() {
  local service=$1 delete=$2 usable=$3 gone=$4
  shift 4
  # What comes after -- only deletes.
  local which=() only_to_delete=()
  while [ $# -gt 0 ] && [ "$1" != -- ]; do which+=("$1"); shift; done
  if [ $# -gt 0 ]; then shift; only_to_delete=("$@"); fi
  echo "remove-orphans.sh: $service $delete ${which[*]}" >&2
  if ! there "$service" "$delete" "${which[@]}" "${only_to_delete[@]}" > /dev/null; then
    there "$service" wait "$usable" "${which[@]}" || true
    there "$service" "$delete" "${which[@]}" "${only_to_delete[@]}" > /dev/null || true
  fi
  there "$service" wait "$gone" "${which[@]}"
}

database() {
  local found
  found=$(there rds describe-db-instances --query "DBInstances[?DBInstanceIdentifier=='$name'].DBInstanceIdentifier")
  [[ $found == *"$name"* ]] || return 0
  remove rds delete-db-instance db-instance-available db-instance-deleted --db-instance-identifier "$name" -- --skip-final-snapshot --delete-automated-backups
}

cache() {
  local found
  found=$(there elasticache describe-replication-groups --query "ReplicationGroups[?ReplicationGroupId=='$name'].ReplicationGroupId")
  [[ $found == *"$name"* ]] || return 0
  remove elasticache delete-replication-group replication-group-available replication-group-deleted --replication-group-id "$name"
}

cluster() {
  local found groups group
  found=$(there eks list-clusters --query "clusters[?@=='$name']")
  [[ $found == *"$name"* ]] || return 0
  groups=$(there eks list-nodegroups --cluster-name "$name" --query 'nodegroups[]')
  # A cluster with nodes cannot be deleted (EKS API, DeleteCluster).
  for group in $groups; do
    remove eks delete-nodegroup nodegroup-active nodegroup-deleted --cluster-name "$name" --nodegroup-name "$group"
  done
  remove eks delete-cluster cluster-active cluster-deleted --name "$name"
}

# At the same time, and whatever becomes of the others.
pids=()
database & pids+=("$!")
cache & pids+=("$!")
cluster & pids+=("$!")
left=0
for pid in "${pids[@]}"; do wait "$pid" || left=1; done
if [ "$left" -ne 0 ]; then echo "remove-orphans.sh: not everything that is called $name could be removed from $region" >&2; fi
exit "$left"
