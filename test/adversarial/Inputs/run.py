#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs all checks over a folder of small programs.

    run.py --clang-tidy TOOL --plugin FILE FOLDER

Each file is a program of its own, `correct-*` or `defect-*`. What is expected
stands at the end of a line:

    // EXPECT: check[, check]   these report here
    // FN: check                this ought to report here, and does not
    // FP: check                this reports here, and ought not to

A file whose name begins with FN_ or FP_ holds a known mistake; docs/limits.md
names it. Any other finding, and any error, fails the run.
"""

import argparse
import collections
import os
import re
import subprocess
import sys

STANDARD = {".c": "-std=c17", ".cpp": "-std=c++20"}
FINDING = re.compile(r"(\S+?):(\d+):\d+: (?:warning|error): .*\[([\w.,-]+)\]$")
MARK = re.compile(r"// (EXPECT|FN|FP): ([a-z, -]+?)(?= //|$)")


def marked(path):
    found = collections.defaultdict(set)
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            for kind, checks in MARK.findall(line.rstrip()):
                for check in checks.split(","):
                    found[kind].add((number, check.strip()))
    return found


def reported(options, paths, standard):
    command = [
        options.clang_tidy,
        "-load",
        options.plugin,
        "--checks=-*,joinery-*",
        "--quiet",
        *paths,
        "--",
        standard,
        "-pthread",
        "-w",
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    found = collections.defaultdict(set)
    for line in done.stdout.split("\n"):
        match = FINDING.match(line)
        if match:
            check = match[3].replace("joinery-", "")
            found[os.path.realpath(match[1])].add((int(match[2]), check))
    if done.returncode not in (0, 1):
        sys.exit(f"clang-tidy failed\n{done.stderr[-2000:]}")
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("folder")
    options = parser.parse_args()
    folder = os.path.realpath(options.folder)
    wrong = programs = findings = 0
    for extension, standard in STANDARD.items():
        paths = [
            os.path.join(folder, name)
            for name in sorted(os.listdir(folder))
            if name.endswith(extension)
        ]
        if not paths:
            continue
        found = reported(options, paths, standard)
        for path in paths:
            programs += 1
            marks = marked(path)
            expected = marks["EXPECT"] | marks["FP"]
            findings += len(expected)
            known = os.path.basename(path).startswith(("FN_", "FP_"))
            if bool(marks["FN"] or marks["FP"]) != known:
                print(f"{path}: the name and the marks do not agree")
                wrong += 1
            for number, check in sorted(expected ^ found[path]):
                has = (number, check) in found[path]
                print(
                    f"{path}:{number}: {check} "
                    + ("reports, which is not expected" if has else "is silent")
                )
                wrong += 1
    print(f"{programs} programs, {findings} findings expected, {wrong} wrong")
    # Nothing is ever right because nothing ran.
    sys.exit(bool(wrong) or not programs or not findings)


if __name__ == "__main__":
    main()
