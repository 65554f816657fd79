#!/bin/sh
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Installs the packages of Debian, and for the tests of npm, that are needed and
# missing. Does nothing, and needs no network, when all are there.
#
#   install-deps.sh          what the build needs
#   install-deps.sh --test   what the tests need as well: real library headers,
#                            Graphviz, a browser, caches and farms of compilers
set -eu

packages="cmake ninja-build python3 clang-22 clang-tidy-22 clang-format-22
  libclang-22-dev llvm-22-dev llvm-22-tools"
if [ "${1-}" = --test ]; then
  packages="$packages git libboost-thread-dev libboost-fiber-dev
    libboost-system-dev libasio-dev libabsl-dev libtbb-dev libglib2.0-dev
    libpoco-dev qt6-base-dev libsdl2-dev libuv1-dev libgrpc++-dev
    libwxgtk3.2-dev libgtest-dev libxml2-utils python3-jsonschema python3-rich
    graphviz chromium chromium-driver python3-selenium
    neovim emacs-nox elpa-eglot lld-22 ccache icecc"
  # What tests the package and the integrations.
  packages="$packages dpkg-dev file fish lintian man-db pre-commit
    python3-yaml rsync zsh"
  # Another vendor's Node brings npm itself, and cannot be with Debian's.
  command -v npm >/dev/null 2>&1 || packages="$packages nodejs npm"
fi

missing=
for package in $packages; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || :)
  [ "$status" = installed ] || missing="$missing $package"
done
if [ -z "$missing" ]; then
  [ "${1-}" != --test ] || "$(dirname "$0")/install-npm.sh"
  exit
fi

command="apt-get install -y --no-install-recommends$missing"
if [ "$(id -u)" = 0 ]; then
  sudo=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  sudo=sudo
else
  echo "$0: these packages are missing:$missing" >&2
  echo "$0: as root, run: apt-get update && $command" >&2
  exit 1
fi
echo "Installing$missing"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -q
$sudo $command
[ "${1-}" != --test ] || "$(dirname "$0")/install-npm.sh"
