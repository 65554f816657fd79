#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints what a command writes to a named pipe.

usage: pipe.py PIPE COMMAND...
"""

import os
import subprocess
import sys

# Opened for both, it is there before the command, and nobody waits.
end = os.open(sys.argv[1], os.O_RDWR | os.O_NONBLOCK)
run = subprocess.run(sys.argv[2:])
try:
    print(os.read(end, 1 << 16).decode())
except BlockingIOError:
    sys.exit(f"nothing was written; exit status {run.returncode}")
