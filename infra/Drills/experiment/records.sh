# shellcheck shell=bash
# What an experiment leaves behind in its results folder, and how it speaks. Used by run-experiment.sh.

say() { printf '%s %s\n' "$(date -u +%H:%M:%S)" "$*" >&2; }

# A shell that waits for a program in front of it does not hear a signal until that has ended.
pause() {
  sleep "$1" > /dev/null 2>&1 &
  wait "$!"
}

call() { aws "$@" --region "$REGION" --output text --no-cli-pager; }

# Seconds since 1970 as a time; as GNU's date wants it, or BSD's.
time_of() { date -u -d "@$1" +%Y-%m-%dT%H:%M:%SZ 2>/dev/null || date -u -r "$1" +%Y-%m-%dT%H:%M:%SZ; }

minutes_of() { printf '%d.%02d' "$(($1 / 60))" "$(($1 % 60 * 100 / 60))"; }

longest_detail=600

# The inside of a JSON string, cut to what its readers take. What is not plain ASCII becomes a space, so that no letter is cut in two.
json_text() {
  local text
  text=$(printf '%s' "$1" | LC_ALL=C tr -c '\040-\176' ' ')
  text=${text:0:longest_detail}
  text=${text//\\/\\\\}
  printf '%s' "${text//\"/\\\"}"
}

# check PASSED MINUTES DETAIL; minutes may be null.
check() {
  printf '{"check":"experiment","passed":%s,"measured":%s,"limit":null,"unit":"minutes","detail":"%s"}\n' "$1" "$2" "$(json_text "$3")" >>"$RESULTS/checks.ndjson"
}

# phase FROM TO, both in seconds since 1970.
phase() {
  printf '{"phase":"%s","startedAt":"%s","finishedAt":"%s"}\n' "$PHASE" "$(time_of "$1")" "$(time_of "$2")" >>"$RESULTS/phases.ndjson"
}

# fail WHY: it could not be run.
fail() {
  check false null "$EXPERIMENT: $1"
  say "could not be run: $1"
  exit 2
}
