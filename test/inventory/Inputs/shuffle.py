#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints an inventory in another order, with members of the future.

usage: shuffle.py FILE
"""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    inventory = json.load(file)
inventory["later"] = {"any": ["thing"]}
inventory["tasks"].reverse()
for task in inventory["tasks"]:
    task["units"].reverse()
    task["later"] = 1
print(json.dumps(dict(reversed(inventory.items()))))
