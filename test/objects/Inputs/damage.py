# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Cuts files off and changes bytes of them: `joinery link` must end with 0 or
2, and say why when it is 2."""

import os
import random
import subprocess
import sys

ROUNDS = 40


def damaged(data, chance):
    if chance.random() < 0.5:
        return data[: chance.randrange(1, len(data))]
    changed = bytearray(data)
    # Headers are where a reader is misled.
    for _ in range(4):
        limit = min(len(data), chance.choice((64, 1024, len(data))))
        changed[chance.randrange(limit)] = chance.randrange(256)
    return bytes(changed)


def main():
    joinery, *files = sys.argv[1:]
    chance = random.Random(1)
    for name in files:
        with open(name, "rb") as file:
            data = file.read()
        for _ in range(ROUNDS):
            with open("damaged", "wb") as file:
                file.write(damaged(data, chance))
            run = subprocess.run(
                [joinery, "link", "--dump", "damaged"],
                capture_output=True,
                timeout=60,
            )
            fine = run.returncode == 0 or (
                run.returncode == 2 and b"joinery: error: " in run.stderr
            )
            if not fine:
                os.rename("damaged", name + ".crash")
                sys.exit(f"{name}: status {run.returncode}\n{run.stderr}")


main()
