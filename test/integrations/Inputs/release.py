#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Looks whether the integrations name the release of the tool.

usage: release.py ROOT JOINERY
"""

import re
import subprocess
import sys

root, joinery = sys.argv[1:]
version = subprocess.run(
    [joinery, "--version"], capture_output=True, text=True
).stdout.split()[1]
minor = version.rsplit(".", 1)[0]
for path, wanted in (
    ("github/joinery.yml", f"joinery@v{version}"),
    ("pre-commit/.pre-commit-config.yaml", f"rev: v{version}"),
    ("cmake/joinery.cmake", f"find_package(Joinery {minor} "),
):
    with open(f"{root}/integrations/{path}") as file:
        if not re.search(rf"{re.escape(wanted)}(?![\d.])", file.read()):
            sys.exit(f"integrations/{path} does not say '{wanted}'")
