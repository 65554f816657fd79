#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares the places that name a check.

usage: places.py ROOT

Prints each difference between checks/Checks.def, the headers, the module, the
tests, the pages, the README and the changelog.
"""

import os
import re
import sys

problems = []


def say(text):
    problems.append(text)


def read(*path):
    full = os.path.join(ROOT, *path)
    if not os.path.exists(full):
        say(f"{os.path.join(*path)} is missing")
        return ""
    with open(full, encoding="utf-8") as file:
        return file.read()


def flat(text):
    return " ".join(text.split())


def list_of_checks():
    """Class, name, summary, group of each line of Checks.def."""
    pattern = re.compile(
        r'^JOINERY_CHECK\((\w+),\s*"([a-z-]+)",\s*((?:"[^"]*"\s*)+),'
        r'\s*"([a-z-]+)",\s*"([0-9.]+)"\)',
        re.M,
    )
    for cls, name, summary, group, _ in pattern.findall(
        read("checks", "Checks.def")
    ):
        yield cls, name, "".join(re.findall(r'"([^"]*)"', summary)), group


def first_sentence(text):
    paragraph = flat(text.strip().split("\n\n")[0])
    return paragraph.split(". ")[0].rstrip(".") + "."


def header_summary(header, cls):
    """The first sentence of the comment that stands before the class."""
    found = re.search(rf"((?:^///.*\n)+)class {cls}\b", header, re.M)
    if not found:
        return ""
    return first_sentence(re.sub(r"^/// ?", "", found[1], flags=re.M))


def check_places(cls, name, summary):
    full = f"joinery-{name}"
    if not re.fullmatch(r"Finds [^.]+\.", summary):
        say(f"{full}: the summary is not one sentence 'Finds ... .'")
    expected_class = "".join(w.capitalize() for w in name.split("-")) + "Check"
    if cls != expected_class:
        say(f"{full}: the class is {cls}, not {expected_class}")

    read("checks", f"{cls}.cpp")
    said = header_summary(read("checks", f"{cls}.h"), cls)
    if said != summary:
        say(f"checks/{cls}.h begins with '{said}', not '{summary}'")
    if f'#include "{cls}.h"\n' not in read("checks", "JoineryModule.cpp"):
        say(f"checks/JoineryModule.cpp does not include {cls}.h")

    page = read("docs", "checks", f"{name}.md")
    title, _, rest = page.partition("\n")
    if title != f"# {full}":
        say(f"docs/checks/{name}.md has the title '{title}'")
    if first_sentence(rest) != summary:
        say(f"docs/checks/{name}.md does not begin with '{summary}'")

    row = f"| [{full}](docs/checks/{name}.md) | {summary} |"
    if row not in read("README.md"):
        say(f"README.md has no row: {row}")
    if f"`{full}`: {summary}" not in flat(read("CHANGELOG.md")):
        say(f"CHANGELOG.md has no line for {full} with its summary")

    folder = os.path.join(ROOT, "test", "checks", name)
    runs = "".join(
        read("test", "checks", name, file)
        for file in (os.listdir(folder) if os.path.isdir(folder) else [])
        if file.endswith((".cpp", ".c"))
    )
    if not re.search(rf"RUN: %check %s \S*\b{full}\b", runs):
        say(f"test/checks/{name}/ has no test of {full}")


def check_orphans(names, classes):
    for file in sorted(os.listdir(os.path.join(ROOT, "checks"))):
        stem, extension = os.path.splitext(file)
        # The base of all checks is none itself.
        if stem == "JoineryCheck":
            continue
        if stem.endswith("Check") and stem not in classes:
            say(f"checks/{file} has no line in Checks.def")
    for file in sorted(os.listdir(os.path.join(ROOT, "docs", "checks"))):
        if file.removesuffix(".md") not in names:
            say(f"docs/checks/{file} has no line in Checks.def")
    for folder in sorted(os.listdir(os.path.join(ROOT, "test", "checks"))):
        if folder not in names:
            say(f"test/checks/{folder} has no line in Checks.def")


ROOT = sys.argv[1]
checks = list(list_of_checks())
if not checks:
    say("checks/Checks.def has no checks")
lines = read("checks", "Checks.def").count("\nJOINERY_CHECK(")
if lines != len(checks):
    say(f"checks/Checks.def has {lines} checks, {len(checks)} well-formed")
names = [name for _, name, _, _ in checks]
if names != sorted(set(names)):
    say("checks/Checks.def is not sorted by name")
for cls, name, summary, _ in checks:
    check_places(cls, name, summary)
check_orphans(set(names), {cls for cls, _, _, _ in checks})
print("\n".join(problems) or f"{len(checks)} checks, all places agree")
sys.exit(bool(problems))
