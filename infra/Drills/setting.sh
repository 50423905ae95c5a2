#!/usr/bin/env bash
# Prints one plain value, or the items of a list, of a stack's file; what is not there comes from Pulumi.yaml.
#
#   setting.sh FILE KEY
#
#   FILE  Pulumi.STACK.yaml
#   KEY   secretsprovider, or a key of ml-ta: region, stateBackend, network.zones, dns.zone ...
#
# It reads what the committed files look like: two spaces a level, one line per value, maps of plain values also on one line. Nothing else reads YAML here, so that a runner needs
# no further tool to know where a stack's state is.

set -euo pipefail
export LC_ALL=C

usage() { sed -n '2,/^$/s/^# \{0,1\}//p' "$0" >&2; }

if [ $# -ne 2 ]; then
  echo "setting.sh: expected a file and a key, got $# arguments" >&2
  usage
  exit 2
fi
file=$1 key=$2
if [ ! -f "$file" ]; then
  echo "setting.sh: expected a stack's file, got '$file'" >&2
  exit 2
fi

# What follows the colon of the first line that is reached by going through the given names, each two spaces further in.
value() {
  awk -v path="$2" '
    BEGIN { depth = split(path, names, "|"); at = 1 }
    at > 1 && /^ *[^ #]/ && match($0, /[^ ]/) <= (at - 1) * 2 - 1 { at = match($0, /[^ ]/) == 1 ? 1 : at - 1 }
    {
      start = sprintf("%" (at - 1) * 2 "s%s:", "", names[at])
      if (index($0, start) != 1) next
      rest = substr($0, length(start) + 1)
      if (at < depth && rest ~ /^ *[{]/) {
        # A map on one line, of plain values.
        at++
        if (!match(rest, "[{, ]" names[at] ": *[^,}]*")) exit
        rest = substr(rest, RSTART, RLENGTH)
        sub(/^[^:]*:/, "", rest)
      } else if (at < depth) { at++; next }
      sub(/ #.*$/, "", rest)
      if (rest ~ /^ *\[/) gsub(/[],["'"'"']/, " ", rest)
      gsub(/^[ "'"'"']+|[ "'"'"']+$/, "", rest)
      gsub(/  +/, " ", rest)
      print rest
      exit
    }' "$1"
}

if [ "$key" = secretsprovider ]; then
  found=$(value "$file" secretsprovider)
else
  # Keys within a key are one level deeper in a default.
  within=${key#"${key%%.*}"}
  within=${within/./|}
  found=$(value "$file" "config|ml-ta:${key%%.*}$within")
  if [ -z "$found" ]; then
    found=$(value "$(dirname "$file")/Pulumi.yaml" "config|${key%%.*}|default$within")
  fi
fi
if [ -z "$found" ]; then
  echo "setting.sh: $file: $key: expected a value in the file or a default in Pulumi.yaml, got none" >&2
  exit 2
fi
printf '%s\n' "$found"
