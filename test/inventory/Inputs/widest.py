#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fails for lines that do not fit a terminal, colors not counted.

usage: widest.py COLUMNS FILE
"""

import re
import sys

columns = int(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as file:
    lines = [re.sub("<ESC>\\[[0-9;]*m", "", line.rstrip("\n")) for line in file]
wide = [line for line in lines if len(line) > columns or line != line.rstrip()]
print("\n".join(wide))
sys.exit(bool(wide) or not lines)
