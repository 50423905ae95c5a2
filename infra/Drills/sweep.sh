#!/usr/bin/env bash
# Removes drills whose time is over, and finds what drills left behind.
#
#   sweep.sh [--region R]...
#
#   --region  where to look for what was left behind (the regions of all stacks)
#
# A stack's time is its tag "expires"; without one, 24 hours after its last change, which is as long as a drill may take. One that was
# never changed has nothing in it and is only named.
# Exits with 0 if nothing is left that should be gone, with 1 if something is, and with 2 if the input is bad.

set -euo pipefail
# Times in UTC of one form, compared as text.
export LC_ALL=C
cd "$(dirname "$0")/../.."

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' infra/Drills/sweep.sh >&2; }

regions=()
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --region)
      [[ ${2-} =~ ^[a-z]{2}(-[a-z]+)+-[0-9]+$ ]] || problems+=("--region: expected a region such as eu-west-1, got '${2-}'")
      regions+=("${2-}")
      shift $(($# > 1 ? 2 : 1))
      ;;
    *) problems+=("unknown argument '$1'"); shift ;;
  esac
done
if [ ${#problems[@]} -gt 0 ]; then
  printf 'sweep.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi
if [ ${#regions[@]} -eq 0 ]; then
  for file in Pulumi.*.yaml; do
    case $file in Pulumi.dr-test*) continue ;; esac
    regions+=("$(infra/Drills/setting.sh "$file" region)")
  done
fi

PULUMI_BACKEND_URL=$(infra/Drills/setting.sh Pulumi.dr-test.yaml stateBackend)
export PULUMI_BACKEND_URL
time='^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$'
now=$(jq -nr 'now | floor | todate')
wrong=0
report() {
  echo "sweep.sh: $*" >&2
  wrong=1
}

list() { pulumi stack ls --json | jq -c '[.[] | {name: (.name | split("/") | last), lastUpdate} | select(.name | startswith("dr-test-"))]'; }

stacks=$(list)
for stack in $(jq -r '.[].name' <<< "$stacks"); do
  expires=$(pulumi stack tag get expires --stack "$stack" 2> /dev/null) || expires=''
  if ! [[ $expires =~ $time ]]; then
    changed=$(jq -r --arg stack "$stack" '.[] | select(.name == $stack) | .lastUpdate // empty' <<< "$stacks")
    if [ -z "$changed" ]; then
      echo "sweep.sh: $stack has no expiry yet and nothing in it. If nobody needs it: infra/Drills/teardown.sh --stack $stack" >&2
      continue
    fi
    expires=$(jq -nr --arg changed "$changed" '$changed[0:19] + "Z" | fromdate + 24 * 3600 | todate') || expires=''
  fi
  if [ -z "$expires" ]; then
    report "$stack: nobody knows until when it is needed. If nobody does: infra/Drills/teardown.sh --stack $stack"
  elif [[ $expires < $now ]]; then
    echo "sweep.sh: $stack expired at $expires" >&2
    infra/Drills/teardown.sh --stack "$stack" || report "$stack could not be removed"
  else
    echo "sweep.sh: $stack is needed until $expires" >&2
  fi
done

# What has no tag: told by its name, which begins with that of its stack. A stack is listed before what it may have, so that none of a drill
# that is just removed is reported.
prefix=$(infra/Drills/setting.sh Pulumi.dr-test.yaml prefix)
stacks=$(list) || {
  report "what drills left could not be told from what they need, as the stacks could not be listed again"
  exit "$wrong"
}
here=$(jq -r '.[].name' <<< "$stacks")
# report_orphans WHAT BEFORE AFTER NAME...: those of the names that begin with BEFORE, a stack that is not here any more, and AFTER.
report_orphans() {
  local what=$1 before=$2 after=$3 name stack owned
  shift 3
  for name in "$@"; do
    [[ $name == "$before"dr-test-* ]] || continue
    owned=''
    for stack in $here; do
      if [[ $name == "$before$stack$after"* ]]; then owned=yes; fi
    done
    if [ -z "$owned" ]; then report "the $what $name is left of a drill and has to be deleted by hand"; fi
  done
}
if roles=$(aws iam list-roles --query "Roles[?starts_with(RoleName, '$prefix-dr-test-')].RoleName" --output text); then
  # shellcheck disable=SC2086 # One word each.
  report_orphans role "$prefix-" - $roles
else
  report "the roles could not be listed"
fi
for region in "${regions[@]}"; do
  if groups=$(aws logs describe-log-groups --log-group-name-prefix "/aws/eks/$prefix-dr-test-" --region "$region" \
    --query 'logGroups[].logGroupName' --output text); then
    # shellcheck disable=SC2086 # One word each.
    report_orphans "log group in $region" "/aws/eks/$prefix-" / $groups
  else
    report "the log groups in $region could not be listed"
  fi
done

# What pulumi began and was stopped before it could write down. AWS goes on listing what is deleted for a while, hence two hours of grace
# (assumed).
overdue=$(jq -nr 'now - 2 * 3600 | floor | todate')
for region in "${regions[@]}"; do
  left=$(aws resourcegroupstaggingapi get-resources --tag-filters Key=expires --region "$region" --output json |
    jq -r --arg overdue "$overdue" '.ResourceTagMappingList[]
      | (.Tags | map({key: .Key, value: .Value}) | from_entries) as $tags
      | select(($tags.stack // "" | startswith("dr-test-")) and $tags.expires < $overdue)
      | "\(.ResourceARN) \($tags.stack)"') || {
    report "what drills left in $region could not be listed"
    continue
  }
  while read -r arn stack; do
    [ -n "$arn" ] || continue
    # A key waits for a week before it is gone, and costs nothing meanwhile (KMS developer guide, "Deleting AWS KMS keys").
    if [[ $arn == arn:aws:kms:* ]] &&
      [ "$(aws kms describe-key --key-id "$arn" --region "$region" --query KeyMetadata.KeyState --output text)" = PendingDeletion ]; then
      continue
    fi
    report "$arn is left of $stack and has to be deleted by hand"
  done <<< "$left"
done
exit "$wrong"
