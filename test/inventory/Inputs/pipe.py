#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a command and prints what it writes into a named pipe.

usage: pipe.py PIPE COMMAND...
"""

import os
import subprocess
import sys

# Not waiting for a writer: a command that never opens the pipe is no hang.
reader = os.open(sys.argv[1], os.O_RDONLY | os.O_NONBLOCK)
status = subprocess.run(sys.argv[2:]).returncode
sys.stdout.write(os.read(reader, 65536).decode("utf-8"))
sys.exit(status)
