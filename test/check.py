#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs one test file through every host of the checks.

    // RUN: %check %s joinery-a[,joinery-b] [options] [-- compiler flags]

The file is checked by clang-tidy with the plugin, by `joinery check` and by the
compiler with its plugin, each with exactly the named checks. FileCheck compares
the output of the first two with the file's CHECK lines; a warning or error that
no line expects fails the test, so that a file without CHECK lines must be
silent. The hosts must agree line by line; the compiler, which has an order of
its own, finding by finding.

Without -std= among the flags, C++ is -std=c++20 and C is -std=c17. Headers
of test/Inputs/ are found.

options:
  --model=FILE   a model file for all checks (JoineryModelFiles)
  --config=JSON  CheckOptions, as {"joinery-a.Option": "value"}
  --plugin-only  leaves joinery and the compiler out
  --fix          applies the fix-its of warnings, which must leave code that
                 compiles, and compares it with the file's FIXED lines
  --fix-notes    the same with the fix-its of notes as well
"""

import argparse
import difflib
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
STANDARD = {".c": "-std=c17"}
# A snippet that quotes the test's own expectations is not a finding.
QUOTED_EXPECTATION = re.compile(r"^ *\d* \| .*//\s*CHECK.*\n", re.M)
EXPECTATION = re.compile(r" *// *(CHECK|FIXED)[-A-Z]*:")
# What the hosts must agree on; joinery shows paths relative to where it runs.
PLACE = re.compile(r"^\S*?([^/\s]+:\d+:\d+: (?:warning|error|note): .*)$", re.M)
COMPILER = "the compiler with its plugin"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    programs = ("clang-tidy", "plugin", "joinery", "clang", "filecheck")
    for host in programs + ("clang-plugin",):
        parser.add_argument("--" + host, required=True)
    # lit.cfg.py ends its part with "--"; what follows is the RUN line.
    ours = sys.argv[1:]
    split = ours.index("--")
    options = parser.parse_args(ours[:split])

    line = argparse.ArgumentParser(prog="%check", usage=__doc__)
    line.add_argument("file")
    line.add_argument("checks")
    line.add_argument("--model", action="append", default=[])
    line.add_argument("--config", type=json.loads, default={})
    line.add_argument("--plugin-only", action="store_true")
    line.add_argument("--fix", action="store_true")
    line.add_argument("--fix-notes", action="store_true")
    rest = ours[split + 1 :]
    flags = []
    if "--" in rest:
        flags = rest[rest.index("--") + 1 :]
        rest = rest[: rest.index("--")]
    line.parse_args(rest, options)
    if not any(flag.startswith("-std=") for flag in flags):
        extension = os.path.splitext(options.file)[1]
        flags.insert(0, STANDARD.get(extension, "-std=c++20"))
    options.flags = flags + ["-I", os.path.join(HERE, "Inputs")]
    return options


def config(options):
    values = dict(options.config)
    if options.model:
        models = ";".join(os.path.abspath(path) for path in options.model)
        named = [name for name in options.checks.split(",") if "*" not in name]
        for scope in [""] + [name + "." for name in named]:
            values[scope + "JoineryModelFiles"] = models
    return json.dumps({"CheckOptions": values})


def hosts(options):
    """The commands to run: name, command, the statuses that are no crash."""
    common = [f"--config={config(options)}", options.file, "--"]
    checks = f"--checks=-*,{options.checks}"
    plugin = [options.clang_tidy, "-load", options.plugin, checks]
    yield (
        "clang-tidy with the plugin",
        plugin + ["--header-filter=.*"] + common + options.flags,
        (0, 1),
    )
    if not options.plugin_only:
        tool = [options.joinery, "check", checks]
        yield "joinery", tool + common + options.flags, (0, 1, 2)
        compiler = [options.clang, "-fsyntax-only", "-Wno-everything"]
        compiler += [f"-fplugin={options.clang_plugin}", options.file]
        compiler += [f"-fplugin-arg-joinery-checks=-*,{options.checks}"]
        compiler += [f"-fplugin-arg-joinery-config={config(options)}"]
        yield COMPILER, compiler + options.flags, (0, 1)


def filecheck(options, text, *more):
    if not more:
        more = (
            "--allow-empty",
            "--implicit-check-not=warning:",
            "--implicit-check-not=error:",
        )
    return subprocess.run(
        [options.filecheck, options.file, "--dump-input=never", *more],
        input=text,
        capture_output=True,
        text=True,
    )


def findings(places):
    """The findings, each with its notes, in an order of their own."""
    found = []
    for place in places:
        if ": note: " not in place or not found:
            found.append([])
        found[-1].append(place)
    return [place for finding in sorted(found) for place in finding]


def differences(one, left, two, right):
    if COMPILER in (one, two):
        # What does not compile is left to the compiler.
        if any("[clang-diagnostic-error]" in place for place in left):
            return ""
        left, right = findings(left), findings(right)
    if left == right:
        return ""
    diff = difflib.unified_diff(left, right, one, two, lineterm="")
    return "==== the hosts differ\n" + "\n".join(diff)


def fixed(options):
    """What is wrong with the file after its fix-its were applied, or nothing.

    They are applied to a copy beside which the file's own includes are found.
    """
    kind = "--fix-notes" if options.fix_notes else "--fix"
    name = os.path.basename(options.file)
    with tempfile.TemporaryDirectory() as folder:
        copy = os.path.join(folder, name)
        # The expectations are not part of what is repaired.
        with open(options.file, encoding="utf-8") as file:
            lines = [
                line if not EXPECTATION.match(line) else "\n" for line in file
            ]
        with open(copy, "w", encoding="utf-8") as file:
            file.writelines(lines)
        flags = options.flags + ["-I", os.path.dirname(options.file)]
        command = [options.clang_tidy, "-load", options.plugin, kind]
        command += [f"--checks=-*,{options.checks}", copy]
        command += [f"--config={config(options)}", "--"] + flags
        run = subprocess.run(command, capture_output=True, text=True)
        with open(copy, encoding="utf-8") as file:
            text = file.read()
        if run.returncode not in (0, 1):
            return f"{kind} ended with {run.returncode}\n{run.stderr}"
        if text == "".join(lines):
            return f"{kind} changed nothing\n{run.stdout}"
        compiler = os.path.join(os.path.dirname(options.clang_tidy), "clang")
        built = subprocess.run(
            [compiler, "-fsyntax-only", *flags, copy],
            capture_output=True,
            text=True,
        )
        if built.returncode:
            return f"{kind} left code that is wrong\n{built.stderr}"
        checked = filecheck(options, text, "--check-prefix=FIXED")
        if checked.returncode:
            return f"{kind} left what was not expected\n{checked.stderr}"
    return ""


def shorten(text, limit=80):
    """The first lines: clang-tidy answers a mistake with all its options."""
    lines = text.splitlines(keepends=True)
    rest = f"... and {len(lines) - limit} more lines\n"
    return "".join(lines[:limit]) + (rest if len(lines) > limit else "")


def main():
    options = arguments()
    # Both start at once: the test takes as long as the slower one.
    started = [
        (
            name,
            command,
            fine,
            subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
            ),
        )
        for name, command, fine in hosts(options)
    ]
    problems, places = [], []
    for name, command, fine, process in started:
        out, err = process.communicate()
        # A compiler says everything on its standard error.
        text = err if name == COMPILER else out
        text = QUOTED_EXPECTATION.sub("", text)
        places.append((name, PLACE.findall(text)))
        problem = ""
        if process.returncode not in fine:
            problem = f"ended with status {process.returncode}\n{err}"
        elif name != COMPILER:
            checked = filecheck(options, text)
            if checked.returncode:
                problem = f"printed what was not expected\n{checked.stderr}"
        if problem:
            problems.append(
                f"==== {name}: {problem}"
                f"---- its command\n{shlex.join(command)}\n"
                f"---- its output\n{shorten(out + err)}"
            )
    if not problems and (options.fix or options.fix_notes):
        if problem := fixed(options):
            problems.append(f"==== {problem}")
    if not problems:
        compared = (differences(*places[0], *other) for other in places[1:])
        problems += filter(None, compared)
    if problems:
        sys.exit("\n".join(problems))


if __name__ == "__main__":
    main()
