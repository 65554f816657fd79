#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a command that must use a cache in a certain way.

usage: cached.py hit|miss STATUS CACHE COMMAND...

hit: there are results, and the command leaves each as it is. miss: it writes
at least one. A unit that is checked always writes its result, as another file.
The command must end with STATUS.
"""

import os
import subprocess
import sys


def entries(folder):
    if not os.path.isdir(folder):
        return {}
    return {
        (e.name, e.inode(), e.stat().st_mtime_ns)
        for e in os.scandir(folder)
        if e.name.startswith("llvmcache-")
    }


wanted, status, cache = sys.argv[1], int(sys.argv[2]), sys.argv[3]
before = entries(cache)
command = [*sys.argv[4:6], f"--cache-dir={cache}", *sys.argv[6:]]
done = subprocess.run(command).returncode
if done != status:
    sys.exit(f"exit status {done}, not {status}: {' '.join(command)}")
after = entries(cache)
found = "miss" if not before or after != before else "hit"
if found != wanted:
    sys.exit(f"a {found}, not a {wanted}: {' '.join(command)}")
