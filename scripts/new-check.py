#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes the four places of a new check.

    scripts/new-check.py forgotten-lock ownership "Finds locks that ... ."

The name is for what is bad about the code, without the prefix; the group is one
of those in checks/Checks.def; the summary is one sentence. Made are the header
and the source, a first test, the page, and the line in Checks.def; the include
in JoineryModule.cpp, the row of the README and the line of the changelog go
with them. Nothing is overwritten.
"""

import argparse
import os
import re
import sys
import textwrap

RULE = "//===" + "-" * 70 + "===//"
LICENSE = f"""\
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
{RULE}
"""

HEADER = """\
{header_banner}{license}
#ifndef JOINERY_{guard}_H
#define JOINERY_{guard}_H

#include "JoineryCheck.h"

namespace joinery {{

{summary_comment}
///
/// Why this is a bug, and with which failure it ends.
///
/// Options: none of its own.
class {cls} : public JoineryCheck {{
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
}};

}} // namespace joinery

#endif // JOINERY_{guard}_H
"""

SOURCE = """\
{source_banner}{license}
#include "{cls}.h"

namespace joinery {{

void {cls}::find(Analysis &A, Defects &Found) {{
  // Ask the analysis of the unit, state each doubt as an early return, and add
  // one defect with its story.
}}

}} // namespace joinery
"""

TEST = """\
// RUN: %check %s joinery-{name}
// {summary_first}

#include <thread>

void work();

// Stays silent.

void joined() {{
  std::thread Worker(work);
  Worker.join();
}}
"""

PAGE = """\
# joinery-{name}

{summary_wrapped}

## Wrong

## Right

## Why it matters

## When it stays silent

## Options

## How to silence one place
"""


def banner(file, title):
    start = f"//===- {file} - {title} "
    # A header's name does not say that it is C++.
    end = "-*- C++ -*-===//" if file.endswith(".h") else "===//"
    return start + "-" * max(1, 80 - len(start) - len(end)) + end + "\n"


def wrap(text, prefix="", first=None):
    return textwrap.fill(
        text,
        80,
        initial_indent=prefix if first is None else first,
        subsequent_indent=prefix,
        break_on_hyphens=False,
    )


def literal(text, indent):
    """The text as C++ string literals that fit the line."""
    lines = textwrap.wrap(text, 80 - indent - 4, break_on_hyphens=False)
    lines = [line + " " for line in lines[:-1]] + lines[-1:]
    return ("\n" + " " * indent).join(f'"{line}"' for line in lines)


def edit(path, change):
    with open(path, encoding="utf-8") as file:
        old = file.read()
    new = change(old)
    if new == old:
        sys.exit(f"new-check.py: no place for the new check in {path}")
    with open(path, "w", encoding="utf-8") as file:
        file.write(new)


def insert_sorted(text, entry, pattern, name):
    """Puts the entry before the first one of a greater name, or after all.

    The pattern finds an existing entry, its name as group 1.
    """
    entries = list(re.finditer(pattern, text, re.M | re.S))
    if not entries:
        return text
    after = [found for found in entries if found[1] > name]
    at = after[0].start() if after else entries[-1].end()
    return text[:at] + entry + text[at:]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name")
    parser.add_argument("group")
    parser.add_argument("summary")
    parser.add_argument(
        "--root",
        default=os.path.join(os.path.dirname(__file__), ".."),
        help="the source tree",
    )
    options = parser.parse_args()
    name, summary, root = options.name, options.summary, options.root
    if not re.fullmatch(r"[a-z]+(-[a-z]+)*", name):
        parser.error("a name is of lower case words with dashes, no prefix")
    if not re.fullmatch(r'Finds [^."\\]+\.', summary):
        parser.error("a summary is one sentence: 'Finds ... .'")
    cls = "".join(word.capitalize() for word in name.split("-")) + "Check"
    title = name.replace("-", " ").capitalize()
    with open(os.path.join(root, "CMakeLists.txt"), encoding="utf-8") as file:
        since = re.search(r"VERSION (\d+\.\d+\.\d+)", file.read())[1]

    values = {
        "name": name,
        "cls": cls,
        "guard": cls.upper(),
        "license": LICENSE,
        "header_banner": banner(f"{cls}.h", title),
        "source_banner": banner(f"{cls}.cpp", title),
        "summary_comment": wrap(summary, "/// "),
        "summary_first": wrap(summary, "// ", ""),
        "summary_wrapped": wrap(summary),
    }
    made = {
        f"checks/{cls}.h": HEADER.format(**values),
        f"checks/{cls}.cpp": SOURCE.format(**values),
        f"test/checks/{name}/plain.cpp": TEST.format(**values),
        f"docs/checks/{name}.md": PAGE.format(**values),
    }
    for path in made:
        if os.path.exists(os.path.join(root, path)):
            sys.exit(f"new-check.py: {path} exists already")

    line = (
        f'JOINERY_CHECK({cls}, "{name}",\n'
        f"              {literal(summary, 14)},\n"
        f'              "{options.group}", "{since}")\n'
    )
    edit(
        os.path.join(root, "checks/Checks.def"),
        lambda text: insert_sorted(
            text, line, r'^JOINERY_CHECK\(\w+, "([a-z-]+)".*?\)\n', name
        ),
    )
    edit(
        os.path.join(root, "checks/JoineryModule.cpp"),
        lambda text: insert_sorted(
            text,
            f'#include "{cls}.h"\n',
            r'^#include "(\w+Check)\.h"\n',
            cls,
        ),
    )
    edit(
        os.path.join(root, "README.md"),
        lambda text: insert_sorted(
            text,
            f"| [joinery-{name}](docs/checks/{name}.md) | {summary} |\n",
            r"^\| \[joinery-([a-z-]+)\]\([^)]*\) \|[^\n]*\n",
            name,
        ),
    )
    edit(
        os.path.join(root, "CHANGELOG.md"),
        lambda text: insert_sorted(
            text,
            wrap(f"`joinery-{name}`: {summary}", "  ", "- ") + "\n",
            r"^- `joinery-([a-z-]+)`: (?:[^\n]+\n)(?:  [^\n]+\n)*",
            name,
        ),
    )
    for path, text in made.items():
        full = os.path.join(root, path)
        os.makedirs(os.path.dirname(full), exist_ok=True)
        with open(full, "w", encoding="utf-8") as file:
            file.write(text)
        print(path)
    print("checks/Checks.def, checks/JoineryModule.cpp, README.md, CHANGELOG.md")


if __name__ == "__main__":
    main()
