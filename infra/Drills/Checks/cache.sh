#!/bin/sh
# Checks a cache: it answers, is not a read-only copy, and keeps what is written. Image: valkey/valkey:8-alpine. Set are:
#   REDIS_URL         redis://[USER]:PASSWORD@HOST:PORT/DATABASE, or rediss:// for TLS
#   ANSWER_SECONDS    for one command, default 10
#   ATTEMPTS, PAUSE_SECONDS    for the first answer, default 3 and 10: a new pod may be there before its network
# TLS is verified against the image's certificate authorities: Debian's variant of the image has none, Alpine's has.
set -u
cd "$(dirname "$0")" || exit 2
. ./result.sh
. ./url.sh

seconds=${ANSWER_SECONDS:-10}
client=$(command -v valkey-cli || command -v redis-cli)
tls=

cache() {
  REDISCLI_AUTH=$password timeout "$seconds" "$client" ${tls:+"$tls"} -h "$host" -p "$port" -n "${path:-0}" ${user:+--user "$user"} "$@" 2>&1
}

# What came in place of the expected answer, in one line.
unexpected() {
  if [ -n "$1" ]; then
    printf '%s' "$1" | tr '\r\n' '  '
  else
    printf 'no answer within %s seconds' "$seconds"
  fi
}

# Why nothing can be checked; nothing when the cache answers.
obstacle() {
  if [ -z "${url_without_password:-}" ]; then
    echo 'REDIS_URL is not of the form rediss://[USER]:PASSWORD@HOST:PORT/DATABASE'
  elif [ -z "$client" ]; then
    echo 'neither valkey-cli nor redis-cli is installed here'
  else
    connect
  fi
}

connect() {
  attempt=1
  while answer=$(cache PING); [ "$answer" != PONG ]; do
    if [ "$attempt" -ge "${ATTEMPTS:-3}" ]; then
      unexpected "$answer"
      return
    fi
    attempt=$((attempt + 1))
    sleep "${PAUSE_SECONDS:-10}"
  done
}

check_role() {
  answer=$(cache INFO replication | tr -d '\r')
  role=$(printf '%s\n' "$answer" | sed -n 's/^role://p')
  if [ "$role" = master ]; then
    result cache-role true null null '' 'the role is master'
  else
    result cache-role false null null '' "the role is not master: $(unexpected "${role:-$answer}")"
  fi
}

# A key of its own, with an expiry in case that it cannot be deleted.
check_round_trip() {
  value=$(od -An -N8 -tx1 /dev/urandom | tr -d ' \n')
  key=ml-ta-drill:$value
  if ! answers OK SET "$key" "$value" EX 60 || ! answers "$value" GET "$key" || ! answers 1 DEL "$key"; then
    result cache-round-trip false null null '' "$command: $(unexpected "$answer")"
  else
    result cache-round-trip true null null '' 'SET, GET and DEL of a key'
  fi
}

# answers EXPECTED COMMAND [ARGUMENT...]
answers() {
  expected=$1
  shift
  command=$1
  answer=$(cache "$@")
  [ "$answer" = "$expected" ]
}

case ${REDIS_URL:-} in rediss://*) tls=--tls ;; esac
# In this shell, as what it sets is needed by all.
split_url "${REDIS_URL:-}"
obstacle=$(obstacle)
if [ -n "$obstacle" ]; then
  for check in cache-ping cache-role cache-round-trip; do
    could_not_check "$check" "$obstacle"
  done
else
  result cache-ping true null null '' 'PING is answered'
  check_role
  check_round_trip
fi
exit "$exit_code"
