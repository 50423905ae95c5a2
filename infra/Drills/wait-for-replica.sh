#!/usr/bin/env bash
# Waits until a replica has everything that its writer had. Before that, its promotion loses data.
#
#   wait-for-replica.sh --region R --database IDENTIFIER [--minutes N]
#
# Exits with 1 if it did not happen within N minutes (15), and with 2 if the input is bad.

set -euo pipefail

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; }

region='' database='' minutes=15
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --region) region=${2-} ;;
    --database) database=${2-} ;;
    --minutes) minutes=${2-} ;;
    *) problems+=("unknown argument '$1'"); shift; continue ;;
  esac
  shift $(($# > 1 ? 2 : 1))
done
[ -n "$region" ] || problems+=("--region: expected a region, got ''")
[ -n "$database" ] || problems+=("--database: expected a database's identifier, got ''")
[[ $minutes =~ ^[1-9][0-9]{0,2}$ ]] || problems+=("--minutes: expected 1 to 999, got '$minutes'")
if [ ${#problems[@]} -gt 0 ]; then
  printf 'wait-for-replica.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

# The lag of minutes that began after the writer was closed: an older 0 says nothing of what was written since. -1 is a replica that does
# not replicate (RDS user guide, "Monitoring read replication").
since=$(jq -nr 'now | floor | todate')
for _ in $(seq "$minutes"); do
  sleep 60
  lag=$(aws cloudwatch get-metric-statistics --region "$region" --namespace AWS/RDS --metric-name ReplicaLag --statistics Maximum --period 60 \
    --dimensions "Name=DBInstanceIdentifier,Value=$database" --start-time "$since" --end-time "$(jq -nr 'now | floor | todate')" --output json |
    jq -r '.Datapoints | sort_by(.Timestamp) | last.Maximum // "unknown"')
  echo "wait-for-replica.sh: $database lags by $lag seconds" >&2
  if [ "$lag" = 0 ]; then exit 0; fi
done
echo "wait-for-replica.sh: $database has not caught up within $minutes minutes, so it must not be promoted" >&2
exit 1
