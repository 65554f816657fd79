#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Damages the one entry of a cache in many ways; each must be noticed.

usage: damage.py CACHE COMMAND...
"""

import os
import random
import subprocess
import sys

cache, command = sys.argv[1], sys.argv[2:]


def run(what):
    done = subprocess.run(command, capture_output=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{what}: exit status {done.returncode}\n{done.stderr}")
    return done.returncode, done.stdout, done.stderr


right = run("the first run")
(name,) = [n for n in os.listdir(cache) if n.startswith("llvmcache-")]
entry = os.path.join(cache, name)
with open(entry, "rb") as file:
    whole = file.read()

random.seed(1)
damaged = {"empty": b"", "text": b"joinery\n", "longer": whole + b"\0"}
for size in random.sample(range(1, len(whole)), 6):
    damaged[f"cut to {size}"] = whole[:size]
for at in [8, 16, 40, *random.sample(range(len(whole)), 6)]:
    damaged[f"bit at {at}"] = (
        whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
    )
for what, content in damaged.items():
    with open(entry, "wb") as file:
        file.write(content)
    if run(what) != right:
        sys.exit(f"{what}: not the answer of the first run")
    with open(entry, "rb") as file:
        if file.read() == content:
            sys.exit(f"{what}: the entry was not made again")
print(f"{len(damaged)} damages noticed")
