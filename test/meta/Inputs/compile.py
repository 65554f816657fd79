#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiles copies of sources as the build compiles the checks.

usage: compile.py BUILD SOURCE...
"""

import json
import os
import shlex
import subprocess
import sys

build, *sources = sys.argv[1:]
with open(os.path.join(build, "compile_commands.json")) as file:
    unit = next(
        unit
        for unit in json.load(file)
        if unit["file"].endswith("/checks/JoineryModule.cpp")
    )
command = shlex.split(unit["command"])
command = command[: command.index("-o")]
for source in sources:
    subprocess.run(
        command[:1]
        + ["-I", os.path.dirname(source)]
        + command[1:]
        + ["-fsyntax-only", "-Werror", source],
        cwd=unit["directory"],
        check=True,
    )
