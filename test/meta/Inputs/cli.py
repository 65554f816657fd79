#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares the tables of docs/cli.md with what the tool says of itself.

usage: cli.py ROOT JOINERY

Each option of `joinery check --help` has a row, with the same words and in the
same order, and so has each format.
"""

import os
import re
import subprocess
import sys

ROOT, JOINERY = sys.argv[1:]
OPTION = re.compile(r"^  (-\S+(?: \S+)?) {2,}(\S.*)$", re.M)
ROW = re.compile(r"^\| `(-[^`]*)` \| (.*) \|$", re.M)
FORMAT = re.compile(r"^\| `(\w+)` \|", re.M)


def told(*arguments):
    run = subprocess.run(
        [JOINERY, *arguments], capture_output=True, text=True, check=False
    )
    return run.stdout + run.stderr


with open(os.path.join(ROOT, "docs", "cli.md"), encoding="utf-8") as file:
    page = file.read()
problems = []

options, rows = OPTION.findall(told("check", "--help")), ROW.findall(page)
if not options:
    problems.append("--help lists no options")
for option in options:
    if option not in rows:
        problems.append(f"docs/cli.md lacks: | `{option[0]}` | {option[1]} |")
for row in rows:
    if row not in options:
        problems.append(f"--help does not say: {' '.join(row)}")
if not problems and options != rows:
    problems.append("the options of docs/cli.md are in another order")

refused = told("check", "--format", "?", "x.cpp", "--")
formats = refused.rsplit("there are ", 1)[-1].strip().split(", ")
section = page.split("\n## Formats\n")[1].split("\n## ")[0]
if FORMAT.findall(section) != formats:
    problems.append(f"the formats are {formats}")

print("\n".join(problems) or f"{len(options)} options")
sys.exit(bool(problems))
