//===- Main.cpp - The joinery command -----------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Commands.h"
#include "driver/Version.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Signals.h"
#include "llvm/Support/raw_ostream.h"

using namespace joinery::driver;

static const Command Commands[] = {
    {"check", "[-p BUILD] [PATH...] [-- FLAGS]",
     "lint the units of a compilation database", runCheck},
    {"checks", "", "list the checks", runChecks},
    {"explain", "CHECK", "show a check's page", runExplain},
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
    OS << llvm::formatv("  joinery {0,-8} {1,-52} {2}\n", C.Name, C.Synopsis,
                        C.Summary);
  OS << "\n'check' is what runs when no command is named. 'joinery COMMAND "
        "--help' lists its\noptions. Exit status: 0 nothing found, 1 findings, "
        "2 the job could not be done.\n";
}

int main(int Argc, const char **Argv) {
  llvm::sys::PrintStackTraceOnErrorSignal(Argv[0]);
  llvm::SmallVector<llvm::StringRef> Args(Argv + 1, Argv + Argc);

  if (!Args.empty() && (Args[0] == "--help" || Args[0] == "-h")) {
    printHelp(llvm::outs());
    return Clean;
  }
  if (!Args.empty() && Args[0] == "--version") {
    llvm::outs() << versionText() << '\n';
    return Clean;
  }
  if (!Args.empty()) {
    const Command *Named = llvm::find_if(
        Commands, [&](const Command &C) { return C.Name == Args[0]; });
    if (Named != std::end(Commands))
      return Named->Run(llvm::ArrayRef(Args).drop_front());
  }
  return runCheck(Args);
}
