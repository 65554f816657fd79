//===- GitLab.cpp - Code quality of a merge request -----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Fingerprint.h"
#include "report/Formats.h"
#include "llvm/Support/JSON.h"

namespace joinery::report {

void printGitLab(const Report &R, Sources &Files, llvm::raw_ostream &OS) {
  llvm::json::OStream J(OS, /*IndentSize=*/2);
  Fingerprints Names(Files);
  J.array([&] {
    for (const Diagnostic &E : R.Shown) {
      // An entry without a file is refused; the job's status tells of it.
      if (E.Message.FilePath.empty())
        continue;
      J.object([&] {
        J.attribute("type", "issue");
        J.attribute("check_name", E.DiagnosticName);
        J.attribute("description", llvm::json::fixUTF8(E.Message.Message));
        J.attribute("fingerprint", Names.next(E));
        J.attribute("severity", isFinding(E) ? "major" : "blocker");
        J.attributeArray("categories", [&] { J.value("Bug Risk"); });
        J.attributeObject("location", [&] {
          J.attribute("path", llvm::json::fixUTF8(E.Message.FilePath));
          J.attributeObject("lines", [&] {
            J.attribute(
                "begin",
                Files.position(E.Message.FilePath, E.Message.FileOffset).Line);
          });
        });
      });
    }
  });
  OS << '\n';
}

} // namespace joinery::report
