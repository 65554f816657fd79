#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Looks for the words of --help in the man page and the completions.

usage: manual.py JOINERY FOLDER
"""

import gzip
import os
import re
import subprocess
import sys

TOOL, FOLDER = sys.argv[1:]


def ask(*words):
    run = subprocess.run([TOOL, *words], capture_output=True, text=True)
    return run.stdout if run.returncode == 0 else ""


def read(*path):
    with open(os.path.join(FOLDER, *path), "rb") as file:
        data = file.read()
    return (gzip.decompress(data) if path[-1].endswith(".gz") else data).decode()


pages = {
    "man page": re.sub(
        r"\\f[BIR]", " ", read("man/man1", "joinery.1.gz")
    ).replace("\\-", "-"),
    "bash": read("bash-completion/completions", "joinery"),
    "zsh": read("zsh/vendor-completions", "_joinery"),
    # fish writes --name as "-l name", -n as "-s n".
    "fish": re.sub(
        r" -([ls]) (?=[\w-]+)",
        lambda found: " --" if found[1] == "l" else " -",
        read("fish/vendor_completions.d", "joinery.fish"),
    ),
}
commands = re.findall(r"^  joinery (\S+)", ask("--help"), re.M)
words = set(commands)
for command in commands:
    words.update(re.findall(r"^  (--?[\w-]+)", ask(command, "--help"), re.M))
problems = [
    f"{name} lacks '{word}'"
    for name, page in pages.items()
    for word in sorted(words)
    if not re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", page)
]
if len(words) < 8:
    problems.append(f"--help has only {sorted(words)}")
print("\n".join(problems) or f"{len(words)} words")
sys.exit(bool(problems))
