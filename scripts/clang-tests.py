#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Sends the files of Clang's own tests through all checks.

    scripts/clang-tests.py FOLDER [--jobs N] [--only PATTERN]

FOLDER has Clang's tests (clang/test of a source package of llvm-toolchain, as
`scripts/real-world.sh --source llvm-toolchain-19` unpacks it); without one, it
is looked for where that puts it. Every C and C++ file of the
folders Parser, Sema, SemaCXX, CXX and CodeGenCXX is checked, whether it
compiles or not, with a prelude that has a handle, so that no file counts as
free of tasks. Findings do not matter; a crash, a hang or an end that is none
of the tool's exit codes does, and is printed with the command that repeats it.
A file on which clang-tidy alone, with one trivial check of its own, does the
same is Clang's affair: it is printed, but not counted.

The last line is `N files, N crashed, N timed out`. Exit code 1 when any did, 2
when there was nothing to check.
"""

import argparse
import concurrent.futures
import glob
import os
import re
import shlex
import subprocess
import sys
import tempfile

FOLDERS = ["Parser", "Sema", "SemaCXX", "CXX", "CodeGenCXX"]
EXTENSIONS = (".c", ".cc", ".cpp", ".cxx")
# The handle of the model that C and C++ share.
PRELUDE = """\
typedef unsigned long pthread_t;
pthread_t joinery_handle;
"""
BATCH = 24
ROOT = os.path.normpath(os.path.join(os.path.dirname(__file__), ".."))


def default_folder():
    cache = os.environ.get("JOINERY_REAL_WORLD") or os.path.join(
        os.environ.get("XDG_CACHE_HOME", os.path.expanduser("~/.cache")),
        "joinery",
        "real-world",
    )
    found = glob.glob(
        os.path.join(cache, "llvm-toolchain-*", "source", "clang", "test")
    )
    return found[0] if found else None


def flags_of(path):
    """The language mode that the file's own RUN lines name first."""
    with open(path, encoding="utf-8", errors="replace") as file:
        text = file.read()
    run = " ".join(re.findall(r"RUN:(.*)", text))
    standard = re.search(r"-std=(?:c|gnu)(?:\+\+)?[0-9a-z]+", run)
    fallback = "-std=c17" if path.endswith(".c") else "-std=c++20"
    flags = [standard[0] if standard else fallback]
    if "-fblocks" in run:
        flags.append("-fblocks")
    # A mode of the other language: the extension is what counts.
    if path.endswith(".c") == ("++" in flags[0]):
        flags[0] = fallback
    return tuple(flags)


def run(options, flags, files):
    """None when all is well, else what happened."""
    command = [options.joinery, "check", "--checks=-*,joinery-*", "-j1"]
    command += files + ["--", *flags, "-w", "-include", options.prelude]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=options.timeout * len(files),
        )
    except subprocess.TimeoutExpired:
        return "timed out", command
    # 1: findings; 2: units that do not compile.
    if done.returncode in (0, 1, 2):
        return None
    return f"ended with {done.returncode}", command


def clangs_own(options, flags, file):
    command = [options.clang_tidy, "--checks=-*,readability-misplaced-array-index"]
    command += [file, "--", *flags, "-w"]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=options.timeout,
        )
    except subprocess.TimeoutExpired:
        return True
    return done.returncode not in (0, 1)


def judge(options, flags, files):
    """The files of a batch that go wrong on their own."""
    what = run(options, flags, files)
    if not what:
        return []
    if len(files) == 1:
        what, command = what
        if clangs_own(options, flags, files[0]):
            what = "clang-tidy alone goes wrong as well"
        return [(files[0], what, command)]
    half = len(files) // 2
    return judge(options, flags, files[:half]) + judge(
        options, flags, files[half:]
    )


def main():
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", nargs="?", default=default_folder())
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--only", default="", help="a pattern of paths")
    parser.add_argument("--timeout", type=float, default=20, help="per file")
    parser.add_argument(
        "--joinery", default=os.path.join(ROOT, "build", "bin", "joinery")
    )
    parser.add_argument("--clang-tidy", default="clang-tidy-22")
    options = parser.parse_args()
    if not options.folder:
        sys.exit("clang-tests.py: no tests of Clang found; see --help")

    groups = {}
    for folder in FOLDERS:
        for path, _, names in os.walk(os.path.join(options.folder, folder)):
            for name in sorted(names):
                full = os.path.join(path, name)
                if name.endswith(EXTENSIONS) and re.search(options.only, full):
                    groups.setdefault(flags_of(full), []).append(full)
    total = sum(len(files) for files in groups.values())
    if not total:
        print(f"clang-tests.py: no files in {options.folder}", file=sys.stderr)
        return 2

    crashed = hung = 0
    with tempfile.TemporaryDirectory() as scratch:
        options.prelude = os.path.join(scratch, "prelude.h")
        with open(options.prelude, "w", encoding="utf-8") as file:
            file.write(PRELUDE)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            batches = [
                pool.submit(judge, options, flags, files[i : i + BATCH])
                for flags, files in sorted(groups.items())
                for i in range(0, len(files), BATCH)
            ]
            for batch in concurrent.futures.as_completed(batches):
                for path, what, command in batch.result():
                    hung += what == "timed out"
                    crashed += what.startswith("ended")
                    print(f"{path}: {what}\n  {shlex.join(command)}")
    print(f"{total} files, {crashed} crashed, {hung} timed out")
    return 1 if crashed or hung else 0


if __name__ == "__main__":
    sys.exit(main())
