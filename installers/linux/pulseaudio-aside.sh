#!/bin/sh
# SPDX-License-Identifier: MIT
# Where can tests start a PulseAudio on a machine that plays its sound through PipeWire? From a folder of their own:
# installed, it would take PipeWire's place, for the person too. Silent when it is there, or PulseAudio is installed.
#
#   pulseaudio-aside.sh FOLDER
#
# Debian, Ubuntu and Fedora. Nothing is changed outside FOLDER.
set -eu

folder=$1
if command -v pulseaudio >/dev/null 2>&1 || [ -x "$folder/usr/bin/pulseaudio" ]; then exit 0; fi

fresh="$folder.fetched"
rm -rf "$fresh"
mkdir -p "$fresh/packages" "$fresh/root"

if command -v apt-get >/dev/null 2>&1 && command -v dpkg-deb >/dev/null 2>&1; then
  # What the daemon itself is linked with, and a desktop need not have; whatever else it leans on came with libpulse.
  for package in pulseaudio libwrap0 libltdl7 libtdb1 libspeexdsp1 libsoxr0 liborc-0.4-0 libasound2t64 libasound2; do
    (cd "$fresh/packages" && apt-get download --quiet --quiet "$package" >/dev/null 2>&1) || [ "$package" != pulseaudio ]
  done
  for file in "$fresh"/packages/*.deb; do dpkg-deb -x "$file" "$fresh/root"; done
elif command -v dnf >/dev/null 2>&1 && command -v rpm2cpio >/dev/null 2>&1; then
  dnf download --quiet --destdir "$fresh/packages" --arch "$(uname -m)" pulseaudio libtool-ltdl speexdsp soxr orc libtdb
  for file in "$fresh"/packages/*.rpm; do (cd "$fresh/root" && rpm2cpio "$file" | cpio --quiet -idm); done
else
  exit 0
fi

rm -rf "$folder"
mkdir -p "$(dirname "$folder")"
mv "$fresh/root" "$folder"
rm -rf "$fresh"
