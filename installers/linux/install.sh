#!/bin/sh
# SPDX-License-Identifier: MIT
# How does Rideau get into one person's menu? As a copy that needs this checkout no more; uninstall.sh takes it out.
#
# Everything that is put down is listed in $data/rideau/installed: files, and the folders that were not there before.
set -eu
cd "$(dirname "$0")/../.."
unset VIRTUAL_ENV
export UV_PYTHON_DOWNLOADS=never

data=${XDG_DATA_HOME:-$HOME/.local/share}
bin=$HOME/.local/bin
app=$data/rideau
list=$app/installed
launcher=$bin/rideau

work=$(mktemp -d)
trap 'rm -rf "$work" "$app/venv.new"' EXIT
trap 'exit 1' INT TERM

# Make a folder and its parents, remembering those that are new.
folder() {
  [ -d "$1" ] && return
  folder "$(dirname "$1")"
  mkdir "$1"
  echo "$1/" >>"$work/installed"
}

# Put a file down, remembering it.
put() {
  folder "$(dirname "$2")"
  install -m "$3" "$1" "$2"
  echo "$2" >>"$work/installed"
}

: >"$work/installed"
if [ -f "$list" ]; then # an update: what the first installation made is still ours to take away
  cp "$list" "$work/installed"
  "$launcher" quit >/dev/null 2>&1 || true
fi

uv=$(sh installers/environment.sh uv)
echo "Building Rideau ..."
"$uv" build --quiet --wheel --out-dir "$work" .
"$uv" export --quiet --locked --no-dev --no-emit-project --format requirements-txt --output-file "$work/locked.txt"

echo "Installing it into $app ..."
folder "$app"
rm -rf "$app/venv.new"
"$uv" venv --quiet --relocatable --python "$(.venv/bin/python -c 'import sys; print(sys._base_executable)')" \
  "$app/venv.new"
"$uv" pip install --quiet --compile-bytecode --python "$app/venv.new/bin/python" --requirements "$work/locked.txt"
"$uv" pip install --quiet --compile-bytecode --python "$app/venv.new/bin/python" --no-deps "$work"/rideau-*.whl
rm -rf "$app/venv"
mv "$app/venv.new" "$app/venv"

folder "$bin"
ln -sf "$app/venv/bin/rideau" "$launcher"
echo "$launcher" >>"$work/installed"

# The session may not have ~/.local/bin on its PATH, so the menu entry names the launcher in full.
sed -e "s|^Exec=rideau|Exec=\"$launcher\"|" -e "s|^TryExec=.*|TryExec=$launcher|" installers/linux/rideau.desktop \
  >"$work/rideau.desktop"
put "$work/rideau.desktop" "$data/applications/rideau.desktop" 644
for icon in resources/icons/hicolor/*/apps/*.svg; do
  put "$icon" "$data/${icon#resources/}" 644
done
put installers/linux/rideau.metainfo.xml "$data/metainfo/app.rideau.Rideau.metainfo.xml" 644

awk '!seen[$0]++' "$work/installed" >"$list"
if command -v desktop-file-validate >/dev/null 2>&1; then
  desktop-file-validate "$data/applications/rideau.desktop"
fi

echo "Rideau is in your menu, and “$launcher” starts it. “make uninstall” takes it out again."
case ":$PATH:" in
  *":$bin:"*) ;;
  *) echo "(“rideau” alone works in a terminal once $bin is on your PATH.)" ;;
esac
