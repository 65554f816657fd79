#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a command, and sends it a signal once it has opened a named pipe.

usage: interrupt.py SIGNAL STATUS PIPE COMMAND...

The pipe is one that the command reads: nothing is written to it, so that the
command would wait for ever. It must end with that status.
"""

import os
import signal
import subprocess
import sys

name, wanted, pipe, *command = sys.argv[1:]
# Opening for writing waits for who reads.
child = subprocess.Popen(command)
end = os.open(pipe, os.O_WRONLY)
child.send_signal(getattr(signal, name))
status = child.wait()
os.close(end)
if status != int(wanted):
    sys.exit(f"exit status {status}, not {wanted}")
