#!/usr/bin/env bash
# Runs a command and writes down how long it took, if it succeeded: a failure is no duration.
#
#   measure.sh PHASE FILE COMMAND...
#
#   PHASE  an id of infra/Recovery/Time/Durations.cs
#   FILE   phases.ndjson of a results folder; a line is added
#
# Exits as the command does, and with 2 if the input is bad.

set -euo pipefail

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; }

if [ $# -lt 3 ]; then
  echo "measure.sh: expected a phase, a file and a command, got $# arguments" >&2
  usage
  exit 2
fi
phase=$1 file=$2
shift 2

now() { date -u +%Y-%m-%dT%H:%M:%SZ; }

started=$(now)
"$@"
jq -nc --arg phase "$phase" --arg started "$started" --arg finished "$(now)" \
  '{phase: $phase, startedAt: $started, finishedAt: $finished}' >> "$file"
