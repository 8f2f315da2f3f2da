#!/bin/sh
# SPDX-License-Identifier: MIT
# Which system packages are missing? Bring them, asking before sudo is used; silent when all are there.
#
#   system-packages.sh run | test | desktops | venv PYTHON ...
#
# A name like "new|old" is one package under the names of different releases; any of them will do.
# Debian 12 and later, Ubuntu 22.04 and later, Fedora. Elsewhere (macOS included) there is nothing to bring.
set -eu

# Qt's xcb platform, proved in a bare Debian 12.
run_debian="libgl1 libegl1 libglib2.0-0t64|libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 libxkbcommon-x11-0
  libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0
  libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 fonts-dejavu-core"
run_fedora="libglvnd-glx libglvnd-egl glib2 fontconfig dbus-libs libxkbcommon libxkbcommon-x11 libX11-xcb xcb-util-cursor
  xcb-util-wm xcb-util-image xcb-util-keysyms libxcb xcb-util-renderutil dejavu-sans-fonts"

# A virtual screen, a window manager, a panel, notification daemons, browsers, a sound server, what screen readers
# listen to: all light.
test_debian="xvfb xauth openbox xfwm4 xfce4-panel xfce4-session xfconf dunst xfce4-notifyd lxqt-notificationd
  dbus dbus-daemon|dbus libglib2.0-bin libnotify-bin xdotool wmctrl x11-utils x11-xserver-utils imagemagick procps
  chromium|chromium-browser firefox-esr|firefox libnss3-tools dconf-service dconf-gsettings-backend dconf-cli
  gsettings-desktop-schemas desktop-file-utils appstream gnome-keyring pipewire pipewire-pulse wireplumber
  libpulse0 at-spi2-core"
test_fedora="xorg-x11-server-Xvfb xorg-x11-xauth openbox xfwm4 xfce4-panel xfce4-session xfconf dunst xfce4-notifyd
  lxqt-notificationd dbus-daemon glib2 libnotify xdotool wmctrl xprop xwininfo xrandr ImageMagick procps-ng chromium
  firefox nss-tools dconf gsettings-desktop-schemas desktop-file-utils appstream gnome-keyring
  pipewire pipewire-pulseaudio wireplumber pulseaudio-libs at-spi2-core"

# Whole other desktops.
desktops_debian="sway mako-notifier sway-notification-center grim xwayland gnome-shell gjs kwin-wayland plasma-workspace
  plasma-desktop"
desktops_fedora="sway mako SwayNotificationCenter grim xorg-x11-server-Xwayland gnome-shell gjs kwin-wayland plasma-workspace
  plasma-desktop"

if command -v dpkg-query >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
  family=debian
elif command -v rpm >/dev/null 2>&1 && command -v dnf >/dev/null 2>&1; then
  family=fedora
else
  exit 0
fi

wanted=""
while [ $# -gt 0 ]; do
  case "$1" in
    run | test | desktops) eval "wanted=\"\$wanted \$${1}_$family\"" ;;
    venv)
      shift
      [ "$family" = fedora ] || wanted="$wanted $(basename "$1")-venv"
      ;;
    *)
      echo "system-packages.sh: what is “$1”?" >&2
      exit 2
      ;;
  esac
  shift
done

# Print those of the given names that are installed, one to a line.
installed() {
  if [ "$family" = debian ]; then
    # shellcheck disable=SC2046
    dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null | sed -n 's/^installed //p'
  else
    rpm -q --qf '%{NAME}\n' "$@" 2>/dev/null | grep -v ' ' || true
  fi
}

# Word splitting is what makes a list of these strings.
# shellcheck disable=SC2086
have=" $(installed $(echo $wanted | tr '|' ' ') | tr '\n' ' ')"

missing=""
for choice in $wanted; do
  found=no
  for name in $(echo "$choice" | tr '|' ' '); do
    case "$have" in *" $name "*) found=yes ;; esac
  done
  [ "$found" = yes ] || missing="$missing $choice"
done
[ -n "$missing" ] || exit 0

# Of each choice, take the first name that this release knows.
names() {
  for choice in $missing; do
    picked=""
    for name in $(echo "$choice" | tr '|' ' '); do
      if [ -z "$picked" ] && known "$name"; then picked=$name; fi
    done
    printf ' %s' "${picked:-${choice##*|}}"
  done
}

known() {
  [ "$family" = fedora ] || [ -n "$(apt-cache madison "$1" 2>/dev/null)" ]
}

echo "Rideau needs system packages that are not here:" >&2
echo "$missing" | tr '|' '/' | fmt -w 100 >&2 2>/dev/null || echo "$missing" >&2

if [ "$family" = debian ]; then
  install="apt-get install --yes --no-install-recommends --no-remove"
else
  install="dnf install --assumeyes --setopt=install_weak_deps=False"
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if [ "${CI:-}" = true ] && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
  elif [ "${CI:-}" != true ] && [ -t 0 ] && command -v sudo >/dev/null 2>&1; then
    printf 'Bring them with “sudo %s …”? [Y/n] ' "${install%% *} install" >&2
    read -r answer || answer=n
    case "$answer" in [nN]*) as_root="" ;; *) as_root=sudo ;; esac
  fi
  if [ -z "$as_root" ]; then
    echo "Run this, then try again:  sudo $install$(names)" >&2
    exit 1
  fi
fi

if [ "$family" = debian ]; then
  $as_root apt-get update --quiet --quiet >&2 || echo "The package lists could not be renewed; trying with the old ones." >&2
  install="env DEBIAN_FRONTEND=noninteractive $install --quiet --quiet -o Dpkg::Use-Pty=0"
fi
# shellcheck disable=SC2046,SC2086
if ! $as_root $install $(names) >&2; then
  echo "The system packages could not be installed; the lines above say why. By hand:  sudo ${install#env * }$(names)" >&2
  exit 1
fi
