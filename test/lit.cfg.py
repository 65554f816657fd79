# Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""How lit runs the tests.

Substitutions:
  %check       a file through clang-tidy with the plugin, through joinery and
               through the compiler with its plugin; see check.py
  %status N    runs a command that must end with exit status N
  %joinery     the tool
  %cmake       CMake; %cpack its packager
  %clang_tidy  the stock clang-tidy
  %clang       the stock compiler
  %plugin      the plugin for it
  %clang_plugin  the plugin for the compiler
  %npm         the folder of the packages of scripts/install-npm.sh
  %{path}      the search path, for tests that put a program before it
  %root        the source tree
  %build       the build tree
  %system_python  Debian's Python, which finds Debian's modules
  %sarif_schema  the published schema of SARIF, from npm
  %googletest  the source of GoogleTest, from Debian
  %glib, ...   the flags for the headers of a library, see below

Tests of libraries that are not installed are unsupported. To run them
nevertheless, unpack Debian's packages into a folder (dpkg -x) and run lit with
--param headers=FOLDER/usr.
"""

import os
import shutil
import subprocess
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

if os.path.exists(os.path.join(config.llvm_tools_dir, "ld.lld")):
    config.available_features.add("lld")
for program in ("ccache", "icecc"):
    if shutil.which(program):
        config.available_features.add(program)
if os.getuid() == 0:
    config.available_features.add("root")
    # Root of a container may not be allowed to mount anything.
    own_mounts = ["unshare", "--mount", "mount", "--make-rprivate", "/"]
    if shutil.which("unshare") and not subprocess.run(
        own_mounts, capture_output=True, check=False
    ).returncode:
        config.available_features.add("mounts")


def tool(name):
    return os.path.join(config.llvm_tools_dir, name)


joinery = os.path.join(config.joinery_binary_dir, "bin", "joinery")
plugin = os.path.join(config.joinery_binary_dir, "lib", "joinery-tidy.so")
clang_plugin = os.path.join(config.joinery_binary_dir, "lib", "joinery-clang.so")

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
config.environment.pop("NO_COLOR", None)
# Neither do they answer from results of earlier runs.
results = os.path.join(config.joinery_binary_dir, "test", "cache-home")
shutil.rmtree(results, ignore_errors=True)
config.environment["XDG_CACHE_HOME"] = results

config.substitutions += [
    (
        "%check",
        f"{sys.executable} {here}/check.py --clang-tidy {tool('clang-tidy')}"
        f" --plugin {plugin} --joinery {joinery}"
        f" --clang {tool('clang')} --clang-plugin {clang_plugin}"
        f" --filecheck {tool('FileCheck')} --",
    ),
    ("%status", f"{sys.executable} {here}/status.py"),
    ("%joinery", joinery),
    ("%clang_tidy", tool("clang-tidy")),
    ("%plugin", plugin),
    ("%clang_plugin", clang_plugin),
    ("%clangxx", config.cxx_compiler),
    ("%clang", tool("clang")),
    ("%cmake", config.cmake_command),
    ("%cpack", os.path.join(os.path.dirname(config.cmake_command), "cpack")),
    ("%python", sys.executable),
    ("%system_python", "/usr/bin/python3"),
    ("%root", config.joinery_source_dir),
    ("%{path}", config.environment["PATH"]),
    ("%build", config.joinery_binary_dir),
]

# Editors, for the recipes of docs/editors.md (scripts/install-deps.sh --test).
for editor, program in (("neovim", "nvim"), ("emacs", "emacs")):
    if shutil.which(program):
        config.available_features.add(editor)

# clangd with our checks (ninja joinery-clangd).
if os.path.exists(os.path.join(config.joinery_binary_dir, "bin", "joinery-clangd")):
    config.available_features.add("joinery-clangd")

# The extension for Visual Studio Code (ninja vscode-extension).
if shutil.which("node") and os.path.exists(
    os.path.join(config.joinery_binary_dir, "editors", "vscode", "node_modules")
):
    config.available_features.add("vscode-extension")

# Programs of other projects, through which an integration is tested.
for program in ("dpkg-shlibdeps", "fish", "lintian", "pre-commit", "zsh"):
    if shutil.which(program):
        config.available_features.add(program)

# What scripts/install-npm.sh installs.
npm = os.path.join(config.joinery_binary_dir, "npm", "node_modules")
config.substitutions += [
    ("%npm", npm),
    (
        "%sarif_schema",
        os.path.join(
            npm, "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
        ),
    ),
]
if shutil.which("node") and os.path.exists(npm):
    config.available_features.add("npm")

# A library is a feature of its name. The first path tells whether it is there;
# the folders are searched for headers, and the rest is passed as it is.
prefix = lit_config.params.get("headers", "/usr")
lib = "lib/x86_64-linux-gnu"
sdl = "include/x86_64-linux-gnu"
qt = "include/x86_64-linux-gnu/qt6"
libraries = {
    "absl": ("include/absl", [], ""),
    "asio": ("include/asio", [], ""),
    "boost": ("include/boost/fiber", [], ""),
    "glib": (
        "include/glib-2.0",
        ["include/glib-2.0", f"{lib}/glib-2.0/include"],
        "",
    ),
    "grpc": ("include/grpcpp", [], ""),
    "libuv": ("include/uv.h", [], ""),
    "poco": ("include/Poco", [], ""),
    "qt": (qt, [qt, f"{qt}/QtCore", f"{qt}/QtConcurrent"], ""),
    "sdl": ("include/SDL2", ["include/SDL2", sdl], ""),
    "tbb": ("include/tbb", [], ""),
    "wxwidgets": (
        "include/wx-3.2",
        [f"{lib}/wx/include/gtk3-unicode-3.2", "include/wx-3.2"],
        " -D_FILE_OFFSET_BITS=64 -DWXUSINGDLL -D__WXGTK__ -DwxUSE_GUI=0",
    ),
}
for name, (probe, folders, others) in libraries.items():
    for root in (prefix, "/usr"):
        if os.path.exists(os.path.join(root, probe)):
            config.available_features.add(name)
            break
    flags = [f"-isystem {os.path.join(root, folder)}" for folder in folders]
    if root != "/usr":
        flags.append(f"-isystem {root}/include")
    config.substitutions.append((f"%{name}", " ".join(flags) + others))

# Programs and modules of Debian, each with the paths that tell whether it is
# there.
modules = "/usr/lib/python3/dist-packages"
programs = {
    "browser": [
        "/usr/bin/chromium",
        "/usr/bin/chromedriver",
        f"{modules}/selenium",
    ],
    "googletest": ["/usr/src/googletest/googletest", "/usr/include/gtest"],
    "graphviz": ["/usr/bin/dot"],
    "jsonschema": [f"{modules}/jsonschema"],
}
config.substitutions.append(("%googletest", programs["googletest"][0]))
for name, paths in programs.items():
    if all(os.path.exists(path) for path in paths):
        config.available_features.add(name)
