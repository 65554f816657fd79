#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Turns text files into a C++ function that returns their names and texts.

usage: embed.py OUTPUT HEADER NAMESPACE::FUNCTION FILE...
"""

import os
import sys


def literal(text: bytes) -> str:
    """The text as adjacent string literals, one per line of the file."""
    lines = []
    for line in text.splitlines(keepends=True):
        out = ""
        for byte in line:
            char = chr(byte)
            if char in '"\\':
                out += "\\" + char
            elif char == "?":  # No trigraphs.
                out += "\\?"
            elif 32 <= byte < 127:
                out += char
            else:
                out += "\\%03o" % byte
        lines.append(f'    "{out}"')
    return "\n".join(lines) or '    ""'


def main() -> None:
    output, header, function, *files = sys.argv[1:]
    namespace, name = function.rsplit("::", 1)
    entries = []
    for path in sorted(files, key=os.path.basename):
        with open(path, "rb") as file:
            text = literal(file.read())
        entries.append(f'  {{"{os.path.basename(path)}",\n{text}}},\n')
    pairs = "std::pair<llvm::StringRef, llvm::StringRef>"
    body = "  return {};\n"
    if entries:
        body = (
            f"  static const {pairs} Files[] = {{\n{''.join(entries)}  }};\n"
            "  return Files;\n"
        )
    os.makedirs(os.path.dirname(output), exist_ok=True)
    with open(output, "w", encoding="ascii") as out:
        out.write(
            f"// Made by scripts/embed.py; do not edit.\n"
            f'#include "{header}"\n\n'
            f"namespace {namespace} {{\n\n"
            f"llvm::ArrayRef<{pairs}> {name}() {{\n{body}}}\n\n"
            f"}} // namespace {namespace}\n"
        )


if __name__ == "__main__":
    main()
