#!/usr/bin/env python3
# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the man page and the shells' completions from what --help says.

usage: manual.py JOINERY FOLDER

They are written to their places below FOLDER, the "share" of an installation.
"""

import gzip
import os
import re
import subprocess
import sys

COMMAND = re.compile(r"^  joinery (\S+) +(.*?) {2,}(\S.*)$", re.M)
# The placeholder of a value is of capitals: GLOBS, F[=FILE].
VALUE = r"[A-Z][A-Z=\[\],.]*"
OPTION = re.compile(
    rf"^  (--?[\w-]+)(?: ({VALUE}))? +(\S.*(?:\n {{6,}}\S.*)*)$", re.M
)
# "auto, always or never"
CHOICE = re.compile(r"[\w-]+(?:, [\w-]+)* or [\w-]+\b")
FILES = re.compile(r"FILE|PATH")
FOLDERS = re.compile(r"DIR|BUILD|FOLDER")


class Option:
    def __init__(self, name, value, text):
        self.name, self.value = name, value
        self.text = " ".join(text.split())

    @property
    def words(self):
        """The values to choose from, or none: the help begins with them."""
        found = CHOICE.match(self.text)
        return re.split(", | or ", found[0]) if found else []


class Command:
    def __init__(self, tool, name, synopsis, summary):
        self.name, self.synopsis, self.summary = name, synopsis, summary
        run = subprocess.run(
            [tool, name, "--help"], capture_output=True, text=True
        )
        # A command without options may not know --help.
        page = run.stdout if run.returncode == 0 else ""
        self.options = [Option(*found) for found in OPTION.findall(page)]

    @property
    def words(self):
        """The arguments to choose from: "[github|gitlab]"."""
        found = re.search(r"\[(\w[\w-]*(?:\|[\w-]+)+)\]", self.synopsis)
        return found[1].split("|") if found else []

    @property
    def takes(self):
        """What stands for an argument: checks, files or nothing."""
        if self.name == "explain":
            return "checks"
        rest = re.sub(r"\[--?\S+ \S+\]", "", self.synopsis)
        return "files" if FILES.search(rest) else ""


def roff(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text, flags=re.M)


def man(version, commands):
    out = [
        f'.TH JOINERY 1 "" "{version}" "User Commands"',
        ".SH NAME",
        "joinery \\- find the tasks of C++ and C programs that nobody owns",
        ".SH SYNOPSIS",
    ]
    for command in commands:
        synopsis = f" {roff(command.synopsis)}" if command.synopsis else ""
        out += [f".B joinery {roff(command.name)}\\fR{synopsis}", ".br"]
    out += [
        ".SH DESCRIPTION",
        "Every task needs an owner: somebody who starts it, can stop it, knows "
        "when it is done, and hears when it fails.",
        ".B joinery",
        "runs its checks over the units of a compilation database and reports "
        "tasks that have none.",
        ".B check",
        "is what runs when no command is named.",
        ".PP",
        "A",
        ".I .clang\\-tidy",
        "file and NOLINT comments work as for clang\\-tidy.",
        ".SH COMMANDS",
    ]
    for command in commands:
        summary = command.summary[0].upper() + command.summary[1:] + "."
        out += [f".SS {roff(command.name)}", roff(summary)]
        for option in command.options:
            value = f" \\fI{roff(option.value)}\\fR" if option.value else ""
            out += [
                ".TP",
                f"\\fB{roff(option.name)}\\fR{value}",
                roff(option.text),
            ]
    out += [
        ".SH EXIT STATUS",
        ".TP\n0\nNothing was found.",
        ".TP\n1\nSomething was found.",
        ".TP\n2\nThe job, or a part of it, could not be done.",
        ".SH FILES",
        ".TP",
        ".I /usr/lib/joinery/joinery\\-tidy.so",
        "The same checks as a module for",
        ".BR clang\\-tidy (1):",
        "clang\\-tidy \\-load /usr/lib/joinery/joinery\\-tidy.so "
        "\\-\\-checks=joinery\\-*",
        ".SH SEE ALSO",
        ".BR clang\\-tidy (1);",
        "the guides in",
        ".IR /usr/share/doc/joinery .",
    ]
    return "\n".join(out) + "\n"


def bash(commands):
    cases = []
    for command in commands:
        lines = []
        for option in command.options:
            if option.words:
                reply = f'compgen -W "{" ".join(option.words)}" -- "$word"'
            elif FOLDERS.search(option.value):
                reply = 'compgen -d -- "$word"'
            elif FILES.search(option.value):
                reply = 'compgen -f -- "$word"'
            else:
                reply = ":" if option.value else ""
            if reply:
                lines.append(
                    f"      {option.name}) "
                    f"mapfile -t COMPREPLY < <({reply}); return ;;"
                )
        names = " ".join(o.name for o in command.options) + " --help"
        if command.words:
            rest = f'compgen -W "{" ".join(command.words)}" -- "$word"'
        elif command.takes == "checks":
            rest = 'compgen -W "$(_joinery_checks "$1")" -- "$word"'
        elif command.takes == "files":
            rest = 'compgen -f -- "$word"'
        else:
            rest = ":"
        block = [f"  {command.name})"]
        if lines:
            block += ['    case "$before" in', *lines, "    esac"]
        block += [
            "    if [[ $word == -* ]]; then",
            f'      mapfile -t COMPREPLY < <(compgen -W "{names}" -- "$word")',
            "    else",
            f"      mapfile -t COMPREPLY < <({rest})",
            "    fi",
            "    ;;",
        ]
        cases += block
    names = " ".join(command.name for command in commands)
    body = "\n".join(cases)
    return f"""# bash completion for joinery

