#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a command on a terminal and prints what the terminal is sent.

usage: terminal.py COLUMNS COMMAND...
"""

import fcntl
import os
import pty
import struct
import sys
import termios

columns, command = int(sys.argv[1]), sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    size = struct.pack("HHHH", 50, columns, 0, 0)
    fcntl.ioctl(1, termios.TIOCSWINSZ, size)
    os.environ.pop("COLUMNS", None)
    os.environ["TERM"] = "xterm-256color"
    os.execvp(command[0], command)

sent = b""
while True:
    try:
        part = os.read(terminal, 65536)
    except OSError:  # How Linux says that the other side is closed.
        part = b""
    if not part:
        break
    sent += part
text = sent.decode("utf-8").replace("\r\n", "\n")
sys.stdout.write(text.replace("\x1b", "<ESC>"))
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
