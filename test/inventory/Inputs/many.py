#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints an inventory of many tasks.

usage: many.py N
"""

import json
import sys

known = {"is": "known", "text": "app::Pool"}
tasks = [
    {
        "id": str(number),
        "file": "src/pool.cpp",
        "line": number,
        "column": 1,
        "in": "app::Pool::start",
        "how": "std::thread",
        "entry": f"app::run{number}",
        "owner": known,
        "stop": known,
        "wait": known,
        "drop": {"is": "unknown"},
        "throw": {"is": "unknown"},
        "count": {"is": "unknown"},
        "delay": {"is": "unknown"},
        "units": [],
    }
    for number in range(1, int(sys.argv[1]) + 1)
]
inventory = {"format": "joinery-inventory", "version": 1, "program": "many"}
print(json.dumps({**inventory, "units": 1, "tasks": tasks}))
