#!/usr/bin/env bash
# Runs a command, and shows what it prints in the log and in the summary of a pipeline's run.
#
#   summarize.sh TITLE COMMAND...
#
# Exits as the command does, and with 2 if the input is bad.

set -euo pipefail

if [ $# -lt 2 ]; then
  echo "summarize.sh: expected a title and a command, got $# arguments" >&2
  sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2
  exit 2
fi
title=$1
shift
printed=$(mktemp)
trap 'rm -f "$printed"' EXIT
status=0
"$@" > "$printed" || status=$?
cat "$printed"
# A summary may have 1 MiB in each step (GitHub, "Workflow commands"), and what is longer fails the step.
most=900000
{
  printf '### %s\n\n```\n' "$title"
  head -c "$most" "$printed"
  if [ "$(wc -c < "$printed")" -gt "$most" ]; then printf '\n... the rest is in the log'; fi
  printf '\n```\n'
} >> "${GITHUB_STEP_SUMMARY:-/dev/null}"
exit "$status"
