//===- Text.h - Diagnostics as text, with snippets --------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_TEXT_H
#define JOINERY_REPORT_TEXT_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"
#include <map>
#include <string>

namespace joinery::report {

/// What a run amounts to.
struct Summary {
  size_t Units = 0;
  size_t BrokenUnits = 0;
  /// Check to number of findings.
  std::map<std::string, size_t> Findings;
  size_t total() const;
};

/// Prints each diagnostic as the compiler does: place, message and check, the
/// line of source with a caret, then its notes in order. The files are read
/// for the snippets; a file that is gone costs the snippet, not the message.
void printText(llvm::ArrayRef<clang::tidy::ClangTidyError> Diagnostics,
               llvm::raw_ostream &OS, bool Colors);

/// Prints "2 units, 3 findings (joinery-detached-thread 2, ...)".
void printSummary(const Summary &S, llvm::raw_ostream &OS);

} // namespace joinery::report

#endif // JOINERY_REPORT_TEXT_H
