#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares what the README shows of the demo with what the tool prints.

usage: readme.py ROOT JOINERY FOLDER FLAG...

The units are those of examples/CMakeLists.txt, in a compilation database that
is written to FOLDER. Findings may be left out of the README, but each one that
it shows is printed as it stands there, in that order; so is the last line. The
table in examples/README.md names exactly the checks that speak.
"""

import json
import os
import re
import subprocess
import sys

ROOT, JOINERY, FOLDER, *FLAGS = sys.argv[1:]
# A finding is its warning and all lines up to the next one.
FINDING = re.compile(r"^(?=\S+: warning: )", re.M)
CHECK = re.compile(r"^examples/(.*)/\w+\.cpp:.*\[(joinery-\S+)\]$", re.M)
EXAMPLE = re.compile(r"^add_example\((\S+) (\S+?\.cpp)", re.M)
SCREEN = re.compile(r"From `make demo`.*?```text\n(.*?)```", re.S)
ROW = re.compile(r"^\| \[([^\]]*)\]\([^)]*\) \| (.*) \|$", re.M)


def read(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


def database():
    units = []
    for folder, common in EXAMPLE.findall(read("examples/CMakeLists.txt")):
        for source in ("buggy.cpp", "repaired.cpp", common):
            path = os.path.join(ROOT, "examples", folder, source)
            command = ["c++", "-std=c++20", *FLAGS, "-c", path]
            units.append(
                {"directory": ROOT, "file": path, "arguments": command}
            )
    os.makedirs(FOLDER, exist_ok=True)
    with open(os.path.join(FOLDER, "compile_commands.json"), "w") as file:
        json.dump(units, file)


database()
run = subprocess.run(
    [JOINERY, "check", "-p", FOLDER, "examples"],
    cwd=ROOT,
    capture_output=True,
    text=True,
)
problems = []
if run.returncode != 1:
    problems.append(f"joinery ended with {run.returncode}\n{run.stderr}")

*shown, last = FINDING.split(SCREEN.search(read("README.md"))[1])[1:]
last, summary = last.rstrip("\n").rsplit("\n", 1)
printed = FINDING.split(run.stdout)[1:]
rest = iter(printed)
for finding in shown + [last + "\n"]:
    if finding not in rest:
        problems.append(f"README.md shows what is not printed:\n{finding}")
if summary not in run.stderr.split("\n"):
    problems.append(f"README.md ends with:\n{summary}\nprinted:\n{run.stderr}")

said = CHECK.findall(run.stdout)
for folder, row in ROW.findall(read("examples/README.md")):
    found = {check for place, check in said if place == folder}
    if found != set(re.findall(r"`(joinery-[^`]*)`", row)):
        problems.append(f"examples/README.md, {folder}: {sorted(found)}")

print("\n".join(problems) or f"{len(shown) + 1} findings of {len(printed)}")
sys.exit(bool(problems))
