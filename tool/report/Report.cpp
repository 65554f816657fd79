//===- Report.cpp - What a run found --------------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Report.h"
#include "llvm/ADT/STLExtras.h"

using llvm::StringRef;

namespace joinery::report {

bool isCompileError(const Diagnostic &E) {
  return E.DiagLevel == Diagnostic::Error &&
         StringRef(E.DiagnosticName).starts_with("clang-diagnostic-");
}

bool isConfigurationError(const Diagnostic &E) {
  return (E.DiagLevel == Diagnostic::Error && !isCompileError(E)) ||
         E.DiagnosticName == "clang-tidy-config";
}

bool isStep(const clang::tooling::DiagnosticMessage &Note,
            const Diagnostic &E) {
  return !Note.FilePath.empty() && (Note.FilePath != E.Message.FilePath ||
                                    Note.FileOffset != E.Message.FileOffset);
}

void Report::acceptAll() {
  std::vector<Diagnostic> Others;
  for (Diagnostic &E : Shown) {
    if (isFinding(E))
      Silenced.push_back({std::move(E), SilencedFinding::ByBaseline});
    else
      Others.push_back(std::move(E));
  }
  Shown = std::move(Others);
  HasBaseline = true;
}

std::map<std::string, size_t> Report::findings() const {
  std::map<std::string, size_t> Counts;
  for (const Diagnostic &E : Shown)
    if (isFinding(E))
      ++Counts[E.DiagnosticName];
  return Counts;
}

size_t Report::brokenUnits() const {
  return llvm::count_if(
      Units, [](const CheckedUnit &U) { return !U.Failure.empty(); });
}

size_t Report::silenced(SilencedFinding::Kind By) const {
  return llvm::count_if(Silenced,
                        [By](const SilencedFinding &S) { return S.By == By; });
}

} // namespace joinery::report
