#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Looks for what no file of the tree may have.

usage: tree.py ROOT

Files of others, in third_party/, are as they are.

No path of the machine on which it was written, no unresolved conflict, no white
space at the end of a line, no line of more than 80 columns in C++ of the
project; each source names its license.
"""

import os
import re
import sys

ROOT = sys.argv[1]
SKIPPED = {".git", "build", "__pycache__", ".cache", "Output", "third_party"}
MACHINE = re.compile(r"(?<![\w.])/(?:home|root|work|Users|tmp/s)/\w")
LICENSED = (".h", ".cpp", ".py", ".sh")
problems = []


def files():
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(set(folders) - SKIPPED)
        for name in sorted(names):
            yield os.path.relpath(os.path.join(folder, name), ROOT)


def check(path):
    try:
        with open(os.path.join(ROOT, path), encoding="utf-8") as file:
            lines = file.read().split("\n")
    except UnicodeDecodeError:
        problems.append(f"{path}: not UTF-8")
        return
    ours = path.startswith(("checks/", "tool/", "scripts/"))
    for number, line in enumerate(lines, 1):
        at = f"{path}:{number}"
        if MACHINE.search(line):
            problems.append(f"{at}: a path of one machine")
        if line.startswith(("<<<<<<< ", ">>>>>>> ")):
            problems.append(f"{at}: an unresolved conflict")
        if line != line.rstrip() and not path.endswith(".md"):
            problems.append(f"{at}: white space at the end of the line")
        if len(line) > 80 and ours and path.endswith((".h", ".cpp")):
            problems.append(f"{at}: {len(line)} columns")
    if ours and path.endswith(LICENSED):
        if not any("SPDX-License-Identifier:" in line for line in lines[:8]):
            problems.append(f"{path}: no license")


for path in files():
    check(path)
print("\n".join(problems) or "nothing to complain about")
sys.exit(bool(problems))
