//===- Main.cpp - The joinery command -----------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Arguments.h"
#include "driver/Commands.h"
#include "driver/Version.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"

using namespace joinery::driver;

static const Command Commands[] = {
    {"check", "[-p BUILD] [PATH...] [-- FLAGS]",
     "lint the units of a compilation database", runCheck},
    {"inventory", "[-p BUILD] [PATH...] [--format FORMAT] [-o FILE]",
     "every task: who owns, stops and waits", runInventory},
    {"checks", "[--json]", "list the checks", runChecks},
    {"explain", "CHECK", "show a check's page", runExplain},
    {"link", "[--format F[=FILE]] FILE...",
     "find what only the whole program shows", runLink},
    {"lsp", "[-p BUILD] [--checks GLOBS]",
     "findings in an editor: a language server on stdio", runLsp},
    {"doctor", "[-p BUILD] [--clang-tidy PATH] [--plugin PATH]",
     "is everything found, and of one release", runDoctor},
    {"init", "[github|gitlab|pre-commit|cmake]...",
     "write the integration into this project", runInit},
    {"cache", "[stats|clear]", "show or remove the results of earlier runs",
     runCache},
};

static void printHelp(llvm::raw_ostream &OS) {
  OS << "Finds tasks of C and C++ programs that nobody owns.\n\nusage:\n";
  for (const Command &C : Commands)
    OS << llvm::formatv("  joinery {0,-9} {1,-52} {2}\n", C.Name, C.Synopsis,
                        C.Summary);
  OS << "\n'check' is what runs when no command is named. 'joinery COMMAND "
        "--help' lists its\noptions. Exit status: 0 nothing found, 1 findings, "
        "2 the job could not be done.\n";
}

/// The command that \p Arg was probably meant to be: it is neither an option
/// nor a path. "" when none is near.
static llvm::StringRef misspeltCommand(llvm::StringRef Arg) {
  llvm::SmallVector<llvm::StringRef> Names;
  for (const Command &C : Commands)
    Names.push_back(C.Name);
  if (Arg.starts_with("-") || llvm::sys::fs::exists(Arg))
    return "";
  return nearest(Arg, Names);
}

static const Command *findCommand(llvm::StringRef Name) {
  const Command *Found =
      llvm::find_if(Commands, [&](const Command &C) { return C.Name == Name; });
  return Found == std::end(Commands) ? nullptr : Found;
}

/// `joinery help [COMMAND]`, as other tools have it.
static int help(llvm::ArrayRef<llvm::StringRef> Args) {
  if (Args.empty()) {
    printHelp(llvm::outs());
    return Clean;
  }
  if (const Command *Named = findCommand(Args[0]))
    return Named->Run({"--help"});
  llvm::StringRef Near = misspeltCommand(Args[0]);
  return fail(error("there is no command '" + Args[0] + "'" +
                    (Near.empty() ? "; 'joinery --help' lists them"
                                  : "; did you mean '" + Near + "'?")));
}

int main(int Argc, const char **Argv) {
  llvm::sys::PrintStackTraceOnErrorSignal(Argv[0]);
  llvm::SmallVector<llvm::StringRef> Args(Argv + 1, Argv + Argc);

  if (!Args.empty() && (Args[0] == "--help" || Args[0] == "-h")) {
    printHelp(llvm::outs());
    return Clean;
  }
  if (!Args.empty() && Args[0] == "help" && !llvm::sys::fs::exists("help"))
    return help(llvm::ArrayRef(Args).drop_front());
  if (!Args.empty() && Args[0] == "--version") {
    llvm::outs() << versionText() << '\n';
    return Clean;
  }
  if (!Args.empty()) {
    if (const Command *Named = findCommand(Args[0]))
      return Named->Run(llvm::ArrayRef(Args).drop_front());
    if (llvm::StringRef Near = misspeltCommand(Args[0]); !Near.empty())
      return fail(error("there is no command or file '" + Args[0] +
                        "'; did you mean '" + Near + "'?"));
  }
  return runCheck(Args);
}
