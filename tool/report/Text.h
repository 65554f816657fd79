//===- Text.h - Diagnostics as text, with snippets --------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_TEXT_H
#define JOINERY_REPORT_TEXT_H

#include "report/Report.h"
#include "report/Sources.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace joinery::report {

/// How much a text tells with means that only people have.
struct TextStyle {
  bool Colors = false;
  /// Steps of a story are numbered, advice is called so, and findings stand
  /// apart. Programs that read the text want it as compilers write it.
  bool Rich = false;
};

/// Prints each diagnostic as the compiler does: place, message and check, the
/// line of source with a caret, then its notes in order. The files are read
/// for the snippets; a file that is gone costs the snippet, not the message.
void printText(llvm::ArrayRef<Diagnostic> Diagnostics, llvm::raw_ostream &OS,
               TextStyle Style);

/// The same, plain, for a file.
void printPlainText(const Report &R, Sources &Files, llvm::raw_ostream &OS);

/// Prints "2 units, 3 findings (joinery-detached-thread 2, ...)", and what was
/// left out. With \p Hint, how to learn more.
void printSummary(const Report &R, llvm::raw_ostream &OS, bool Hint);

} // namespace joinery::report

#endif // JOINERY_REPORT_TEXT_H
