//===- Diff.h - Unified diffs -----------------------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_DIFF_H
#define JOINERY_REPORT_DIFF_H

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"

namespace joinery::report {

/// Prints what leads from \p Old to \p New, as "diff -u" does: for "patch -p1"
/// in the folder to which \p Path is relative. Nothing when they are equal.
void printUnifiedDiff(llvm::StringRef Path, llvm::StringRef Old,
                      llvm::StringRef New, llvm::raw_ostream &OS);

} // namespace joinery::report

#endif // JOINERY_REPORT_DIFF_H
