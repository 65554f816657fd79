# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How lit runs the tests.

Substitutions:
  %check       a file through clang-tidy with the plugin and through joinery,
               both checked by FileCheck; see check.py
  %status N    runs a command that must end with exit status N
  %joinery     the tool
  %clang_tidy  the stock clang-tidy
  %plugin      the plugin for it
  %root        the source tree
  %build       the build tree
"""

import os
import shutil
import sys

import lit.formats

here = os.path.dirname(os.path.abspath(__file__))

if not hasattr(config, "joinery_binary_dir"):
    # lit was started on a folder of the source tree.
    site = os.path.join(here, "..", "build", "test", "lit.site.cfg.py")
    if not os.path.exists(site):
        lit_config.fatal("build first: cmake --preset dev && ninja -C build")
    lit_config.load_config(config, site)
    raise SystemExit


# Another release of clang-tidy, for what happens when releases differ.
for release in range(21, 13, -1):
    other = shutil.which(f"clang-tidy-{release}")
    if other:
        config.available_features.add("other-clang-tidy")
        config.substitutions.append(("%other_clang_tidy", other))
        break


def tool(name):
    return os.path.join(config.llvm_tools_dir, name)


joinery = os.path.join(config.joinery_binary_dir, "bin", "joinery")
plugin = os.path.join(config.joinery_binary_dir, "lib", "joinery-tidy.so")

config.name = "joinery"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".cpp", ".c", ".test"]
config.excludes = ["Inputs"]
config.test_source_root = here

config.environment["PATH"] = os.pathsep.join(
    [config.llvm_tools_dir, config.environment["PATH"]]
)
# Tests are about our output, not about where a terminal or a user's
# configuration stands.
config.environment.pop("CLANG_TIDY_OPTIONS", None)

config.substitutions += [
    (
        "%check",
        f"{sys.executable} {here}/check.py --clang-tidy {tool('clang-tidy')}"
        f" --plugin {plugin} --joinery {joinery}"
        f" --filecheck {tool('FileCheck')} --",
    ),
    ("%status", f"{sys.executable} {here}/status.py"),
    ("%joinery", joinery),
    ("%clang_tidy", tool("clang-tidy")),
    ("%plugin", plugin),
    ("%clangxx", config.cxx_compiler),
    ("%python", sys.executable),
    ("%root", config.joinery_source_dir),
    ("%build", config.joinery_binary_dir),
]
