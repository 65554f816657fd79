#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What `joinery check` costs over units of a real project, as ratios.

    scripts/bench-tool.py PROJECT [--units N] [--rounds R] [-j N] [--compile]

PROJECT is a folder with `source` and a configured `build`, as
scripts/real-world.sh leaves them; it is copied, because a header and a source
are changed. N units are drawn at random, the same in every run. The commands
take turns, and medians are printed: wall time in seconds, processor time in
seconds, and the peak memory of the largest process in MB. On a machine that
others use, only the processor time says something. --compile compares compiles
instead: `-O2 -c`, with and without the plugin of the compiler.
"""

import argparse
import json
import os
import random
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = os.path.normpath(os.path.join(os.path.dirname(__file__), ".."))
LLVM = "/usr/lib/llvm-22/bin"
TIDY_CHECKS = "-*,concurrency-*,bugprone-unused-return-value"


def measure(command):
    """Wall time, processor time, peak memory, and what was printed."""
    start = time.monotonic()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    out = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"bench-tool.py: failed: {shlex.join(command)}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, out


def copy(project, to):
    """Copies a project; its commands then name the copy."""
    for part in ("source", "build"):
        shutil.copytree(
            os.path.join(project, part), os.path.join(to, part), symlinks=True
        )
    database = os.path.join(to, "build", "compile_commands.json")
    with open(database) as file:
        text = file.read()
    with open(database, "w") as file:
        file.write(text.replace(os.path.abspath(project) + "/", to + "/"))
    with open(database) as file:
        return json.load(file)


def arguments(entry):
    given = entry.get("arguments") or shlex.split(entry["command"])
    kept, skip = [], False
    for argument in given[1:]:
        if skip or argument in ("-c", "-o"):
            skip = argument == "-o"
            continue
        kept.append(argument)
    return kept


def headers(entry, project):
    """The project's headers that a unit includes."""
    listed = subprocess.run(
        [f"{LLVM}/clang++", "-w", "-MM", *arguments(entry)],
        cwd=entry["directory"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    names = listed.replace("\\\n", " ").split()[1:]
    paths = {
        os.path.normpath(os.path.join(entry["directory"], n)) for n in names
    }
    return {
        p for p in paths if p.startswith(project) and p.endswith((".h", ".hpp"))
    }


def average_header(entries, project):
    """The header whose reach is nearest to the mean."""
    reach = {}
    for entry in entries:
        for header in headers(entry, project):
            reach[header] = reach.get(header, 0) + 1
    mean = statistics.mean(reach.values())
    header = min(sorted(reach), key=lambda h: abs(reach[h] - mean))
    return header, reach[header]


def append(path):
    with open(path, "a") as file:
        file.write("\n// changed\n")


def compile_all(entries, jobs, flags):
    """A command that compiles the units, with these flags after their own."""
    lines = "".join(
        f"cd {shlex.quote(e['directory'])} && exec {LLVM}/clang++ "
        f"{shlex.join(arguments(e))} {flags}\0"
        for e in entries
    )
    script = tempfile.NamedTemporaryFile("w", suffix=".units")
    script.write(lines)
    script.flush()
    return script, [
        "xargs", "-0", "-a", script.name, "-P", str(jobs), "-n", "1",
        "sh", "-c",
    ]  # fmt: skip


def table(results, base):
    base = statistics.median(m[1] for m in results[base])
    print(f"{'':24} {'wall':>8} {'cpu':>8} {'ratio':>8} {'MB':>6}")
    for name, measured in results.items():
        wall, cpu, memory = (statistics.median(c) for c in zip(*measured))
        print(
            f"{name:24} {wall:8.2f} {cpu:8.2f} {cpu / base:8.4f} {memory:6.0f}"
        )


def units(database):
    return {
        e["file"]: e
        for e in database
        if e["file"].endswith((".cc", ".cpp", ".cxx"))
    }


def draw(entries, count):
    random.seed(1)
    return sorted(random.sample(sorted(entries), min(count, len(entries))))


def bench_compile(options):
    with open(
        os.path.join(options.project, "build", "compile_commands.json")
    ) as file:
        entries = units(json.load(file))
    files = draw(entries, options.units)
    chosen = [entries[f] for f in files]
    plugin = os.path.join(ROOT, "build/lib/joinery-clang.so")
    compiles = {
        "-fsyntax-only": "-fsyntax-only",
        "-c": "-O2 -c -o /dev/null",
        "-c with the plugin": f"-O2 -c -o /dev/null -fplugin={plugin}",
    }
    scripts = {
        name: compile_all(chosen, options.jobs, flags)
        for name, flags in compiles.items()
    }
    results = {}
    for _ in range(options.rounds):
        for name, (_, command) in scripts.items():
            results.setdefault(name, []).append(measure(command)[:3])
    for script, _ in scripts.values():
        script.close()
    print(
        f"{len(files)} of {len(entries)} units of "
        f"{os.path.basename(options.project)}, {options.jobs} at a time"
    )
    table(results, "-c")


def bench(options, folder):
    database = copy(options.project, folder)
    entries = units(database)
    files = draw(entries, options.units)
    chosen = [entries[f] for f in files]
    build = os.path.join(folder, "build")
    jobs = str(options.jobs)
    cache = os.path.join(folder, "cache")
    check = [options.joinery, "check", "-p", build, "-j", jobs]
    kept = [*check, f"--cache-dir={cache}", *files]
    tidy = [
        f"{LLVM}/run-clang-tidy", "-quiet", "-clang-tidy-binary",
        f"{LLVM}/clang-tidy", f"-checks={TIDY_CHECKS}", "-p", build,
        "-j", jobs, *(f"^{f}$" for f in files),
    ]  # fmt: skip
    script, syntax = compile_all(chosen, options.jobs, "-w -fsyntax-only")
    header, reach = average_header(chosen, folder)
    print(
        f"{len(files)} of {len(entries)} units of "
        f"{os.path.basename(options.project)}, {jobs} at a time; "
        f"{os.path.basename(header)} is included by {reach}"
    )

    results = {}

    def run(name, command):
        measured = measure(command)
        results.setdefault(name, []).append(measured[:3])
        return measured[3]

    for _ in range(options.rounds):
        shutil.rmtree(cache, ignore_errors=True)
        run("-fsyntax-only", syntax)
        run("run-clang-tidy", tidy)
        cold = run("cold", kept)
        if run("warm", kept) != cold:
            sys.exit("bench-tool.py: the warm run says something else")
        append(files[0])
        run("one source changed", kept)
        append(header)
        run("one header changed", kept)
        run("without a cache", [*check, "--no-cache", *files])
    script.close()

    table(results, "cold")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("project")
    parser.add_argument("--units", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("-j", dest="jobs", type=int, default=2)
    parser.add_argument("--compile", action="store_true")
    parser.add_argument(
        "--joinery", default=os.path.join(ROOT, "build/bin/joinery")
    )
    options = parser.parse_args()
    options.project = os.path.abspath(options.project)
    if options.compile:
        return bench_compile(options)
    with tempfile.TemporaryDirectory() as folder:
        bench(options, os.path.realpath(folder))


if __name__ == "__main__":
    main()
