#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Kills a command a hundred times, and runs it several times at once.

usage: interrupt.py CACHE JOINERY COMMAND ARGUMENT...

What each kill leaves is answered from: in a copy, for the next run that is
killed is to find it as it was left.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time

cache, command, sources = sys.argv[1], sys.argv[2:4], sys.argv[4:]
copy = cache + ".copy"


def start(folder=cache):
    # A test run in the background has told its children to ignore SIGINT.
    return subprocess.Popen(
        [*command, f"--cache-dir={folder}", *sources],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )


def finish(process):
    out, err = process.communicate()
    return process.returncode, out, err


def expect(right, answer, what):
    if answer != right:
        sys.exit(f"{what}: {answer}\nnot: {right}")


before = time.monotonic()
right = finish(start())
length = time.monotonic() - before
if right[0] != 1:
    sys.exit(f"no findings: {right}")

random.seed(2)
killed = 0
for _ in range(500):
    if killed == 100:
        break
    # Every other run finds what the one before left.
    if killed % 2 == 0:
        shutil.rmtree(cache, ignore_errors=True)
    process = start()
    time.sleep(random.uniform(0.2, 1) * length)
    how = signal.SIGINT if killed % 5 == 0 else signal.SIGKILL
    process.send_signal(how)
    answer = finish(process)
    # Ctrl-C is obeyed, and tells what was found until then.
    if answer[0] not in (-how, 128 + signal.SIGINT):
        # Too late: it had ended.
        expect(right, answer, "a run that was not killed")
        length *= 0.95
        continue
    length *= 1.02
    killed += 1
    shutil.rmtree(copy, ignore_errors=True)
    if os.path.exists(cache):
        shutil.copytree(cache, copy)
    expect(right, finish(start(copy)), f"after kill {killed}")
    entries = [
        name
        for name in os.listdir(copy)
        if name.startswith("llvmcache-") and "-part-" not in name
    ]
    if len(entries) != 3:
        sys.exit(f"after kill {killed}: not an entry per unit: {entries}")
if killed < 100:
    sys.exit(f"only {killed} runs could be killed")

for round in range(5):
    shutil.rmtree(cache, ignore_errors=True)
    for process in [start() for _ in range(4)]:
        expect(right, finish(process), "beside others")
