# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks files of a folder with and without the scan, and compares.

    scan.py JOINERY COMPILER FLAG... -- FILE...

Each file is a database of its own. Prints "FILE: skipped" or "FILE: parsed".
Fails when the two runs say different things: whatever the scan leaves out, the
findings and the exit status have to be the same.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

joinery, compiler, *rest = sys.argv[1:]
flags, files = rest[: rest.index("--")], rest[rest.index("--") + 1 :]
failed = False
for name in files:
    with tempfile.TemporaryDirectory(dir=".") as folder:
        with open(os.path.join(folder, "compile_commands.json"), "w") as out:
            command = [compiler, *flags, "-c", name]
            json.dump(
                [{"directory": os.getcwd(), "file": name, "arguments": command}], out
            )
        runs = [
            subprocess.run(
                [joinery, "check", "-p", folder, "--no-cache", "--stats", *options],
                capture_output=True,
                text=True,
            )
            for options in ([], ["--no-scan"])
        ]
    if (runs[0].stdout, runs[0].returncode) != (runs[1].stdout, runs[1].returncode):
        print(f"{name}: the scan changes the result:")
        for run in runs:
            print(run.returncode, run.stdout, run.stderr)
        failed = True
        continue
    units = re.search(r"(\d+) parsed, (\d+) skipped", runs[0].stderr)
    if not units:
        print(f"{name}: no statistics: {runs[0].stderr}")
        failed = True
        continue
    print(f"{name}: {'skipped' if units[2] == '1' else 'parsed'}")
sys.exit(failed)
