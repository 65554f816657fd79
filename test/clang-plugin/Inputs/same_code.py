# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compiles a file with and without the plugin, and compares the objects."""

import subprocess
import sys

FLAGS = [
    ["-O0"],
    ["-O2"],
    ["-O2", "-g"],
    ["-Os", "-fPIC", "-ffunction-sections"],
    ["-O2", "-fno-exceptions", "-DNO_EXCEPTIONS"],
    ["-O2", "-std=c++20"],
]


def without_facts(name):
    command = ["llvm-objcopy", "--remove-section=.joinery.facts", name]
    subprocess.run(command, check=True)
    with open(name, "rb") as file:
        return file.read()


def main():
    clang, plugin, source = sys.argv[1:]
    for flags in FLAGS:
        plain = [clang, "-w", *flags, "-c", source, "-o"]
        subprocess.run(plain + ["plain.o"], check=True)
        command = plain + ["plugin.o", f"-fplugin={plugin}"]
        subprocess.run(command, check=True)
        sections = subprocess.run(
            ["llvm-readelf", "--sections", "plugin.o"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        if ".joinery.facts" not in sections:
            sys.exit(f"{flags}: the plugin left no facts")
        if without_facts("plain.o") != without_facts("plugin.o"):
            sys.exit(f"{flags}: the plugin changed the code")


main()
