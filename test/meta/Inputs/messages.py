#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Holds the checks' messages to the form that CONTRIBUTING.md gives them.

usage: messages.py ROOT
"""

import glob
import os
import re
import sys

ROOT = sys.argv[1]
STRING = r'"(?:[^"\\]|\\.)*"'
# Adjacent literals are one text, but for what is put between them.
TEXT = re.compile(rf"(?:{STRING}\s*)+")
WEAK = re.compile(r"\b(?:this check|possible issue|please)\b", re.I)

problems, count = [], 0
for path in sorted(glob.glob(os.path.join(ROOT, "checks", "*Check.cpp"))):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    for found in TEXT.finditer(text):
        message = "".join(
            part[1:-1] for part in re.findall(STRING, found[0])
        )
        if message.count(" ") < 2:  # The name of an option, a header.
            continue
        count += 1
        line = text.count("\n", 0, found.start()) + 1
        at = f"{os.path.relpath(path, ROOT)}:{line}: '{message}'"
        if message[:1].isupper():
            problems.append(f"{at} starts in upper case")
        if message.endswith("."):
            problems.append(f"{at} ends with a full stop")
        if WEAK.search(message):
            problems.append(f"{at} is weak")
if not count:
    problems.append("no message is found: have the checks moved?")
print("\n".join(problems) or f"{count} messages are well-formed")
sys.exit(bool(problems))