_joinery_checks() {{
  "$1" checks 2>/dev/null | sed -n 's/^joinery-\\([a-z-]*\\).*/\\1/p'
}}

_joinery() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}}
  local command=check
  COMPREPLY=()
  if ((COMP_CWORD == 1)) && [[ $word != -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "{names}" -- "$word"
      compgen -f -- "$word")
    return
  fi
  case "${{COMP_WORDS[1]}}" in
  {names.replace(" ", " | ")}) command=${{COMP_WORDS[1]}} ;;
  esac
  case "$command" in
{body}
  esac
}}

complete -o filenames -F _joinery joinery
"""


def quoted(text):
    """Within single quotes of zsh's _arguments."""
    for char in "\\[]:":
        text = text.replace(char, "\\" + char)
    return text.replace("'", "'\\''")


def zsh(commands):
    cases = []
    for command in commands:
        lines = []
        for option in command.options:
            spec = f"{option.name}[{quoted(option.text)}]"
            if option.value:
                if option.words:
                    action = f"({' '.join(option.words)})"
                elif FOLDERS.search(option.value):
                    action = "_directories"
                elif FILES.search(option.value):
                    action = "_files"
                else:
                    action = " "
                spec += f":{quoted(option.value)}:{action}"
            lines.append(f"'{spec}'")
        if command.words:
            lines.append(f"'*:what:({' '.join(command.words)})'")
        elif command.takes == "checks":
            lines.append("'*:check:_joinery_checks'")
        elif command.takes == "files":
            lines.append("'*:file:_files'")
        lines.append("'--help[list the options]'")
        cases.append(
            f"  {command.name})\n    _arguments "
            + " \\\n      ".join(lines)
            + "\n    ;;"
        )
    described = "\n    ".join(
        f"'{c.name}:{quoted(c.summary)}'" for c in commands
    )
    body = "\n".join(cases)
    return f"""#compdef joinery

_joinery_checks() {{
  local -a checks
  checks=(${{(f)"$(joinery checks 2>/dev/null |
    sed -n 's/^joinery-\\([a-z-]*\\) *\\(.*\\)/\\1:\\2/p')"}})
  _describe check checks
}}

_joinery() {{
  local command=check
  local -a commands
  commands=(
    {described}
  )
  if ((CURRENT == 2)) && [[ $words[2] != -* ]]; then
    _describe command commands
    _files
    return
  fi
  if (($+commands[(r)$words[2]:*])); then
    command=$words[2]
    shift words
    ((CURRENT--))
  fi
  case $command in
{body}
  esac
}}

_joinery "$@"
"""


def fish(commands):
    def text(string):
        return "'" + string.replace("\\", "\\\\").replace("'", "\\'") + "'"

    out = [
        "# fish completion for joinery",
        "function __joinery_checks",
        "    joinery checks 2>/dev/null | "
        "string replace -rf '^joinery-(\\S+)\\s+(.*)' '$1\\t$2'",
        "end",
    ]
    for command in commands:
        out.append(
            "complete -c joinery -n __fish_use_subcommand "
            f"-a {command.name} -d {text(command.summary)}"
        )
        base = (
            "complete -c joinery "
            f"-n '__fish_seen_subcommand_from {command.name}'"
        )
        for option in command.options:
            dashes, name = re.match(r"(--?)(.*)", option.name).groups()
            line = f"{base} -{'l' if dashes == '--' else 's'} {name}"
            if option.words:
                line += f" -x -a {text(' '.join(option.words))}"
            elif FOLDERS.search(option.value):
                line += " -x -a '(__fish_complete_directories)'"
            elif FILES.search(option.value):
                line += " -r -F"
            elif option.value:
                line += " -x"
            out.append(f"{line} -d {text(option.text)}")
        if command.words:
            out.append(f"{base} -f -a {text(' '.join(command.words))}")
        elif command.takes == "checks":
            out.append(f"{base} -f -a '(__joinery_checks)'")
        elif not command.takes:
            out.append(f"{base} -f")
    return "\n".join(out) + "\n"


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


def main():
    tool, folder = sys.argv[1:]

    def ask(option):
        return subprocess.run(
            [tool, option], check=True, capture_output=True, text=True
        ).stdout

    found = COMMAND.findall(ask("--help"))
    if not found:
        sys.exit(f"'{tool} --help' lists no command that can be read")
    commands = [Command(tool, *row) for row in found]
    version = " ".join(ask("--version").split()[:2])
    pages = {
        "bash-completion/completions/joinery": bash(commands),
        "zsh/vendor-completions/_joinery": zsh(commands),
        "fish/vendor_completions.d/joinery.fish": fish(commands),
    }
    for place, text in pages.items():
        write(os.path.join(folder, place), text.encode())
    # No time in it: two builds give the same bytes.
    page = gzip.compress(man(version, commands).encode(), 9, mtime=0)
    write(os.path.join(folder, "man/man1/joinery.1.gz"), page)


if __name__ == "__main__":
    main()
