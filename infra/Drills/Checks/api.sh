#!/bin/sh
# Checks what the API answers about itself. Image: amazon/aws-cli, which has curl. Set are:
#   API_URL           http://HOST:PORT, without a path
#   ATTEMPTS          how often a path is asked that does not answer 200, default 6
#   PAUSE_SECONDS     between two rounds, default 10
#   ANSWER_SECONDS    for one answer, default 5
set -u
cd "$(dirname "$0")" || exit 2
. ./result.sh

checks='api-live:/health/live api-ready:/health api-database:/health/database api-redis:/health/redis api-models:/health/models api-active:/health/active'
attempts=${ATTEMPTS:-6}

# The status, or 000 and why there was none.
ask() {
  curl --silent --show-error --output /dev/null --max-time "${ANSWER_SECONDS:-5}" --write-out '%{http_code}' "$API_URL$1" 2>&1
}

# judge CHECK PATH ANSWER
judge() {
  case $3 in
    200) result "$1" true 200 200 status "$2 answered 200" ;;
    [1-9][0-9][0-9]) result "$1" false "$3" 200 status "$2 answered $3 at $attempts attempts, expected 200" ;;
    *) could_not_check "$1" "$2: $(printf '%s' "$3" | tr '\n' ' ' | sed -e 's/000 *//') at $attempts attempts" ;;
  esac
}

if [ -z "${API_URL:-}" ]; then
  obstacle='API_URL is not set'
elif ! command -v curl > /dev/null; then
  obstacle='curl is not installed here'
else
  obstacle=
fi
if [ -n "$obstacle" ]; then
  for check in $checks; do
    could_not_check "${check%%:*}" "$obstacle"
  done
  exit "$exit_code"
fi

# In rounds, so that all paths share the time.
attempt=1
while [ -n "$checks" ]; do
  bad=
  for check in $checks; do
    path=${check#*:}
    answer=$(ask "$path")
    if [ "$answer" = 200 ] || [ "$attempt" -ge "$attempts" ]; then
      judge "${check%%:*}" "$path" "$answer"
    else
      bad="$bad $check"
    fi
  done
  checks=$bad
  attempt=$((attempt + 1))
  if [ -n "$checks" ]; then
    sleep "${PAUSE_SECONDS:-10}"
  fi
done
exit "$exit_code"
