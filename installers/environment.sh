#!/bin/sh
# SPDX-License-Identifier: MIT
# How does .venv come to hold exactly what uv.lock says? With a Python that is here, and uv, brought if it is not.
#
#   environment.sh        bring .venv in line
#   environment.sh uv     print the uv that is used, bringing it if need be
set -eu
cd "$(dirname "$0")/.."
unset VIRTUAL_ENV
export UV_PYTHON_DOWNLOADS=never

fits() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# The environment's own Python while it works; else the newest on PATH. Tried out, since a name may be an empty shim.
find_python() {
  for candidate in .venv/bin/python python3.14 python3.13 python3.12 python3.11 python3 python; do
    if fits "$candidate"; then
      "$candidate" -c 'import sys; print(sys.executable)'
      return
    fi
  done
  echo "Rideau needs Python 3.11 or newer, and none was found. Install python3, then try again." >&2
  return 1
}

is_recent() {
  version=$("$1" --version 2>/dev/null) || return 1
  echo "$version" | awk '{ split($2, part, "."); exit !(part[1] > 0 || part[2] >= 5) }'
}

find_uv() {
  for candidate in uv .tools/bin/uv "$HOME/.local/bin/uv"; do
    if is_recent "$candidate"; then
      command -v "$candidate"
      return
    fi
  done
  echo "Bringing uv into .tools ..." >&2
  "$python" -c 'import ensurepip, venv' 2>/dev/null ||
    sh installers/linux/system-packages.sh venv "$(readlink -f "$python")" >&2
  if ! { "$python" -m venv --clear .tools && .tools/bin/python -m pip install --quiet "uv>=0.5"; } >&2; then
    rm -rf .tools
    echo "uv could not be brought; the lines above say why (no network? no venv module?)." \
      "Install it by hand, https://docs.astral.sh/uv/ says how, then try again." >&2
    return 1
  fi
  echo .tools/bin/uv
}

python=$(find_python)
uv=$(find_uv)
if [ "${1:-}" = uv ]; then
  echo "$uv"
  exit
fi

# Rideau itself is built anew each time: its build hook compiles the translations, and a cached build would not.
set -- sync --locked --reinstall-package rideau
fits .venv/bin/python || set -- "$@" --python "$python"
if ! "$uv" "$@"; then
  echo "The environment could not be set up; the lines above say why. Nothing outside .venv was changed." >&2
  exit 1
fi
