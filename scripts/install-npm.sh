#!/bin/sh
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Installs what tests need from npm into build/npm, and what the extension for
# Visual Studio Code needs into build/editors/vscode; install-deps.sh --test
# calls this. Does nothing, and needs no network, when it is there. Without it,
# tests of the integrations and of the extension are unsupported, and lit says
# so; those of SARIF fail.
set -eu
cd "$(dirname "$0")/.."

install() {
  from=$1 into=$2
  # npm writes the list of what is there when it is done.
  [ ! -e "$into/node_modules/.package-lock.json" ] ||
    ! cmp -s "$from/package-lock.json" "$into/package-lock.json" || return 0
  rm -rf "$into/node_modules"
  mkdir -p "$into"
  cp "$from/package.json" "$from/package-lock.json" "$into"
  if ! npm ci --prefix "$into" --ignore-scripts --no-audit --no-fund; then
    rm -rf "$into/node_modules"
    echo "$0: npm failed: its tests fail or are unsupported" >&2
  fi
}

install test/npm build/npm
install editors/vscode build/editors/vscode
