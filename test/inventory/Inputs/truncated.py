#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Gives the tool beginnings of an inventory, each of which it must refuse.

usage: truncated.py JOINERY FILE
"""

import subprocess
import sys

joinery, source = sys.argv[1:]
with open(source, "rb") as file:
    text = file.read().rstrip()
wrong = 0
for length in range(0, len(text), 97):
    run = subprocess.run(
        [joinery, "inventory", "--from", "-"],
        input=text[:length],
        capture_output=True,
    )
    if run.returncode != 2 or run.stdout or b"it is no JSON" not in run.stderr:
        wrong += 1
        print(f"{length} bytes: status {run.returncode}: {run.stderr.decode()}")
print("all refused" if not wrong else f"{wrong} not refused")
