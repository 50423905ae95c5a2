#!/usr/bin/env bash
# Makes a drill's stack, empty, and its configuration: a copy of Pulumi.dr-test.yaml with what this drill restores and where, and with
# secrets of its own.
#
#   new-drill.sh --stack dr-test-ID --region R --rehearses STACK --config-file COPY --started-at TIME --expires TIME KEY=VALUE...
#
#   STACK      the one in the same region, whose copies are restored
#   COPY       the file to write
#   KEY=VALUE  what choose-restore-point.sh printed
#
# Exits with 2 if the input is bad; nothing has been made then.

set -euo pipefail
cd "$(dirname "$0")/../.."

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' infra/Drills/new-drill.sh >&2; }

stack='' region='' rehearses='' config='' started_at='' expires=''
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
[ ${#values[@]} -eq 2 ] || problems+=("expected restore.time and what is restored, got ${#values[@]} values")
if [ -z "$rehearses" ] || [ ! -f "Pulumi.$rehearses.yaml" ]; then problems+=("--rehearses: expected a stack that has a file, got '$rehearses'"); fi
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
trap 'rm -f "$own"' EXIT
cp Pulumi.dr-test.yaml "$own"
pulumi stack init "$stack" --no-select --secrets-provider "$provider"
mv "$own" "$config"
# A tag of the stack, because it can be read without the configuration, and is there before the first resource.
pulumi stack tag set expires "$expires" --stack "$stack"

set_value() { pulumi config set --path "ml-ta:$1" "$2" --plaintext --stack "$stack" --config-file "$config"; }
set_value region "$region"
set_value rehearses "$rehearses"
# As many zones as the committed file has.
read -ra zones <<< "$(infra/Drills/setting.sh "Pulumi.$rehearses.yaml" network.zones)"
index=0
for _ in $(infra/Drills/setting.sh Pulumi.dr-test.yaml network.zones); do
  set_value "network.zones[$index]" "${zones[$index]}"
  index=$((index + 1))
done
for key in workloads.registry workloads.version; do
  set_value "$key" "$(infra/Drills/setting.sh "Pulumi.$rehearses.yaml" "$key")"
done
# The committed file restores an example, by another key perhaps.
pulumi config rm --path ml-ta:restore --stack "$stack" --config-file "$config"
for value in "${values[@]}"; do
  set_value "${value%%=*}" "${value#*=}"
done
set_value drill.startedAt "$started_at"
set_value drill.expires "$expires"
# Through the standard input: arguments are seen by everybody on the machine.
for secret in databasePassword cacheToken; do
  openssl rand -hex 20 | pulumi config set --secret "ml-ta:$secret" --stack "$stack" --config-file "$config"
done
