# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the worked example of docs/model.md into a folder.

usage: example.py ROOT FOLDER
"""

import pathlib
import re
import sys

root, folder = map(pathlib.Path, sys.argv[1:])
page = (root / "docs/model.md").read_text()
section = page.split("## A worked example")[1].split("\n## ")[0]
code, model = re.findall(r"```(?:cpp|yaml)\n(.*?)```", section, re.DOTALL)
folder.mkdir(parents=True, exist_ok=True)
(folder / "app.h").write_text(code)
(folder / "app.yaml").write_text(model)
