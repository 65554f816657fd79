//===- Merge.h - The findings of all units as one list ----------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_MERGE_H
#define JOINERY_REPORT_MERGE_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "llvm/ADT/StringRef.h"
#include <string>
#include <vector>

namespace joinery::report {

/// \p Path as people write it in \p WorkingDir: made absolute by
/// \p BuildDir, and relative again when it is below the working directory.
std::string shownPath(llvm::StringRef Path, llvm::StringRef BuildDir,
                      llvm::StringRef WorkingDir);

/// Gives all paths of \p Diagnostic their shown form.
void showPaths(clang::tidy::ClangTidyError &Diagnostic,
               llvm::StringRef WorkingDir);

/// Sorts by place, check and message and leaves one of equals: a finding in a
/// header is reported once, however many units include it.
void sortAndUnique(std::vector<clang::tidy::ClangTidyError> &Diagnostics);

} // namespace joinery::report

#endif // JOINERY_REPORT_MERGE_H
