#!/usr/bin/env bash
# Waits until a replica has everything that its writer had. Before that, its promotion loses data.
#
#   wait-for-replica.sh --region R --database IDENTIFIER [--closed-at TIME] [--minutes N]
#
#   --closed-at  since when nothing has been written, such as 2026-11-23T03:05:00Z (now)
#
# Exits with 1 if it was not seen within N minutes (15), and with 2 if the input is bad.

set -euo pipefail

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; }

# A second later rather than earlier: what was written within it must not be missed.
region='' database='' minutes=15 closed=$(jq -nr 'now | ceil | todate')
problems=()
while [ $# -gt 0 ]; do
  case $1 in
    --region) region=${2-} ;;
    --database) database=${2-} ;;
    --closed-at) closed=${2-} ;;
    --minutes) minutes=${2-} ;;
    *) problems+=("unknown argument '$1'"); shift; continue ;;
  esac
  shift $(($# > 1 ? 2 : 1))
done
[ -n "$region" ] || problems+=("--region: expected a region, got ''")
[ -n "$database" ] || problems+=("--database: expected a database's identifier, got ''")
jq -en --arg closed "$closed" '$closed | test("^[0-9-]{10}T[0-9:]{8}Z$") and (fromdate | todate) == $closed' > /dev/null 2>&1 ||
  problems+=("--closed-at: expected a time such as 2026-11-23T03:05:00Z, got '$closed'")
[[ $minutes =~ ^[1-9][0-9]{0,2}$ ]] || problems+=("--minutes: expected 1 to 999, got '$minutes'")
if [ ${#problems[@]} -gt 0 ]; then
  printf 'wait-for-replica.sh: %s\n' "${problems[@]}" >&2
  usage
  exit 2
fi

# How far the replica is, from the minutes since the writer was closed: where a minute began, less its longest lag. The lag itself tells
# nothing: it counts from the last transaction, so with a closed writer it grows for up to five minutes and falls back when the writer's
# server begins a new segment of its log, and a whole minute of 0 may never come (RDS user guide, "Working with read replicas for RDS for
# PostgreSQL"). -1 is a replica that does not replicate (RDS user guide, "Monitoring read replication").
progress() {
  local end
  end=$(jq -nr 'now + 60 | floor | todate')
  aws cloudwatch get-metric-statistics --region "$region" --namespace AWS/RDS --metric-name ReplicaLag --statistics Maximum --period 60 \
    --dimensions "Name=DBInstanceIdentifier,Value=$database" --start-time "$closed" --end-time "$end" --output json |
    jq -r --arg closed "$closed" '
      def seconds: sub("[.][0-9]+"; "") | sub("[+]00:00$"; "Z") | fromdate;
      .Datapoints | sort_by(.Timestamp | seconds)
      | (map(select(.Maximum >= 0) | (.Timestamp | seconds) - .Maximum) | max) as $reached
      | if length == 0 then "unknown: no minute since \($closed) has a lag yet"
        elif $reached != null and $reached >= ($closed | fromdate) then "caught-up: has everything of before \($reached | floor | todate)"
        elif last.Maximum < 0 then "stopped: does not replicate"
        else "behind: has everything of before \($reached | floor | todate), and the writer was closed at \($closed)" end'
}

for _ in $(seq "$minutes"); do
  sleep 60
  found=$(progress) || found='unknown: its lag cannot be read'
  echo "wait-for-replica.sh: $database ${found#*: }" >&2
  if [ "${found%%:*}" = caught-up ]; then exit 0; fi
done
echo "wait-for-replica.sh: $database was not seen to have everything within $minutes minutes, so it must not be promoted" >&2
exit 1
