#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes spoilt copies of an inventory into a folder.

usage: spoil.py FILE FOLDER
"""

import json
import os
import sys

source, folder = sys.argv[1:]
with open(source, "rb") as file:
    text = file.read()
inventory = json.loads(text)
inventory["tasks"] *= 2
os.makedirs(folder, exist_ok=True)
for name, spoilt in {
    "deep.json": b"[" * 1000000,
    "twice.json": json.dumps(inventory).encode(),
    "latin1.json": text.replace(b"server", b"s\xe9rver"),
}.items():
    with open(os.path.join(folder, name), "wb") as file:
        file.write(spoilt)
