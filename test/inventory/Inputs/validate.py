#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Validates JSON files against a JSON Schema.

usage: validate.py SCHEMA FILE...
"""

import json
import sys

import jsonschema


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


schema = read(sys.argv[1])
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
problems = 0
for path in sys.argv[2:]:
    for error in validator.iter_errors(read(path)):
        problems += 1
        print(f"{path}: {error.json_path}: {error.message}")
print(f"{problems} problems in {len(sys.argv) - 2} files")
sys.exit(problems != 0)
