#!/usr/bin/env bash
# Runs one of the monthly experiments in a stack that serves, and measures how long the recovery took. It breaks what it is about, and for a minute
# or two users may notice. --help says how it is called. Credentials are those of the aws CLI; this needs nothing else but curl.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
. "$here/experiment/records.sh"
# shellcheck source=/dev/null
. "$here/experiment/arguments.sh"
# shellcheck source=/dev/null
. "$here/experiment/recovery.sh"

# The experiment that was started here and has not ended yet.
running=''
# In seconds since 1970: when it was started, when it ended, and when all has to be over.
export STARTED='' ENDED='' DEADLINE=''

# Whoever interrupts this must not leave a fault behind that nobody watches.
stop_what_runs() {
  if [ -n "$running" ]; then
    say "stopping the experiment $running"
    call fis stop-experiment --id "$running" --query experiment.state.status >&2 \
      || say "it could not be stopped, so do that now: aws fis stop-experiment --id $running --region $REGION"
    running=''
  fi
}

# The ID of the one template with the tag.
find_template() {
  local found
  found=$(call fis list-experiment-templates --query "experimentTemplates[?tags.experiment=='$EXPERIMENT'].id") \
    || fail "the templates in $REGION cannot be listed: look at the credentials of the aws CLI"
  # Each page is a line of its own, and an empty one may be None.
  # shellcheck disable=SC2086 # words
  set -- ${found//None/}
  [ $# -gt 0 ] || fail "no template in $REGION has the tag experiment=$EXPERIMENT: is the stack up, and is this its account?"
  [ $# -eq 1 ] || fail "$# templates in $REGION have the tag experiment=$EXPERIMENT, and one is expected: $*"
  template=$1
}

start() {
  STARTED=$(date +%s)
  DEADLINE=$((STARTED + MAXIMUM_MINUTES * 60))
  running=$(call fis start-experiment --experiment-template-id "$template" --query experiment.id) || fail "the template $template could not be started in $REGION"
  say "$EXPERIMENT: the experiment $running of the template $template runs in $REGION"
}

# Until FIS says that it has ended. A call that fails now is made again.
watch_experiment() {
  local answer before=''
  while :; do
    observe
    if answer=$(call fis get-experiment --id "$running" --query 'experiment.state.[status,reason]'); then
      status=${answer%%$'\t'*}
      reason=${answer#*$'\t'}
      [ "$status" = "$before" ] || say "the experiment is $status: $reason"
      before=$status
      case $status in completed | stopped | failed | cancelled) break ;; esac
    fi
    if [ "$(date +%s)" -ge "$DEADLINE" ]; then
      stop_what_runs
      status=unfinished
      reason="it had not ended after $MAXIMUM_MINUTES minutes and was stopped, and was last ${before:-never seen}"
      break
    fi
    pause "$INTERVAL_SECONDS"
  done
  ENDED=$(date +%s)
  running=''
}

trap stop_what_runs EXIT
trap 'exit 130' INT TERM
read_arguments "$@"
check_arguments
find_template
look_before
start
watch_experiment
watch_recovery

detail="$EXPERIMENT: $status, $reason${REMARK:+; $REMARK}"
if [ "$status" != completed ] || [ "$IS_WELL" != yes ]; then
  # A test that failed is no measurement.
  check false null "$detail"
  say "not passed: $detail"
  exit 1
fi

measured=null
if [ -n "$MEASURED_TO" ]; then
  phase "$MEASURED_FROM" "$MEASURED_TO"
  measured=$(minutes_of "$((MEASURED_TO - MEASURED_FROM))")
fi
check true "$measured" "$detail"
say "passed: $detail"
