#!/bin/sh
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Installs what the tests of the integrations need from npm into build/npm.
# Does nothing, and needs no network, when it is there. Without it, those tests
# are unsupported, and lit says so.
set -eu
cd "$(dirname "$0")/.."

from=test/integrations into=build/npm
[ ! -e $into/node_modules ] || ! cmp -s $from/package-lock.json \
  $into/package-lock.json || exit 0
rm -rf $into
mkdir -p $into
cp $from/package.json $from/package-lock.json $into
if ! npm ci --prefix $into --ignore-scripts --no-audit --no-fund; then
  rm -rf $into
  echo "$0: npm failed: some tests of test/integrations are skipped" >&2
fi
