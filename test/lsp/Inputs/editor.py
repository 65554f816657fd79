# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a real editor with the recipe of docs/editors.md.

  editor.py JOINERY PAGE LANGUAGE RECIPE COMMAND...

Writes the page's block of that language to RECIPE and runs the command with the
folder of JOINERY first on PATH.
"""

import os
import re
import subprocess
import sys

joinery, page, language, recipe, *command = sys.argv[1:]
blocks = re.findall(rf"^```{language}\n(.*?)^```$", open(page).read(), re.M | re.S)
if len(blocks) != 1:
    sys.exit(f"{page}: {len(blocks)} blocks of {language}, expected one")
with open(recipe, "w") as out:
    out.write(blocks[0])
home = os.path.dirname(os.path.abspath(recipe))
environment = {
    **os.environ,
    "PATH": os.path.dirname(joinery) + os.pathsep + os.environ["PATH"],
    "HOME": home,
    "XDG_CACHE_HOME": os.path.join(home, "cache"),
    "XDG_CONFIG_HOME": os.path.join(home, "config"),
    "XDG_DATA_HOME": os.path.join(home, "data"),
}
sys.exit(subprocess.run(command, env=environment, timeout=300).returncode)
