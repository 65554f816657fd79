//===- Json.cpp - The report for scripts ----------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "llvm/Support/JSON.h"
#include "report/Fingerprint.h"
#include "report/Formats.h"

using clang::tooling::DiagnosticMessage;
using clang::tooling::Replacement;
using llvm::json::OStream;

namespace joinery::report {

/// Its file, line and column, if \p M has a place.
static void printPlace(OStream &J, const DiagnosticMessage &M, Sources &Files) {
  if (M.FilePath.empty())
    return;
  Position At = Files.position(M.FilePath, M.FileOffset);
  J.attribute("file", llvm::json::fixUTF8(M.FilePath));
  J.attribute("line", At.Line);
  J.attribute("column", At.Column);
}

static void printFixes(OStream &J, const DiagnosticMessage &M, Sources &Files) {
  if (M.Fix.empty())
    return;
  J.attributeArray("replacements", [&] {
    for (const auto &File : M.Fix)
      for (const Replacement &R : File.second) {
        Position From = Files.position(R.getFilePath(), R.getOffset());
        Position To =
            Files.position(R.getFilePath(), R.getOffset() + R.getLength());
        J.object([&] {
          J.attribute("file", llvm::json::fixUTF8(R.getFilePath()));
          J.attribute("line", From.Line);
          J.attribute("column", From.Column);
          J.attribute("endLine", To.Line);
          J.attribute("endColumn", To.Column);
          J.attribute("text", llvm::json::fixUTF8(R.getReplacementText()));
        });
      }
  });
}

static void printDiagnostic(OStream &J, const Diagnostic &E, Sources &Files) {
  J.attribute("check", E.DiagnosticName);
  bool IsError = E.DiagLevel == Diagnostic::Error || E.IsWarningAsError;
  J.attribute("level", IsError ? "error" : "warning");
  J.attribute("message", llvm::json::fixUTF8(E.Message.Message));
  printPlace(J, E.Message, Files);
  printFixes(J, E.Message, Files);
  J.attributeArray("notes", [&] {
    for (const DiagnosticMessage &Note : E.Notes)
      J.object([&] {
        J.attribute("message", llvm::json::fixUTF8(Note.Message));
        printPlace(J, Note, Files);
        printFixes(J, Note, Files);
      });
  });
}

static void printSummary(OStream &J, const Report &R) {
  J.attributeObject("summary", [&] {
    J.attribute("units", static_cast<int64_t>(R.Units.size()));
    J.attribute("selectedUnits", static_cast<int64_t>(R.SelectedUnits));
    J.attribute("brokenUnits", static_cast<int64_t>(R.brokenUnits()));
    J.attributeObject("findings", [&] {
      for (const auto &[Check, Count] : R.findings())
        J.attribute(Check, static_cast<int64_t>(Count));
    });
    J.attribute("silencedByComment",
                static_cast<int64_t>(R.silenced(SilencedFinding::ByComment)));
    J.attribute("silencedByBaseline",
                static_cast<int64_t>(R.silenced(SilencedFinding::ByBaseline)));
    J.attribute("unchanged", static_cast<int64_t>(R.Unchanged));
    J.attribute("fixed", static_cast<int64_t>(R.Fixed));
    J.attribute("exitStatus", R.ExitStatus);
  });
}

void printJson(const Report &R, Sources &Files, llvm::raw_ostream &OS) {
  OStream J(OS, /*IndentSize=*/2);
  Fingerprints Names(Files);
  J.object([&] {
    // Raised when a reader of today would misread what is written.
    J.attribute("version", 1);
    J.attribute("joinery", JOINERY_VERSION);
    J.attributeArray("findings", [&] {
      for (const Diagnostic &E : R.Shown)
        if (isFinding(E))
          J.object([&] {
            printDiagnostic(J, E, Files);
            J.attribute("fingerprint", Names.next(E));
          });
    });
    J.attributeArray("problems", [&] {
      for (const Diagnostic &E : R.Shown)
        if (!isFinding(E))
          J.object([&] { printDiagnostic(J, E, Files); });
    });
    J.attributeArray("errors", [&] {
      for (const std::string &Message : R.Errors)
        J.value(llvm::json::fixUTF8(Message));
    });
    printSummary(J, R);
  });
  OS << '\n';
}

} // namespace joinery::report
