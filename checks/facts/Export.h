//===- Export.h - The facts of a unit ---------------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FACTS_EXPORT_H
#define JOINERY_FACTS_EXPORT_H

#include "facts/Facts.h"
#include "flow/Analysis.h"
#include <functional>

namespace joinery::facts {

struct ExportOptions {
  /// The folder of the compile command; files are named relative to it.
  std::string Directory;
  /// Whether a finding of this check would be shown at this place.
  std::function<Shown(llvm::StringRef Check, clang::SourceLocation At)> ShownAt;
  /// Whether it would be an error.
  std::function<bool(llvm::StringRef Check)> IsError;
};

/// What other units of the program may have to know of this one. Never fails:
/// what cannot be told is left out, or marked as incomplete.
UnitFacts exportUnit(Analysis &A, const ExportOptions &Options);

} // namespace joinery::facts

#endif // JOINERY_FACTS_EXPORT_H
