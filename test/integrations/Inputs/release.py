#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Looks whether the integration of CMake names the release of the tool.

usage: release.py ROOT JOINERY
"""

import subprocess
import sys

root, joinery = sys.argv[1:]
version = subprocess.run(
    [joinery, "--version"], capture_output=True, text=True
).stdout.split()[1]
minor = version.rsplit(".", 1)[0]
wanted = f"find_package(Joinery {minor} "
with open(f"{root}/integrations/cmake/joinery.cmake") as file:
    if wanted not in file.read():
        sys.exit(f"integrations/cmake/joinery.cmake does not say '{wanted}'")
