#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs the code on the checks' pages and compares it with what they say.

usage: pages.py --clang-tidy FILE --plugin FILE [--guide] [--update] PAGE...

Each `cpp` block of a page is a unit of its own. The first one gives exactly the
lines of the `text` block after it, from the page's check; no other block gives
anything, from any check. With --update, the text is written instead.

A suppression on a page suppresses something: without it, each check that it
names speaks in that block.

With --guide, the pages are not about one check: each `cpp` block gives, from
all checks, the lines of the `text` block after it, or nothing where there is
none. A `yaml` block between it and the `cpp` block before is its configuration.
"""

import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```cpp\n(.*?)^```$", re.M | re.S)
CONFIG = re.compile(r"^```yaml\n(.*?)^```$", re.M | re.S)
# The place of the message: its text block, or a mark where there is none yet.
MESSAGE = re.compile(
    r"\A\n\n(?:```text\n(.*?)```|<!-- message -->)$", re.M | re.S
)
NOLINT = re.compile(r"NOLINT(?:NEXTLINE|BEGIN|END)?\(([^)]*)\)")
LINE = re.compile(
    r"^(?:.*/)?(\w+\.cpp:\d+:\d+: (?:warning|error|note): .*)$", re.M
)


def findings(options, check, code, folder, config="{}"):
    path = os.path.join(folder, "wrong.cpp")
    with open(path, "w") as file:
        file.write(code)
    run = subprocess.run(
        [options.clang_tidy, "-load", options.plugin, f"--checks=-*,{check}",
         f"--config={config}", path, "--", "-std=c++20"],
        capture_output=True,
        text=True,
    )
    if run.returncode not in (0, 1):
        sys.exit(f"clang-tidy ended with {run.returncode}\n{run.stderr}")
    return "\n".join(LINE.findall(run.stdout))


def idle(options, code, folder, config="{}"):
    """The checks that the code suppresses although they would not speak."""
    named = set()
    for checks in NOLINT.findall(code):
        named.update(check.strip() for check in checks.split(","))
    if not named:
        return []
    bare = NOLINT.sub("", code)
    found = findings(options, "joinery-*", bare, folder, config)
    return sorted(check for check in named if f"[{check}]" not in found)


def check_page(options, page, folder):
    """The page as it should be, and what is wrong with it beyond the text."""
    with open(page) as file:
        text = file.read()
    check = "joinery-" + os.path.basename(page)[: -len(".md")]
    blocks = list(BLOCK.finditer(text))
    if not blocks:
        return text, text, ["has no code"]
    problems = []
    for block in blocks[1:]:
        found = findings(options, "joinery-*", block.group(1), folder)
        if found:
            line = text.count("\n", 0, block.start()) + 1
            problems.append(f"line {line}: this code is to be silent\n{found}")
        for name in idle(options, block.group(1), folder):
            line = text.count("\n", 0, block.start()) + 1
            problems.append(f"line {line}: {name} has nothing to suppress")
    wrong, rest = blocks[0], text[blocks[0].end() :]
    found = findings(options, check, wrong.group(1), folder)
    if not found:
        problems.append("nothing is found in the first block")
    place = MESSAGE.match(rest)
    if not place:
        return text, text, problems + ["no message after the first block"]
    fresh = f"{text[: wrong.end()]}\n\n```text\n{found}\n```{rest[place.end() :]}"
    return text, fresh, problems


def check_guide(options, page, folder):
    """The same for a page that is not about one check."""
    with open(page) as file:
        text = file.read()
    fresh, problems, end = "", [], 0
    for block in BLOCK.finditer(text):
        between = text[end : block.start()]
        configs = CONFIG.findall(between)
        config = configs[-1] if configs else "{}"
        found = findings(options, "joinery-*", block[1], folder, config)
        line = text.count("\n", 0, block.start()) + 1
        place = MESSAGE.match(text[block.end() :])
        if found and not place:
            problems.append(f"line {line}: this code is to be silent\n{found}")
        if place and not found:
            problems.append(f"line {line}: nothing is found")
        for name in idle(options, block[1], folder, config):
            problems.append(f"line {line}: {name} has nothing to suppress")
        fresh += between + block[0]
        end = block.end()
        if place:
            fresh += f"\n\n```text\n{found}\n```"
            end += place.end()
    return text, fresh + text[end:], problems


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--guide", action="store_true")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("pages", nargs="+")
    options = parser.parse_args()
    failed = False
    for page in options.pages:
        with tempfile.TemporaryDirectory() as folder:
            check = check_guide if options.guide else check_page
            text, fresh, problems = check(options, page, folder)
        if options.update and text != fresh:
            with open(page, "w") as file:
                file.write(fresh)
        elif text != fresh:
            problems += difflib.unified_diff(
                text.splitlines(), fresh.splitlines(), "page", "code", lineterm=""
            )
        if problems:
            failed = True
            print(f"{page}:", *problems, sep="\n")
    sys.exit(failed)


if __name__ == "__main__":
    main()
