#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares the files that a page shows with the files themselves.

usage: page.py ROOT PAGE [--update]

A block that shows a file follows a comment that names it. With --update, the
block is written instead.
"""

import glob
import os
import re
import sys

BLOCK = re.compile(r"(<!-- file: (\S+) -->\n```\w+\n)(.*?)^```$", re.M | re.S)
root, page, *update = sys.argv[1:]
shown = []


def file_of(found):
    shown.append(found[2])
    with open(os.path.join(root, found[2])) as file:
        return f"{found[1]}{file.read()}```"


with open(page) as file:
    text = file.read()
fresh = BLOCK.sub(file_of, text)
problems = [
    f"{page} does not show {path}"
    for path in glob.glob("integrations/*/*", root_dir=root)
    + glob.glob("integrations/*/.[!.]*", root_dir=root)
    if path not in shown
]
if fresh != text:
    if update:
        with open(page, "w") as file:
            file.write(fresh)
    else:
        problems.append(f"{page} differs from the files; run page.py --update")
print("\n".join(problems) or f"{len(shown)} files")
sys.exit(bool(problems))
