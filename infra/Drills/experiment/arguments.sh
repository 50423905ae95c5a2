# shellcheck shell=bash
# What run-experiment.sh is called with.

export EXPERIMENT='' REGION='' RESULTS='' PHASE='' URL='' TARGET_GROUP='' SOURCE_BUCKET='' DESTINATION_BUCKET='' DESTINATION_REGION=''
export MAXIMUM_MINUTES=60 STEADY_SECONDS=120
# Between two looks, in seconds. Tests cannot wait as long.
export INTERVAL_SECONDS=${INTERVAL_SECONDS:-2} METRIC_INTERVAL_SECONDS=${METRIC_INTERVAL_SECONDS:-30}

usage() {
  cat >&2 <<'TEXT'
Usage: run-experiment.sh --experiment NAME --region REGION --results FOLDER [what it is measured by]

  database-failover      --url URL                answers 200 while the database is writable, as /health/active does
  application-recovery   --target-group ARN       of the nodes behind the load balancer: the stack's output targetGroupArn
  object-replication     --source-bucket NAME --destination-bucket NAME --destination-region REGION

  --maximum-minutes N    give up after so long, and stop the experiment (60)
  --steady-seconds N     what was well for so long counts as recovered (120)

Adds lines to phases.ndjson and checks.ndjson in FOLDER. Exits with 0 if the experiment was completed and all is well again, with 1 if not, and with 2
if it could not be run.
TEXT
}

refuse() {
  printf 'run-experiment.sh: %s\n' "$*" >&2
  exit 2
}

read_arguments() {
  while [ $# -gt 0 ]; do
    if [ "$1" = --help ]; then
      usage
      exit 0
    fi
    [ $# -ge 2 ] || refuse "$1 needs a value; --help says what there is"
    case $1 in
      --experiment) EXPERIMENT=$2 ;;
      --region) REGION=$2 ;;
      --results) RESULTS=$2 ;;
      --url) URL=$2 ;;
      --target-group) TARGET_GROUP=$2 ;;
      --source-bucket) SOURCE_BUCKET=$2 ;;
      --destination-bucket) DESTINATION_BUCKET=$2 ;;
      --destination-region) DESTINATION_REGION=$2 ;;
      --maximum-minutes) MAXIMUM_MINUTES=$2 ;;
      --steady-seconds) STEADY_SECONDS=$2 ;;
      *) refuse "there is no $1; --help says what there is" ;;
    esac
    shift 2
  done
}

# Everything that is wrong, at once. Which phase is measured follows from the experiment. The loss of a zone takes both of the first two, and more.
check_arguments() {
  local problems='' number
  need() { [ -n "$2" ] || problems="$problems $1 is missing."; }
  need --experiment "$EXPERIMENT"
  need --region "$REGION"
  need --results "$RESULTS"
  case $EXPERIMENT in
    database-failover)
      PHASE=database.zone-failover
      need --url "$URL"
      ;;
    application-recovery)
      PHASE=zone.nodes-return
      need --target-group "$TARGET_GROUP"
      ;;
    object-replication)
      PHASE=objects.arrive
      need --source-bucket "$SOURCE_BUCKET"
      need --destination-bucket "$DESTINATION_BUCKET"
      need --destination-region "$DESTINATION_REGION"
      ;;
    '') ;;
    *) problems="$problems There is no experiment '$EXPERIMENT': expected database-failover, application-recovery or object-replication." ;;
  esac
  for number in "--maximum-minutes $MAXIMUM_MINUTES" "--steady-seconds $STEADY_SECONDS"; do
    [[ $number =~ \ [1-9][0-9]{0,3}$ ]] || problems="$problems ${number%% *} should be a whole number from 1 to 9999, got '${number#* }'."
  done
  [ -z "$problems" ] || refuse "${problems# }"
  mkdir -p "$RESULTS" || refuse "the folder $RESULTS cannot be made"
}
