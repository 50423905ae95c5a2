#!/usr/bin/env bash
# Removes drills whose time is over, and finds what drills left behind.
#
#   sweep.sh [--region R]...
#
#   --region  where to look for what was left behind (the regions of all stacks)
#
# A stack's time is its tag "expires"; without one, 24 hours after its last change, which is as long as a drill may take.
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

stacks=$(pulumi stack ls --json | jq -c '[.[] | {name: (.name | split("/") | last), lastUpdate} | select(.name | startswith("dr-test-"))]')
for stack in $(jq -r '.[].name' <<< "$stacks"); do
  expires=$(pulumi stack tag get expires --stack "$stack" 2> /dev/null) || expires=''
  if ! [[ $expires =~ $time ]]; then
    expires=$(jq -r --arg stack "$stack" '.[] | select(.name == $stack) | .lastUpdate // empty
      | .[0:19] + "Z" | fromdate + 24 * 3600 | todate' <<< "$stacks") || expires=''
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
