//===- Fixes.h - Fix-its, applied to files ----------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_FIXES_H
#define JOINERY_REPORT_FIXES_H

#include "report/Report.h"
#include "report/Sources.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace joinery::report {

/// The fix-its of a report that can be applied together.
class FixPlan {
public:
  /// Takes the fix-its of the findings of \p R, first come first served: one
  /// that overlaps with one before is left out, and so is each that has a part
  /// in a file that cannot be read. With \p OfNotes, a finding without a fix-it
  /// of its own gives the one that its notes have, if it is only one.
  FixPlan(const Report &R, Sources &Files, bool OfNotes);

  /// Whether finding \p Index of the report's list is repaired by the plan.
  bool repairs(size_t Index) const { return Repaired[Index]; }
  size_t repaired() const;
  size_t conflicts() const { return Conflicts; }

  /// The changes as a unified diff.
  void printDiff(Sources &Files, llvm::raw_ostream &OS) const;

  /// Writes the files, each as a whole or not at all. Files that cannot be
  /// written are named in the error; the others are written.
  llvm::Error write(Sources &Files, llvm::StringRef Root) const;

private:
  bool add(const llvm::StringMap<clang::tooling::Replacements> &Fix);
  llvm::Expected<std::string> changed(llvm::StringRef Path,
                                      Sources &Files) const;

  std::map<std::string, clang::tooling::Replacements> Changes;
  std::vector<bool> Repaired;
  size_t Conflicts = 0;
};

} // namespace joinery::report

#endif // JOINERY_REPORT_FIXES_H
