#!/bin/sh
# Checks the model files: some are there, and the newest that are not empty can be read and decrypted to the last byte. Image: amazon/aws-cli. Set are:
#   MODELS_BUCKET, AWS_REGION
#   NEWEST               how many are read, default 5
#   MAXIMUM_MEGABYTES    of a larger one only so much is read, default 1024
#   ANSWER_SECONDS       for one call, default 300
#   ATTEMPTS, PAUSE_SECONDS    for the list, default 3 and 10: a new pod may be there before its network
set -u
cd "$(dirname "$0")" || exit 2
. ./result.sh

newest=${NEWEST:-5}
maximum_bytes=$((${MAXIMUM_MEGABYTES:-1024} * 1024 * 1024))
seconds=${ANSWER_SECONDS:-300}
tab=$(printf '\t')

s3() {
  timeout "$seconds" aws s3api "$@" --bucket "$MODELS_BUCKET" --region "$AWS_REGION" --output text \
    --cli-connect-timeout 10 --cli-read-timeout 30 2>&1
}

# reason STATUS OUTPUT: the first line that says something.
reason() {
  if [ "$1" -eq 124 ]; then
    echo "no answer within $seconds seconds"
  else
    printf '%s\n' "$2" | grep -m 1 '[^ ]'
  fi
}

# Lines TIME, SIZE, KEY, newest first. As text the CLI applies a query to each page, so sorting is left to sort. Without objects a page
# is "None". What ends in a slash is a console's folder.
list() {
  attempt=1
  while listed=$(s3 list-objects-v2 --query 'Contents[].[LastModified,Size,Key]'); status=$?; [ "$status" -ne 0 ]; do
    if [ "$attempt" -ge "${ATTEMPTS:-3}" ]; then
      return "$status"
    fi
    attempt=$((attempt + 1))
    sleep "${PAUSE_SECONDS:-10}"
  done
  listed=$(printf '%s\n' "$listed" | grep "$tab" | grep -v '/$' | sort -r)
}

# Reads objects, of lines as above, into nothing. Prints what is wrong with them, one a line.
read_objects() {
  while IFS=$tab read -r _ size key; do
    set -- --key "$key"
    # Not for all: the CLI compares checksums only of what it reads whole.
    if [ "$size" -gt "$maximum_bytes" ]; then
      set -- "$@" --range "bytes=0-$((maximum_bytes - 1))"
      size=$maximum_bytes
    fi
    answer=$(s3 get-object "$@" --query ContentLength /dev/null)
    status=$?
    if [ "$status" -ne 0 ]; then
      echo "$key: $(reason "$status" "$answer")"
    elif [ "$answer" != "$size" ]; then
      echo "$key: $answer of $size bytes were read"
    fi
  done
}

cannot_check() {
  could_not_check models-listed "$1"
  could_not_check models-readable "$1"
  exit "$exit_code"
}

if [ -z "${MODELS_BUCKET:-}" ] || [ -z "${AWS_REGION:-}" ]; then
  cannot_check 'MODELS_BUCKET or AWS_REGION is not set'
elif ! command -v aws > /dev/null; then
  cannot_check 'aws is not installed here'
elif ! list; then
  cannot_check "$(reason "$status" "$listed")"
fi

if [ -z "$listed" ]; then
  result models-listed false 0 1 objects "$MODELS_BUCKET has no object, expected at least one"
  result models-readable false null null '' "$MODELS_BUCKET has no object to read"
  exit "$exit_code"
fi

count=$(printf '%s\n' "$listed" | wc -l | tr -d ' ')
result models-listed true "$count" 1 objects "$MODELS_BUCKET has objects, expected at least one; the newest is of ${listed%%"$tab"*}"

# An empty object may be a marker that a tool left, and tells nothing of the keys.
full=$(printf '%s\n' "$listed" | grep -v "^[^$tab]*${tab}0$tab")
empty=$((count - $(printf '%s' "$full" | grep -c '')))
if [ -z "$full" ]; then
  result models-readable false "$empty" 0 objects "every object of $MODELS_BUCKET is empty"
  exit "$exit_code"
fi
problems=$(printf '%s\n' "$full" | head -n "$newest" | read_objects)
if [ -z "$problems" ]; then
  result models-readable true 0 0 objects "the newest $newest of $MODELS_BUCKET were read, or all if there are fewer; empty and not read: $empty"
else
  result models-readable false "$(printf '%s\n' "$problems" | wc -l | tr -d ' ')" 0 objects "$(printf '%s\n' "$problems" | paste -s -d ';' -)"
fi
exit "$exit_code"
