#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a command that can write no file of more than BYTES.

usage: limited.py BYTES COMMAND...
"""

import resource
import subprocess
import sys

size = int(sys.argv[1])
# What it says comes through a pipe: that is no file.
done = subprocess.run(
    sys.argv[2:],
    capture_output=True,
    preexec_fn=lambda: resource.setrlimit(
        resource.RLIMIT_FSIZE, (size, size)
    ),
)
sys.stdout.buffer.write(done.stdout)
sys.stderr.buffer.write(done.stderr)
sys.exit(done.returncode)
