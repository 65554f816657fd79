//===- Report.h - What a run found ------------------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_REPORT_H
#define JOINERY_REPORT_REPORT_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "llvm/ADT/StringRef.h"
#include <map>
#include <string>
#include <vector>

namespace joinery::report {

/// A finding, a compile error, or a complaint about the configuration.
using Diagnostic = clang::tidy::ClangTidyError;

/// Whether \p E is an error of the compiler.
bool isCompileError(const Diagnostic &E);

/// Whether \p E says that a model file, an option or a NOLINT block is
/// malformed: what was checked is not what was asked for.
bool isConfigurationError(const Diagnostic &E);

/// Whether \p E is what a check found.
inline bool isFinding(const Diagnostic &E) {
  return !isCompileError(E) && !isConfigurationError(E);
}

/// Whether \p Note is a step of the story that leads to \p E. A note that
/// stands where the finding does is advice.
bool isStep(const clang::tooling::DiagnosticMessage &Note, const Diagnostic &E);

/// A finding that somebody has accepted: it is counted, and not shown.
struct SilencedFinding {
  enum Kind { ByComment, ByBaseline };
  Diagnostic Found;
  Kind By;
};

/// A unit that was checked.
struct CheckedUnit {
  std::string File;
  /// Why it does not compile; empty when it does.
  std::string Failure;
};

/// What a run found and did. Every renderer is a function of this. Paths are
/// relative to Root where they are below it.
struct Report {
  /// The folder in which the run was started, absolute.
  std::string Root;
  std::vector<CheckedUnit> Units;
  /// How many units there were to check: more than Units when the run was
  /// interrupted.
  size_t SelectedUnits = 0;
  /// In the order of files and places, one of equals.
  std::vector<Diagnostic> Shown;
  std::vector<SilencedFinding> Silenced;
  /// Why the job is not done; each a message.
  std::vector<std::string> Errors;
  /// What is good to know and changes nothing; each a message.
  std::vector<std::string> Notes;
  /// Findings that are left out because no line of theirs was changed.
  size_t Unchanged = 0;
  /// Findings that fix-its have removed.
  size_t Fixed = 0;
  bool HasBaseline = false;
  int ExitStatus = 0;

  /// Check to number of findings that are shown.
  std::map<std::string, size_t> findings() const;
  size_t brokenUnits() const;
  size_t silenced(SilencedFinding::Kind By) const;
  /// Makes every finding one that the baseline knows.
  void acceptAll();
};

} // namespace joinery::report

#endif // JOINERY_REPORT_REPORT_H
