# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Fails when docs/model.md misses a word of the schema or a shipped library.

usage: documented.py ROOT
"""

import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
loader = (root / "checks/model/Loader.cpp").read_text()
page = (root / "docs/model.md").read_text()

# Every key and word of the schema opens an initializer list of its own.
words = set(re.findall(r'\{"([a-z+-]+)"', loader))
words -= {"true", "false"}
libraries = {p.name for p in (root / "checks/model/libraries").glob("*.yaml")}

missing = [
    word
    for word in sorted(words | libraries)
    if not re.search(rf"`{re.escape(word)}[`:]", page)
    and not re.search(rf"\b{re.escape(word)}: ", page)
]
for word in missing:
    print(f"docs/model.md does not mention `{word}`")
if len(words) < 80 or not libraries:
    print("documented.py no longer finds the schema in Loader.cpp")
sys.exit(bool(missing) or len(words) < 80 or not libraries)
