# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a compile on the remote one of two icecream daemons of this machine.

    icecream.py CLANG FILE OUTPUT [compiler flags]

Starts a scheduler, a daemon that only sends and a daemon that only compiles,
each with ports and folders of its own, and prints what the compile prints. Ends
with 1 when the compile fails or was not done by the remote daemon.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time

NET = f"joinery-test-{os.getpid()}"
SECONDS = 60


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def start(folder, name, command):
    """A process that writes a log and has a socket of its own."""
    # With ICECC_TESTS a busy machine is not too busy.
    env = dict(
        os.environ,
        ICECC_TEST_SOCKET=f"{folder}/{name}.socket",
        ICECC_TESTS="1",
    )
    command += ["-n", NET, "-l", f"{folder}/{name}.log", "-vvv"]
    return subprocess.Popen(command, env=env, cwd=folder)


def daemon(folder, name, scheduler, *more):
    base = f"{folder}/{name}"
    os.mkdir(base)
    shutil.chown(base, "icecc")
    command = ["iceccd", "-b", base, "-N", name, "-s", f"127.0.0.1:{scheduler}"]
    return start(folder, name, command + ["-p", free_port(), *more])


def read(folder, name):
    try:
        with open(f"{folder}/{name}.log", errors="replace") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def wait_for(folder, name, text):
    end = time.monotonic() + SECONDS
    while text not in read(folder, name):
        if time.monotonic() > end:
            sys.exit(f"'{name}' does not say '{text}':\n{read(folder, name)}")
        time.sleep(0.1)


def compile_remotely(folder, clang, source, output, flags):
    env = dict(
        os.environ,
        ICECC_TEST_SOCKET=f"{folder}/local.socket",
        ICECC_PREFERRED_HOST="remote",
        ICECC_DEBUG="debug",
        ICECC_LOGFILE=f"{folder}/client.log",
        # The environment is on this machine only: packing it is a waste.
        ICECC_ENV_COMPRESSION="none",
        ICECC_CARET_WORKAROUND="0",
    )
    command = ["icecc", clang, *flags, "-c", source, "-o", output]
    status = subprocess.run(command, env=env).returncode
    client = read(folder, "client")
    if "Have to use host 127.0.0.1" not in client or "building myself" in client:
        sys.exit(f"the remote daemon did not compile\n{client}")
    return status


def main():
    clang, source, output, *flags = sys.argv[1:]
    folder = tempfile.mkdtemp(prefix="ice")
    os.chmod(folder, 0o755)
    # The programs drop their rights to this user and write their logs then.
    shutil.chown(folder, "icecc")
    running = []
    try:
        port = free_port()
        running.append(start(folder, "scheduler", ["icecc-scheduler", "-p", port]))
        running.append(daemon(folder, "remote", port, "-m", "2"))
        running.append(daemon(folder, "local", port, "--no-remote"))
        wait_for(folder, "scheduler", "login remote")
        wait_for(folder, "scheduler", "login local")
        status = compile_remotely(folder, clang, source, output, flags)
    finally:
        for process in running:
            process.terminate()
        for process in running:
            process.wait()
        if not os.environ.get("KEEP"):
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(status)


main()
