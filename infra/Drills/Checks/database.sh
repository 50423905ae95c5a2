#!/bin/sh
# Checks a restored database: that it is the application's, and how much of the data is there. Image: postgres:16. Set are:
#   DATABASE_URL                  postgresql://USER:PASSWORD@HOST:PORT/NAME?sslmode=require
#   RESTORE_POINT                 the instant to which the data was restored, 2026-11-23T03:05:00Z
#   DISASTER_AT                   the instant at which the original is said to be lost
#   MAXIMUM_DATA_LOSS_MINUTES     the recovery point objective
#   RESTORE_POINT_TOLERANCE_SECONDS    a record may be less than so much later than RESTORE_POINT, default 1
#   QUERY_SECONDS                 for one check, default 300: a restored volume is slow until its blocks have come from S3
#   CONNECT_SECONDS               for one connection, default 10
#   ATTEMPTS, PAUSE_SECONDS       to connect at first, default 3 and 10: a new pod may be there before its network
# A check is a query of the same name, which answers with its line. All are measured against RESTORE_POINT, never against now.
set -u
cd "$(dirname "$0")" || exit 2
. ./result.sh
. ./url.sh

checks='writable schema row-counts recent-rows gaps recovery-point'
# A type may have a comma of its own.
manifest_line='[A-Za-z0-9_]+,[0-9]*,[A-Za-z0-9_]+,[^ ,].*'

# sql OPTION...: a query, and what comes of it.
sql() {
  PGPASSWORD=$password timeout "$longest_seconds" psql --no-psqlrc --quiet --tuples-only --no-align --no-password \
    --set ON_ERROR_STOP=1 --set VERBOSITY=verbose \
    --set restore_point="$RESTORE_POINT" --set disaster_at="$DISASTER_AT" --set maximum_data_loss_minutes="$MAXIMUM_DATA_LOSS_MINUTES" \
    --set restore_point_tolerance_seconds="$tolerance_seconds" --set manifest="$(manifest)" --dbname "$url_without_password" "$@" 2>&1
}

# Its lines without comments and names of columns.
manifest() {
  grep -v -e '^#' -e '^table,' -e '^$' manifest.csv
}

is_time() {
  printf '%s\n' "$1" | grep -Eqx '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z'
}

# Why nothing can be checked; nothing when all that is needed is there.
obstacle() {
  if [ -z "${url_without_password:-}" ]; then
    echo 'DATABASE_URL is not of the form postgresql://USER:PASSWORD@HOST:PORT/NAME'
  elif ! is_time "${RESTORE_POINT:-}"; then
    echo "RESTORE_POINT is not a time like 2026-11-23T03:05:00Z: '${RESTORE_POINT:-}'"
  elif ! is_time "${DISASTER_AT:-}"; then
    echo "DISASTER_AT is not a time like 2026-11-23T03:10:00Z: '${DISASTER_AT:-}'"
  elif ! printf '%s\n' "${MAXIMUM_DATA_LOSS_MINUTES:-}" | grep -Eqx '[0-9]+'; then
    echo "MAXIMUM_DATA_LOSS_MINUTES is not a whole number: '${MAXIMUM_DATA_LOSS_MINUTES:-}'"
  elif ! printf '%s\n' "$tolerance_seconds" | grep -Eqx '[0-9]+'; then
    echo "RESTORE_POINT_TOLERANCE_SECONDS is not a whole number: '$tolerance_seconds'"
  elif manifest | grep -Evqx "$manifest_line"; then
    echo "manifest.csv has lines that are not table,minimum_rows,column,type: '$(manifest | grep -Evx "$manifest_line" | head -n 1)'"
  elif [ -z "$(manifest)" ]; then
    echo 'manifest.csv names no column'
  elif ! command -v psql > /dev/null; then
    echo 'psql is not installed here'
  else
    connect
  fi
}

connect() {
  attempt=1
  while answer=$(sql --command 'SELECT 1'); status=$?; [ "$status" -ne 0 ]; do
    if [ "$attempt" -ge "${ATTEMPTS:-3}" ]; then
      reason "$status" "$answer"
      return
    fi
    attempt=$((attempt + 1))
    sleep "${PAUSE_SECONDS:-10}"
  done
}

# reason STATUS OUTPUT: the first line of an error, without the file, SQLSTATE and severity.
reason() {
  if [ "$1" -eq 124 ]; then
    echo "no answer within $longest_seconds seconds"
  else
    printf '%s\n' "$2" | grep -v -e 'WARNING:' -e '^DETAIL:' -e '^HINT:' -e '^LOCATION:' | head -n 1 |
      sed -e 's/^psql:[^ ]*:[0-9]*: //' -e 's/^psql: //' -e 's/^error: //' -e 's/ERROR:  [0-9A-Z]\{5\}: //'
  fi
}

export PGCONNECT_TIMEOUT="${CONNECT_SECONDS:-10}"
tolerance_seconds=${RESTORE_POINT_TOLERANCE_SECONDS:-1}
options="-c statement_timeout=${QUERY_SECONDS:-300}s -c TimeZone=UTC"
export PGAPPNAME=ml-ta-drill PGCLIENTENCODING=UTF8
# Where the server's own limit does not help: the network swallows everything.
longest_seconds=$((${QUERY_SECONDS:-300} + PGCONNECT_TIMEOUT))

# In this shell, as what it sets is needed by all.
split_url "${DATABASE_URL:-}"
export PGOPTIONS="$options -c default_transaction_read_only=on"
obstacle=$(obstacle)

for check in $checks; do
  if [ -n "$obstacle" ]; then
    could_not_check "$check" "$obstacle"
    continue
  fi

  # No check may change what it checks. The one that writes takes it back, and has to meet the database's own default.
  case $check in
    writable) export PGOPTIONS="$options" ;;
    *) export PGOPTIONS="$options -c default_transaction_read_only=on" ;;
  esac
  answer=$(sql --file "$check.sql")
  status=$?
  if [ "$status" -ne 0 ]; then
    printf '%s\n' "$answer" >&2
  fi
  case $status in
    0)
      line=$(printf '%s\n' "$answer" | grep '^{"check":')
      case $line in
        *'"passed":true,'*) printf '%s\n' "$line" ;;
        '') result "$check" false null null '' 'the query answered nothing' ;;
        *)
          printf '%s\n' "$line"
          worst 1
          ;;
      esac
      ;;
    # The server refused the query.
    3)
      case $answer in
        # query_canceled: took longer than statement_timeout.
        *'  57014: '*) could_not_check "$check" "$(reason "$status" "$answer")" ;;
        *) result "$check" false null null '' "$(reason "$status" "$answer")" ;;
      esac
      ;;
    # No longer a connection: the others would wait for the same.
    *)
      obstacle=$(reason "$status" "$answer")
      could_not_check "$check" "$obstacle"
      ;;
  esac
done
exit "$exit_code"
