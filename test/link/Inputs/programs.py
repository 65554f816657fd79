# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks programs of several units and compares what is found with marks.

Each folder below FOLDER is a program. A line with a comment `FINDING: check`
must have that finding; any other finding is an error, and so is a program
whose units do not compile. `FINDING-WHOLE: check` hangs on no unit being
missing, which an executable does not show. Every program is checked by the compilation
database, in two orders of its units, and from the objects, an archive and the
executable that a compile with the frontend plugin leaves; all must agree.

programs.py --joinery J --clang C --plugin P [--only WAY] FOLDER
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys

MARK = re.compile(r"//\s*FINDING(-WHOLE)?:\s*([a-z-]+)")
PLACE = re.compile(
    r"^(.*?):(\d+):\d+: (?:warning|error): .*\[(?:joinery-)([a-z-]+)"
)


def run(command, folder):
    return subprocess.run(
        command, cwd=folder, text=True, capture_output=True, check=False
    )


def expected(folder, way):
    marks = set()
    for path in sorted(folder.rglob("*")):
        if path.suffix not in (".cpp", ".h", ".c"):
            continue
        for number, line in enumerate(path.read_text().splitlines(), 1):
            for whole, check in MARK.findall(line):
                if not whole or way != "executable":
                    marks.add((str(path.relative_to(folder)), number, check))
    return marks


def findings(folder, output):
    found = set()
    for line in output.splitlines():
        place = PLACE.match(line)
        if place:
            path = pathlib.Path(place[1])
            if path.is_absolute():
                path = path.relative_to(folder)
            found.add((str(path), int(place[2]), place[3]))
    return found


def flags_of(source, options):
    if source.suffix == ".c":
        return [options.clang.replace("clang++", "clang"), "-std=c17"]
    return [options.clang, "-std=c++20"]


def by_database(folder, sources, options):
    entries = [
        {
            "directory": str(folder),
            "file": str(source),
            "arguments": flags_of(source, options)
            + ["-c", source.name, "-o", source.name + ".o"],
        }
        for source in sources
    ]
    (folder / "compile_commands.json").write_text(json.dumps(entries))
    return run([options.joinery, "check", "--no-cache", "-p", "."], folder)


def compiled(folder, sources, options):
    """Compiles with the plugin; what that says, and the objects."""
    said = ""
    objects = []
    for source in sources:
        target = source.name + ".o"
        command = flags_of(source, options)
        command += [f"-fplugin={options.plugin}", "-c", source.name]
        result = run(command + ["-o", target], folder)
        if result.returncode:
            sys.exit(f"{source}: does not compile\n{result.stderr}")
        said += result.stderr
        objects.append(target)
    return said, objects


def by_objects(folder, sources, options, way):
    said, objects = compiled(folder, sources, options)
    if way == "archive":
        main = [o for o in objects if o.startswith("main.")]
        rest = [o for o in objects if o not in main]
        if rest:
            (folder / "libparts.a").unlink(missing_ok=True)
            run(["ar", "rcs", "libparts.a"] + rest, folder)
            objects = main + ["libparts.a"]
    elif way == "executable":
        link = run([options.clang, "-o", "app", "-pthread"] + objects, folder)
        if link.returncode:
            sys.exit(f"{folder}: does not link\n{link.stderr}")
        objects = ["app"]
    result = run([options.joinery, "link"] + objects, folder)
    result.stdout = said + result.stdout
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--joinery", required=True)
    parser.add_argument("--clang", required=True)
    parser.add_argument("--plugin")
    parser.add_argument("--only")
    parser.add_argument("folder", type=pathlib.Path)
    options = parser.parse_args()

    wrong = 0
    programs = sorted(p for p in options.folder.iterdir() if p.is_dir())
    for folder in programs:
        folder = folder.resolve()
        sources = sorted(folder.glob("*.cpp")) + sorted(folder.glob("*.c"))
        ways = {
            "database": lambda: by_database(folder, sources, options),
            "reversed": lambda: by_database(folder, sources[::-1], options),
        }
        if options.plugin:
            for way in ("objects", "archive", "executable"):
                ways[way] = lambda way=way: by_objects(
                    folder, sources, options, way
                )
        for way, check in ways.items():
            if options.only and way != options.only:
                continue
            result = check()
            wanted = expected(folder, way)
            found = findings(folder, result.stdout)
            problem = ""
            if result.returncode not in (0, 1):
                problem = f"exit status {result.returncode}"
            elif found != wanted:
                missed = sorted(wanted - found)
                false = sorted(found - wanted)
                problem = f"missed {missed}, false {false}"
            if problem:
                wrong += 1
                print(f"{folder.name}, by {way}: {problem}")
                print(result.stdout + result.stderr)
    if not programs:
        sys.exit("no programs")
    print(f"{len(programs)} programs, {wrong} wrong")
    sys.exit(1 if wrong else 0)


main()
