#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares the package's newest changelog entry with the tool's version.

usage: changelog.py CHANGELOG VERSION-FILE
"""

import re
import sys

changelog, version = (open(path).read() for path in sys.argv[1:])
packaged = re.match(r"joinery \(([0-9.]+)-\d+\)", changelog)[1]
tool = version.split()[1]
if packaged != tool:
    sys.exit(f"the changelog has {packaged}, the tool is {tool}")
