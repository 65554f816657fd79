#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a command whose output goes to a full device; prints its status.

usage: full.py COMMAND...
"""

import subprocess
import sys

with open("/dev/full", "wb") as full:
    run = subprocess.run(sys.argv[1:], stdout=full)
print("status", run.returncode)
