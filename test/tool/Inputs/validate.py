#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Holds a JSON document against a schema, and a SARIF log against the rules
that a schema cannot state.

usage: validate.py SCHEMA DOCUMENT
"""

import json
import sys

import jsonschema


def walk(node):
    """Every object in a document."""
    if isinstance(node, dict):
        yield node
        for value in node.values():
            yield from walk(value)
    elif isinstance(node, list):
        for value in node:
            yield from walk(value)


def region_problem(region):
    start = (region["startLine"], region.get("startColumn", 1))
    end = (
        region.get("endLine", start[0]),
        region.get("endColumn", start[1]),
    )
    return f"a region ends before it starts: {region}" if end < start else None


def sarif_problems(run):
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    if len(rules) != len(set(rules)):
        yield "two rules have one name"
    for result in run["results"]:
        if rules[result["ruleIndex"]] != result["ruleId"]:
            yield f"the index of {result['ruleId']} is wrong"
        if not result["partialFingerprints"]:
            yield f"{result['ruleId']} has no fingerprint"
    for node in walk(run):
        base = node.get("uriBaseId")
        if base and base not in run["originalUriBaseIds"]:
            yield f"{base} is not explained"
        if base and (node["uri"].startswith("/") or ":" in node["uri"]):
            yield f"{node['uri']} is not relative"
        if "startLine" in node and (problem := region_problem(node)):
            yield problem


with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    document = json.load(file)

kind = jsonschema.validators.validator_for(schema)
validator = kind(schema, format_checker=jsonschema.FormatChecker())
problems = [
    f"/{'/'.join(map(str, error.path))}: {error.message[:300]}"
    for error in validator.iter_errors(document)
]
if isinstance(document, dict):
    for run in document.get("runs", []):
        problems.extend(sarif_problems(run))
print("\n".join(problems) or f"valid: {len(json.dumps(document))} characters")
sys.exit(bool(problems))
