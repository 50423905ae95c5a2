# shellcheck shell=sh
# Sourced by every script of checks. One check is one line of JSON on standard output:
#   {"check":ID,"passed":true|false,"measured":NUMBER|null,"limit":NUMBER|null,"unit":TEXT,"detail":TEXT}
# What was measured is held against the limit; the detail says from which side. All else goes to standard error.
# The script's exit code: 0 all passed, 1 one failed, 2 one could not be checked.
exit_code=0

# Error messages untranslated, and bytes for what tr and cut call characters.
export LC_ALL=C

longest_detail=600

# The inside of a JSON string. What is not plain ASCII becomes a space: it comes from a tool, in whatever encoding that has.
json_text() {
  printf '%s' "$1" | tr -c '\040-\176' ' ' | cut -c "1-$longest_detail" | sed 's/[\\"]/\\&/g' | tr -d '\n'
}

# result ID true|false MEASURED LIMIT UNIT DETAIL
result() {
  printf '{"check":"%s","passed":%s,"measured":%s,"limit":%s,"unit":"%s","detail":"%s"}\n' "$1" "$2" "$3" "$4" "$5" "$(json_text "$6")"
  if [ "$2" != true ]; then
    worst 1
  fi
}

# could_not_check ID REASON
could_not_check() {
  result "$1" false null null '' "could not be checked: $2"
  worst 2
}

worst() {
  if [ "$1" -gt "$exit_code" ]; then
    exit_code=$1
  fi
}
