#!/bin/sh
# Tells the other regions whether this stack is active. Run every minute by the CronJob ml-ta-heartbeat, which sets:
#   HEALTH_URL        answers 200 where the database is writable
#   REGIONS           who is told, separated by spaces
#   METRIC_NAMESPACE, METRIC_NAME, METRIC_DIMENSIONS
# Fails if no region could be told.
set -u

status=$(curl --silent --output /dev/null --max-time 10 --write-out '%{http_code}' "$HEALTH_URL")
value=0
if [ "$status" = 200 ]; then
  value=1
fi
echo "$METRIC_NAME $value: $HEALTH_URL answered $status"

tell() {
  timeout 25 aws cloudwatch put-metric-data --region "$1" --namespace "$METRIC_NAMESPACE" \
    --metric-name "$METRIC_NAME" --dimensions "$METRIC_DIMENSIONS" --value "$value" \
    --cli-connect-timeout 5 --cli-read-timeout 5
}

# All at once: a region that does not answer must not take the time of the others.
calls=
for region in $REGIONS; do
  tell "$region" &
  calls="$calls $region:$!"
done

told=0
for call in $calls; do
  if wait "${call#*:}"; then
    told=$((told + 1))
  else
    echo "${call%%:*} was not told" >&2
  fi
done
[ "$told" -gt 0 ]
