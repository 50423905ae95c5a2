# shellcheck shell=sh
# Sourced where a URL has a password: programs get it in a variable, as every process of the machine may read another's arguments.

# Percent-encoded text as it was. No tool does it that all images have.
decoded() {
  rest=$1
  while [ "$rest" != "${rest#*%}" ]; do
    printf '%s' "${rest%%\%*}"
    rest=${rest#*%}
    after=${rest#??}
    printf '%b' "\\0$(printf '%03o' "0x${rest%"$after"}")"
    rest=$after
  done
  printf '%s' "$rest"
}

# Sets scheme, user, password, host, port, path and url_without_password of SCHEME://[USER][:PASSWORD]@HOST:PORT/PATH. Fails on anything
# else, as what cannot be told from a password must not be printed.
split_url() {
  printf '%s\n' "$1" | grep -Eqx '[a-z]+://[^:@/?#]*(:([^%:@/?#]|%[0-9A-Fa-f]{2})*)?@[A-Za-z0-9.-]+:[0-9]+/[^@]*' || return 1
  credentials=${1#*://}
  credentials=${credentials%%@*}
  address=${1#*@}
  # shellcheck disable=SC2034 # Not every script reads all.
  {
    scheme=${1%%://*}
    path=${address#*/}
    address=${address%%/*}
    host=${address%:*}
    port=${address##*:}
    user=$(decoded "${credentials%%:*}")
    password=
    case $credentials in *:*) password=$(decoded "${credentials#*:}") ;; esac
    url_without_password="$scheme://${credentials%%:*}@$address/$path"
  }
}
