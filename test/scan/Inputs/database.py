# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints a compilation database.

    database.py COMPILER FLAG... -- FILE...
    database.py --join DATABASE...
"""

import json
import os
import sys


def units(arguments):
    if arguments[0] == "--join":
        for name in arguments[1:]:
            with open(name) as file:
                yield from json.load(file)
        return
    end = arguments.index("--")
    for name in arguments[end + 1 :]:
        command = [*arguments[:end], "-c", name]
        yield {"directory": os.getcwd(), "file": name, "arguments": command}


json.dump(list(units(sys.argv[1:])), sys.stdout)
