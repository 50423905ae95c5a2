# shellcheck shell=bash
# What a drill does when it is interrupted; a part of drill.sh, which has $stack and `say`.

interrupted='' running=''
# In seconds. Tests cannot wait as long.
patience=${PATIENCE_SECONDS:-30}

# In a session of its own: a terminal's Ctrl-C goes to all of a group, so that pulumi and its providers would hear of it too, and twice.
# In the background, because a shell hears no signal while it waits for a command in the foreground.
apart() {
  setsid "$@" < /dev/null &
  running=$!
}

# pulumi stops in good order on the first signal and at once on the second. A cancelled workflow sends two within ten seconds (GitHub,
# "Workflow cancellation reference"), which mean one.
stop() {
  if [ -n "$interrupted" ] && [ $((SECONDS - interrupted)) -lt "$patience" ]; then return; fi
  interrupted=$SECONDS
  # A terminal that was closed takes no words.
  # shellcheck disable=SC2154 # drill.sh sets it.
  say "interrupted: what was begun is finished, then $stack is removed. A second time, $patience seconds later, stops at once" || true
  if [ -n "$running" ]; then kill -TERM "$running" 2> /dev/null || true; fi
}

leave_if_interrupted() { if [ -n "$interrupted" ]; then exit 1; fi; }
