#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Takes the README's picture: what joinery shows on a terminal.

usage: screenshot.py JOINERY PICTURE [--check] [FLAG...]

JOINERY is run on one of the examples, on a terminal of its own, with FLAG among
the compiler's, and what it wrote is drawn into PICTURE, an SVG. With --check,
nothing is written: the picture must be what would be drawn.

Needs Debian's python3-rich; run it with /usr/bin/python3.
"""

import io
import json
import os
import pty
import re
import sys
import tempfile

import rich.console
import rich.terminal_theme
import rich.text

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
EXAMPLE = "examples/search-deadline/buggy.cpp"
COLUMNS = 100
# What rewrites a line is gone when the line is done.
PROGRESS = re.compile(r"\r\x1b\[K[^\r\n]*(?=\r\x1b\[K)|\r\x1b\[K")
# Fonts of the reader's machine: rich would fetch them from the web.
FONTS = re.compile(r"@font-face \{\{.*?\n    \}\}\n", re.S)


def on_terminal(command):
    """What a command writes to a terminal, in our working folder."""
    os.environ["TERM"] = "xterm-256color"
    os.environ.pop("NO_COLOR", None)
    child, end = pty.fork()
    if child == 0:
        os.chdir(ROOT)
        os.execv(command[0], command)
    written = b""
    while True:
        try:
            data = os.read(end, 1 << 16)
        except OSError:
            break  # How Linux tells that the other end was closed.
        if not data:
            break
        written += data
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status != 1:
        sys.exit(f"joinery ended with {status}:\n{written.decode()}")
    text = PROGRESS.sub("", written.decode())
    return text.replace("\r\n", "\n").rstrip("\n")


def draw(text):
    console = rich.console.Console(
        record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True
    )
    prompt = f"\x1b[1m$ joinery check {EXAMPLE}\x1b[0m\n"
    console.print(rich.text.Text.from_ansi(prompt + text))
    form = FONTS.sub("", rich.console.CONSOLE_SVG_FORMAT)
    picture = console.export_svg(
        title="joinery",
        theme=rich.terminal_theme.DIMMED_MONOKAI,
        code_format=form,
        unique_id="joinery",
    )
    return "\n".join(line.rstrip() for line in picture.split("\n"))


joinery, picture, *flags = sys.argv[1:]
check = "--check" in flags
flags = [flag for flag in flags if flag != "--check"]
joinery, picture = os.path.abspath(joinery), os.path.abspath(picture)
with tempfile.TemporaryDirectory() as folder:
    source = os.path.join(ROOT, EXAMPLE)
    command = ["c++", "-std=c++20", *flags, "-c", source]
    unit = {"directory": ROOT, "file": source, "arguments": command}
    with open(os.path.join(folder, "compile_commands.json"), "w") as file:
        json.dump([unit], file)
    drawn = draw(on_terminal([joinery, "check", "-p", folder, EXAMPLE]))
if check:
    with open(picture, encoding="utf-8") as file:
        if file.read() != drawn:
            sys.exit(
                f"{os.path.relpath(picture, ROOT)} is not what joinery shows: "
                "make it anew with scripts/screenshot.py"
            )
else:
    os.makedirs(os.path.dirname(picture), exist_ok=True)
    with open(picture, "w", encoding="utf-8") as file:
        file.write(drawn)
