#!/bin/sh
# SPDX-License-Identifier: MIT
# How does Rideau leave? It puts everything back, ends, and takes away what install.sh put down.
#
# PURGE=1 takes the person's own settings, journal and log as well, and the browser profiles that were made for them,
# with all that was kept in those.
set -eu

data=${XDG_DATA_HOME:-$HOME/.local/share}
config=${XDG_CONFIG_HOME:-$HOME/.config}
state=${XDG_STATE_HOME:-$HOME/.local/state}
app=$data/rideau
list=$app/installed
launcher=$app/venv/bin/rideau

if [ -x "$launcher" ]; then
  if "$launcher" status >/dev/null 2>&1; then
    "$launcher" quit >/dev/null || { [ $? != 4 ] || exit 4; } # the lock holds: it said until when, and what to do
  else
    "$launcher" quit >/dev/null 2>&1 || true # no app runs; a keeper may
  fi
  "$launcher" restore || echo "Not everything could be put back; the line above says what." >&2
fi

entry=$config/autostart/rideau.desktop
if [ -f "$entry" ]; then
  rm -f "$entry"
  rmdir "$config/autostart" 2>/dev/null || true
fi

for own in "$config/rideau" "$state/rideau" "$app/browsers"; do
  [ -e "$own" ] || continue
  what=$own
  [ "$own" != "$app/browsers" ] || what="work and personal browser profiles in $own"
  if [ "${PURGE:-}" = 1 ]; then
    rm -rf "$own"
    echo "Your own $what: gone, too."
  else
    echo "Your own $what: kept. “make uninstall PURGE=1” takes them, too."
  fi
done

if [ -f "$list" ]; then
  cp "$list" "$list.last"
  rm -rf "$app/venv" "$app/venv.new"
  grep -v '/$' "$list.last" | while IFS= read -r file; do rm -f "$file"; done
  folders=$(grep '/$' "$list.last" | sort -r) || true
  rm -f "$list" "$list.last"
  rmdir "$app" 2>/dev/null || true
  echo "$folders" | while IFS= read -r folder; do
    [ -z "$folder" ] || rmdir "$folder" 2>/dev/null || true
  done
  echo "Rideau is out of your menu."
else
  rmdir "$app" 2>/dev/null || true
  echo "No Rideau was installed here with “make install”."
fi
