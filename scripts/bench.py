#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the checks cost, as ratios.

    scripts/bench.py plugin [-p BUILD] UNIT...

plugin: clang-tidy with the plugin, one trivial check and all joinery checks,
against clang-tidy with the trivial check alone, counted in instructions by
callgrind: the same for the same binary and input, whatever else the machine is
doing. Prints a line per unit and the median of the ratios; `--at-most R` makes
a greater median an error (exit code 1).

Timings of whole projects are what scripts/real-world.sh prints; a timing is
never a test.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.normpath(os.path.join(os.path.dirname(__file__), ".."))
TRIVIAL = "readability-redundant-string-init"


def instructions(command):
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        + command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
    )
    found = re.search(r"Collected : (\d+)", done.stderr)
    if not found or done.returncode not in (0, 1):
        sys.exit(f"bench.py: {command[0]} failed\n{done.stderr[-2000:]}")
    return int(found[1])


def stripped(path, folder):
    """A copy without debug information, which valgrind may fail to read."""
    strip = shutil.which("llvm-strip-22") or "/usr/lib/llvm-22/bin/llvm-strip"
    copy = os.path.join(folder, os.path.basename(path))
    subprocess.run([strip, "--strip-debug", path, "-o", copy], check=True)
    return copy


def plugin(options):
    with tempfile.TemporaryDirectory() as folder:
        options.plugin = stripped(options.plugin, folder)
        return measure(options)


def measure(options):
    ratios = []
    for unit in options.units:
        common = ["-p", options.build, unit]
        tidy = [options.clang_tidy]
        base = instructions(tidy + [f"--checks=-*,{TRIVIAL}"] + common)
        full = instructions(
            tidy
            + ["-load", options.plugin, f"--checks=-*,{TRIVIAL},joinery-*"]
            + common
        )
        ratios.append(full / base)
        print(
            f"{os.path.basename(unit)}: {base / 1e9:.2f} G, with joinery "
            f"{full / 1e9:.2f} G: {full / base:.3f}",
            flush=True,
        )
    median = statistics.median(ratios)
    print(f"median of {len(ratios)}: {median:.3f}")
    return 1 if options.at_most and median > options.at_most else 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("what", choices=["plugin"])
    parser.add_argument("units", nargs="+", metavar="UNIT")
    parser.add_argument("-p", dest="build", default="build")
    parser.add_argument("--at-most", type=float)
    parser.add_argument("--clang-tidy", default="clang-tidy-22")
    parser.add_argument(
        "--plugin", default=os.path.join(ROOT, "build/lib/joinery-tidy.so")
    )
    options = parser.parse_args()
    for tool in ("valgrind", options.clang_tidy):
        if not shutil.which(tool):
            sys.exit(f"bench.py: {tool} is missing: apt-get install valgrind")
    return plugin(options)


if __name__ == "__main__":
    sys.exit(main())
