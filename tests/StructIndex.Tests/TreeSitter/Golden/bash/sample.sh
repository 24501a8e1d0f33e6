#!/usr/bin/env bash
# Build helper.
# Does things.

source "$(dirname "$0")/lib.sh"
. ./common.sh

# Prints a message.
# $1 - the message
function say {
  local msg="$1"
  echo "$msg" | sed 's/a/b/' >&2
}

# About log
log() { say "$(date) $1"; command git status; }

function both() ( cd x && log y )

if [[ -n $X ]]; then
  nested() { :; }
fi

# An expansion with a semicolon in a string.
colours() {
  echo "${out:+${out};}1"
}

readonly NAME=1
alias ll='ls -l'

_private::y-z() { log a; }

say "top"
