#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a shell step of a composite action as GitHub's runner does.

usage: steps.py ACTION STEP FOLDER [INPUT=VALUE...]

The folder gets what the step writes, its outputs in the file `output`. The exit
status is that of the step.
"""

import os
import re
import subprocess
import sys

import yaml

path, name, folder, *given = sys.argv[1:]
with open(path) as file:
    action = yaml.safe_load(file)
inputs = {key: entry["default"] for key, entry in action["inputs"].items()}
for pair in given:
    key, value = pair.split("=", 1)
    if key not in inputs:
        sys.exit(f"{path} has no input '{key}'")
    inputs[key] = value

(step,) = [step for step in action["runs"]["steps"] if step["name"] == name]
script = step["run"]
if "${{" in script:
    sys.exit(f"{name}: an input that stands in a script can say anything in it")


def evaluate(value):
    found = re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)
    if not found:
        sys.exit(f"{name}: {value} is more than an input")
    return inputs[found[1]]


folder = os.path.abspath(folder)
os.makedirs(os.path.join(folder, "home"), exist_ok=True)
environment = {
    **os.environ,
    "HOME": os.path.join(folder, "home"),
    "GITHUB_ACTION_PATH": os.path.dirname(os.path.abspath(path)),
    "GITHUB_OUTPUT": os.path.join(folder, "output"),
    "GITHUB_WORKSPACE": os.getcwd(),
    "RUNNER_TEMP": folder,
    **{key: evaluate(value) for key, value in step["env"].items()},
}
shell = {"bash": ["bash", "--noprofile", "--norc", "-eo", "pipefail"]}
with open(os.path.join(folder, "script.sh"), "w") as file:
    file.write(script)
run = subprocess.run([*shell[step["shell"]], file.name], env=environment)
sys.exit(run.returncode)
