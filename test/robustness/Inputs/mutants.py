#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks damaged copies of a source file; fails when a check does not survive.

usage: mutants.py COUNT FOLDER FILE COMMAND... -- FLAGS...

A copy lacks a few tokens of FILE, the same ones on each run. The copies are
written to FOLDER and checked by one COMMAND, whose end by a signal or a stack
dump is a failure; that they do not compile is none.
"""

import os
import random
import re
import subprocess
import sys

TOKEN = re.compile(r'[A-Za-z_]\w*|\d+|"[^"\n]*"|::|->|<<|>>|\S')


def damaged(text, chance):
    keep = [line for line in text.splitlines() if line.startswith("#")]
    rest = "\n".join(
        line
        for line in text.splitlines()
        if not line.startswith("#") and not line.lstrip().startswith("//")
    )
    tokens = list(TOKEN.finditer(rest))
    for token in sorted(
        chance.sample(tokens, chance.choice((1, 1, 2, 3, 5, 10))),
        key=lambda t: -t.start(),
    ):
        rest = rest[: token.start()] + rest[token.end() :]
    return "\n".join(keep) + "\n" + rest + "\n"


def main():
    count, folder, source = int(sys.argv[1]), sys.argv[2], sys.argv[3]
    split = sys.argv.index("--")
    command, flags = sys.argv[4:split], sys.argv[split:]
    os.makedirs(folder, exist_ok=True)
    with open(source) as file:
        text = file.read()
    chance = random.Random(os.path.basename(source))
    copies = []
    for number in range(count):
        name, extension = os.path.splitext(os.path.basename(source))
        copies.append(os.path.join(folder, f"{name}-{number}{extension}"))
        with open(copies[-1], "w") as file:
            file.write(damaged(text, chance))
    result = subprocess.run(command + copies + flags, capture_output=True, text=True)
    if result.returncode not in (0, 1) or "Stack dump" in result.stderr:
        sys.exit(f"status {result.returncode}\n{result.stderr[-4000:]}")


if __name__ == "__main__":
    main()
