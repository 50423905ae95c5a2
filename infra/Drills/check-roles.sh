#!/usr/bin/env bash
# Compares the roles in the stacks' files with those that the stacks have. Where they differ, an `up` is a failover.
#
#   check-roles.sh STACK...
#
# Exits with 0 if they are the same, and with 2 if they are not, or if the input is bad.

set -euo pipefail
cd "$(dirname "$0")/../.."

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' infra/Drills/check-roles.sh >&2; }

problems=()
if [ $# -eq 0 ]; then problems+=("expected at least one stack"); fi
for stack in "$@"; do
  file=Pulumi.$stack.yaml
  if [ ! -f "$file" ]; then
    problems+=("expected a stack that has a file, got '$stack'")
    continue
  fi
  role=$(infra/Drills/setting.sh "$file" role)
  deployed=$(infra/Drills/deployed-role.sh --stack "$stack") || deployed='none yet'
  if [ "$role" != "$deployed" ]; then
    problems+=("$file says $role, and $stack has the role $deployed. Changing it is a failover, which people decide: see the README")
  fi
done
if [ ${#problems[@]} -gt 0 ]; then
  printf 'check-roles.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi
