#!/usr/bin/env bash
# Makes a drill's stack, empty, and its configuration: a copy of Pulumi.dr-test.yaml with what this drill restores and where, and with
# secrets of its own.
#
#   new-drill.sh --stack dr-test-ID --region R --rehearses STACK --config-file COPY --started-at TIME --expires TIME
#     [--maximum-data-loss MINUTES] KEY=VALUE...
#
#   STACK      the one in the same region, whose copies are restored
#   COPY       the file to write
#   MINUTES    how old the newest record may be (what the committed file says)
#   KEY=VALUE  what choose-restore-point.sh printed
#
# Exits with 2 if the input is bad; nothing has been made then. It never does after it has begun to make something.

set -euo pipefail
cd "$(dirname "$0")/../.."

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' infra/Drills/new-drill.sh >&2; }

stack='' region='' rehearses='' config='' started_at='' expires='' data_loss=''
values=()
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --stack) stack=${2-} ;;
    --region) region=${2-} ;;
    --rehearses) rehearses=${2-} ;;
    --config-file) config=${2-} ;;
    --started-at) started_at=${2-} ;;
    --expires) expires=${2-} ;;
    --maximum-data-loss) data_loss=${2-} ;;
    restore.?*=?*) values+=("$1"); shift; continue ;;
    *) problems+=("unknown argument '$1'"); shift; continue ;;
  esac
  shift $(($# > 1 ? 2 : 1))
done
time='^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$'
[ -n "$region" ] || problems+=("--region: expected a region, got ''")
[[ $stack =~ ^dr-test-[a-z0-9]+(-[a-z0-9]+)*$ ]] || problems+=("--stack: expected dr-test-ID, got '$stack'")
[ -n "$config" ] || problems+=("--config-file: expected the file to write, got ''")
[[ $started_at =~ $time ]] || problems+=("--started-at: expected a time such as 2026-11-23T03:05:00Z, got '$started_at'")
[[ $expires =~ $time ]] || problems+=("--expires: expected a time such as 2026-11-23T09:05:00Z, got '$expires'")
[[ $data_loss =~ ^([1-9][0-9]{0,5})?$ ]] || problems+=("--maximum-data-loss: expected minutes from 1, got '$data_loss'")
[ ${#values[@]} -eq 2 ] || problems+=("expected restore.time and what is restored, got ${#values[@]} values")
declare -A copied=()
if [ -z "$rehearses" ] || [ ! -f "Pulumi.$rehearses.yaml" ]; then
  problems+=("--rehearses: expected a stack that has a file, got '$rehearses'")
else
  # As many zones as the committed file has.
  read -ra zones <<< "$(infra/Drills/setting.sh "Pulumi.$rehearses.yaml" network.zones)"
  read -ra wanted <<< "$(infra/Drills/setting.sh Pulumi.dr-test.yaml network.zones)"
  if [ ${#zones[@]} -lt ${#wanted[@]} ]; then
    problems+=("Pulumi.dr-test.yaml: network.zones: expected no more than Pulumi.$rehearses.yaml has, ${#zones[@]}, got ${#wanted[@]}")
  fi
  for key in workloads.registry workloads.version; do
    copied[$key]=$(infra/Drills/setting.sh "Pulumi.$rehearses.yaml" "$key") || problems+=("Pulumi.$rehearses.yaml: $key: expected a value")
  done
fi
if [ ${#problems[@]} -gt 0 ]; then
  printf 'new-drill.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

PULUMI_BACKEND_URL=$(infra/Drills/setting.sh Pulumi.dr-test.yaml stateBackend)
export PULUMI_BACKEND_URL
provider=$(infra/Drills/setting.sh Pulumi.dr-test.yaml secretsprovider)

# `stack init` knows no --config-file: it writes the key of the secrets into the file that is named after the stack.
own=Pulumi.$stack.yaml
begun=''
leave() {
  local status=$?
  rm -f "$own"
  if [ -n "$begun" ] && [ "$status" -eq 2 ]; then exit 1; fi
}
trap leave EXIT
cp Pulumi.dr-test.yaml "$own"
begun=yes
pulumi stack init "$stack" --no-select --secrets-provider "$provider"
mv "$own" "$config"
# Tags of the stack, because they can be read without the configuration, and are there before the first resource.
pulumi stack tag set expires "$expires" --stack "$stack"
pulumi stack tag set region "$region" --stack "$stack"

set_value() { pulumi config set --path "ml-ta:$1" "$2" --plaintext --stack "$stack" --config-file "$config"; }
set_value region "$region"
set_value rehearses "$rehearses"
for index in "${!wanted[@]}"; do set_value "network.zones[$index]" "${zones[$index]}"; done
for key in workloads.registry workloads.version; do set_value "$key" "${copied[$key]}"; done
# The committed file restores an example, by another key perhaps.
pulumi config rm --path ml-ta:restore --stack "$stack" --config-file "$config"
for value in "${values[@]}"; do
  set_value "${value%%=*}" "${value#*=}"
done
set_value drill.startedAt "$started_at"
set_value drill.expires "$expires"
if [ -n "$data_loss" ]; then set_value drill.maximumDataLossMinutes "$data_loss"; fi
# Through the standard input: arguments are seen by everybody on the machine.
for secret in databasePassword cacheToken; do
  openssl rand -hex 20 | pulumi config set --secret "ml-ta:$secret" --stack "$stack" --config-file "$config"
done
