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
import time

name, wanted, pipe, *command = sys.argv[1:]
child = subprocess.Popen(command)
end = None
while end is None:
    try:
        end = os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
    except OSError:  # Nobody reads yet.
        if child.poll() is not None:
            sys.exit("the command did not read the pipe")
        time.sleep(0.02)
child.send_signal(getattr(signal, name))
status = child.wait()
os.close(end)
if status != int(wanted):
    sys.exit(f"exit status {status}, not {wanted}")
