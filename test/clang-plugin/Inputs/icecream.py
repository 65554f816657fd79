# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a compile on the remote one of two icecream daemons of this machine.

    icecream.py CLANG FILE OUTPUT [compiler flags]

Starts a scheduler, a daemon that only sends and a daemon that only compiles,
each with ports and folders of its own, and prints what the compile prints. Ends
with 1 when the compile fails or was not done by the remote daemon.

The scheduler gives nothing to a machine that is busy, as one that runs tests is.
So the compiling daemon sees processors that idle.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

NET = f"joinery-test-{os.getpid()}"
SECONDS = 60


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def start(folder, name, command):
    """A process that writes a log and has a socket of its own."""
    env = dict(
        os.environ,
        ICECC_TEST_SOCKET=f"{folder}/{name}.socket",
    )
    command += ["-n", NET, "-l", f"{folder}/{name}.log", "-vvv"]
    return subprocess.Popen(command, env=env, cwd=folder)


def daemon(folder, name, scheduler, *more, wrap=list):
    base = f"{folder}/{name}"
    os.mkdir(base)
    shutil.chown(base, "icecc")
    command = ["iceccd", "-b", base, "-N", name, "-s", f"127.0.0.1:{scheduler}"]
    return start(folder, name, wrap(command + ["-p", free_port(), *more]))


class IdleProcessors:
    """A /proc/stat in which only the idle time grows."""

    def __init__(self, folder):
        self.path = f"{folder}/stat"
        self.idle = 1000
        self.write()

    def write(self):
        self.idle += 100 * os.cpu_count()
        line = f"cpu  100 0 100 {self.idle:012} 0 0 0 0 0 0\n"
        # In place: the daemon may have it open.
        with open(self.path, "a"), open(self.path, "r+") as file:
            file.write(line)

    def shown_to(self, command):
        script = f'mount --bind {self.path} /proc/stat && exec "$@"'
        return ["unshare", "--mount", "sh", "-c", script, "sh", *command]

    def keep_growing(self):
        def grow():
            while True:
                time.sleep(0.5)
                self.write()

        threading.Thread(target=grow, daemon=True).start()


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
        # Comments go along, NOLINT among them.
        ICECC_REMOTE_CPP="1",
        # Otherwise an address of this machine means a local compile.
        ICECC_TEST_REMOTEBUILD="1",
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
    folder = tempfile.mkdtemp(prefix="ice", dir="/tmp")
    os.chmod(folder, 0o755)
    # The programs drop their rights to this user and write their logs then.
    shutil.chown(folder, "icecc")
    running = []
    try:
        port = free_port()
        running.append(start(folder, "scheduler", ["icecc-scheduler", "-p", port]))
        idle = IdleProcessors(folder)
        idle.keep_growing()
        running.append(
            daemon(folder, "remote", port, "-m", "2", wrap=idle.shown_to)
        )
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
