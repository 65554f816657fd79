#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a command on a terminal and prints what it wrote, with escapes as <ESC>.

usage: terminal.py STATUS COMMAND...

The command must end with that status.
"""

import os
import pty
import sys

wanted, command = int(sys.argv[1]), sys.argv[2:]
written = bytearray()

os.environ["TERM"] = "xterm-256color"
child, end = pty.fork()
if child == 0:
    os.execvp(command[0], command)
while True:
    try:
        data = os.read(end, 1 << 16)
    except OSError:
        break  # How Linux tells that the other end was closed.
    if not data:
        break
    written.extend(data)
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
print(written.decode().replace("\x1b", "<ESC>").replace("\r", "<CR>"))
if status != wanted:
    sys.exit(f"exit status {status}, not {wanted}")
