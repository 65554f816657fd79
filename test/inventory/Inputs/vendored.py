#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares the library of the page with what is written about it.

usage: vendored.py FOLDER
"""

import hashlib
import os
import re
import sys

folder = sys.argv[1]


def read(name):
    with open(os.path.join(folder, name), "rb") as file:
        return file.read()


library = read("viz-js/viz-global.js")
notes = read("README.md").decode()
version = re.search(rb"Viz\.js (\S+)", library)[1].decode()
if hashlib.sha256(library).hexdigest() not in notes:
    sys.exit("README.md has another SHA-256")
for name in ("README.md", "viz-js/LICENSE"):
    if f"Viz.js {version}" not in read(name).decode():
        sys.exit(f"{name} does not say Viz.js {version}")
