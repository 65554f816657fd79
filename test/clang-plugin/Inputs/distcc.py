# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a compile through a distcc daemon of this machine.

    distcc.py CLANG FLAG...

Prints what the compile prints. Ends with 1 when it fails or was done without
the daemon.
"""

import os
import socket
import subprocess
import sys
import tempfile
import time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def is_open(port):
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def main():
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="distcc") as folder:
        command = ["distccd", "--no-detach", "--daemon", "--port", str(port)]
        command += ["--allow", "127.0.0.1", "--listen", "127.0.0.1"]
        # The daemon does not stay root: "distccd" is the user of the package.
        command += ["--enable-tcp-insecure", "--log-stderr"]
        command += ["--user", "distccd"]
        with open(folder + "/log", "w") as log:
            running = subprocess.Popen(command, stderr=log)
        try:
            for _ in range(600):
                if is_open(port):
                    break
                time.sleep(0.1)
            # An address, so that it is not taken for this machine.
            env = dict(
                os.environ,
                DISTCC_HOSTS=f"127.0.0.1:{port}",
                DISTCC_FALLBACK="0",
                DISTCC_DIR=folder,
            )
            status = subprocess.run(["distcc", *sys.argv[1:]], env=env).returncode
            with open(folder + "/log", errors="replace") as file:
                log = file.read()
        finally:
            running.terminate()
            running.wait()
    if "COMPILE_OK" not in log:
        sys.exit(f"the daemon did not compile\n{log}")
    sys.exit(status)


main()
