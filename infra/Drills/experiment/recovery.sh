# shellcheck shell=bash
# What is looked at while something is broken, and until it is whole again. Used by run-experiment.sh.

# What was measured, in seconds since 1970, or nothing; whether all is well at the end; and what else has to be said.
export MEASURED_FROM='' MEASURED_TO='' IS_WELL=no REMARK=''

healthy_before=0
first_bad=''
well_since=''

healthy_targets() {
  call elbv2 describe-target-health --target-group-arn "$TARGET_GROUP" --query "length(TargetHealthDescriptions[?TargetHealth.State=='healthy'])"
}

# Whether what the experiment breaks is whole now.
is_well() {
  local healthy
  case $EXPERIMENT in
    database-failover) [ "$(curl --silent --output /dev/null --max-time 5 --write-out '%{http_code}' "$URL")" = 200 ] ;;
    application-recovery) healthy=$(healthy_targets) && [ "$healthy" -ge "$healthy_before" ] ;;
  esac
}

# A fault on top of another one is no test.
look_before() {
  case $EXPERIMENT in
    database-failover) is_well || fail "$URL does not answer 200, so mend that first" ;;
    application-recovery)
      healthy_before=$(healthy_targets) || fail "the targets of $TARGET_GROUP cannot be read in $REGION"
      [ "$healthy_before" -gt 0 ] || fail "no target of $TARGET_GROUP is healthy, so mend that first"
      ;;
  esac
}

# Remembers the first bad answer, and the good one after the last. Of objects nothing can be told before the pause is over.
observe() {
  [ "$EXPERIMENT" != object-replication ] || return 0
  if is_well; then
    if [ -z "$well_since" ]; then
      well_since=$(date +%s)
      say 'well'
    fi
  else
    if [ -z "$first_bad" ]; then
      first_bad=$(date +%s)
      say 'not well any more'
    fi
    well_since=''
  fi
}

watch_recovery() {
  case $EXPERIMENT in
    object-replication) watch_backlog ;;
    *) watch_service ;;
  esac
}

# FIS has done its part before a database has failed over or nodes are gone: so until all was well for a while after that.
watch_service() {
  local since
  while :; do
    observe
    since=$((${well_since:-0} > ENDED ? well_since : ENDED))
    if [ -n "$well_since" ] && [ $(($(date +%s) - since)) -ge "$STEADY_SECONDS" ]; then
      break
    fi
    if [ "$(date +%s)" -ge "$DEADLINE" ]; then
      REMARK="it was not well again after $MAXIMUM_MINUTES minutes"
      return
    fi
    pause "$INTERVAL_SECONDS"
  done

  IS_WELL=yes
  if [ -z "$first_bad" ]; then
    REMARK='nothing was seen to break, so no recovery was measured'
    return
  fi
  MEASURED_FROM=$first_bad
  MEASURED_TO=$well_since
}

# pending FROM TO QUERY: what S3 says where the objects go to (S3 user guide, "Using S3 Replication metrics").
pending() {
  aws cloudwatch get-metric-statistics --region "$DESTINATION_REGION" --output text --no-cli-pager \
    --namespace AWS/S3 --metric-name OperationsPendingReplication --statistics Maximum --period 60 \
    --dimensions "Name=SourceBucket,Value=$SOURCE_BUCKET" "Name=DestinationBucket,Value=$DESTINATION_BUCKET" "Name=RuleId,Value=to-$DESTINATION_REGION" \
    --start-time "$(time_of "$1")" --end-time "$(time_of "$2")" --query "$3"
}

is_zero() { [[ $1 =~ ^0(\.0*)?$ ]]; }

# From the end of the pause. Only minutes that began after it count: another's value may be from before.
watch_backlog() {
  local from=$(((ENDED / 60 + 1) * 60)) value before=''
  while :; do
    value=$(pending "$from" "$(($(date +%s) + 120))" 'sort_by(Datapoints, &Timestamp)[-1].Maximum') || value=unread
    [ "$value" = "$before" ] || say "operations that are pending: $value"
    before=$value
    if is_zero "$value"; then
      break
    fi
    if [ "$(date +%s)" -ge "$DEADLINE" ]; then
      REMARK="after $MAXIMUM_MINUTES minutes the number of operations that are pending was $value"
      return
    fi
    pause "$METRIC_INTERVAL_SECONDS"
  done

  IS_WELL=yes
  value=$(pending "$((STARTED / 60 * 60))" "$from" 'max(Datapoints[].Maximum)') || value=unread
  if is_zero "$value" || [[ ! $value =~ ^[0-9] ]]; then
    REMARK='nothing was waiting during the pause, so no recovery was measured: write an object while it lasts'
    return
  fi
  MEASURED_FROM=$ENDED
  MEASURED_TO=$(date +%s)
}
