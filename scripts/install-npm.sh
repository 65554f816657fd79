#!/bin/sh
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Installs what tests need from npm into build/npm; install-deps.sh --test calls
# this. Does nothing, and needs no network, when it is there. Without it, tests
# of the integrations are unsupported, and lit says so; those of SARIF fail.
set -eu
cd "$(dirname "$0")/.."

from=test/npm into=build/npm
[ ! -e $into/node_modules ] || ! cmp -s $from/package-lock.json \
  $into/package-lock.json || exit 0
rm -rf $into
mkdir -p $into
cp $from/package.json $from/package-lock.json $into
if ! npm ci --prefix $into --ignore-scripts --no-audit --no-fund; then
  rm -rf $into
  echo "$0: npm failed: its tests fail or are unsupported" >&2
fi
