//===- Formats.h - The forms of a report ------------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_FORMATS_H
#define JOINERY_REPORT_FORMATS_H

#include "report/Report.h"
#include "report/Sources.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/raw_ostream.h"

namespace joinery::report {

/// Everything in a form of our own, for scripts.
void printJson(const Report &R, Sources &Files, llvm::raw_ostream &OS);

/// SARIF 2.1.0, for code scanning and editors.
void printSarif(const Report &R, Sources &Files, llvm::raw_ostream &OS);

/// Workflow commands, which GitHub shows as annotations.
void printGitHub(const Report &R, Sources &Files, llvm::raw_ostream &OS);

/// The code quality report of GitLab.
void printGitLab(const Report &R, Sources &Files, llvm::raw_ostream &OS);

/// JUnit's XML: findings fail, units that do not compile are in error.
void printJUnit(const Report &R, Sources &Files, llvm::raw_ostream &OS);

struct Format {
  llvm::StringRef Name;
  void (*Print)(const Report &R, Sources &Files, llvm::raw_ostream &OS);
};

/// All forms, text first.
llvm::ArrayRef<Format> formats();

/// Their names, in that order.
llvm::ArrayRef<llvm::StringRef> formatNames();

/// The form of that name, or null.
const Format *findFormat(llvm::StringRef Name);

} // namespace joinery::report

#endif // JOINERY_REPORT_FORMATS_H
