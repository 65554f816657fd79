#!/bin/sh
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# Fuzzes the reader of facts with libFuzzer (Debian's libclang-rt-22-dev).
# usage: scripts/fuzz-facts.sh [EXECUTIONS [CORPUS]]
#
# CORPUS is a folder with facts to start from; payloads are found in it by the
# fuzzer itself when it is empty. Ends with a failure at the first crash, hang
# or leak, and leaves the input beside the corpus.
set -eu
cd "$(dirname "$0")/.."
executions=${1:-1000000}
corpus=${2:-build/fuzz/corpus}
mkdir -p "$corpus" build/fuzz

llvm=/usr/lib/llvm-22
flags=$($llvm/bin/llvm-config --cxxflags | sed 's/-std=[^ ]*//')
# shellcheck disable=SC2086
clang++-22 $flags -std=c++17 -O1 -g -Ichecks \
  -fsanitize=fuzzer,address,undefined -fno-sanitize=vptr \
  -fno-sanitize-recover=undefined \
  test/facts/Inputs/FuzzReader.cpp checks/facts/Format.cpp \
  checks/facts/Print.cpp checks/facts/Link.cpp checks/facts/Graph.cpp \
  -L$llvm/lib -lLLVM -o build/fuzz/reader
build/fuzz/reader -runs="$executions" -timeout=10 -rss_limit_mb=2048 \
  -max_len=4096 -artifact_prefix=build/fuzz/ -print_final_stats=1 "$corpus"
