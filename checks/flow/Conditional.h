//===- Conditional.h - Verdicts that hang on other units --------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Where a check would speak if it knew what a function of another unit does, it
// stays silent and leaves the finding with its condition in the analysis. The
// facts of the unit carry it to the link step.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_CONDITIONAL_H
#define JOINERY_FLOW_CONDITIONAL_H

#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/SmallVector.h"
#include <string>
#include <vector>

namespace joinery {

/// All parts that are given must hold.
struct Condition {
  /// None of these functions joins, gives up, keeps or hands on what its
  /// parameter of this number names.
  llvm::SmallVector<std::pair<const clang::FunctionDecl *, unsigned>, 2>
      NoneEnds;
  /// Returns a future whose destructor waits.
  const clang::FunctionDecl *ReturnsAsync = nullptr;
  /// Some function starts a task into this object.
  const clang::ValueDecl *Started = nullptr;
  /// The destructor neither joins nor gives up nor hands on `Member`.
  const clang::CXXDestructorDecl *Destructor = nullptr;
  const clang::ValueDecl *Member = nullptr;
  /// No function waits for, ends or signals any of these.
  llvm::SmallVector<const clang::ValueDecl *, 2> NobodyWaits, NobodyEnds,
      NobodySignals;
  /// All of these functions, which could, are defined in some unit.
  llvm::SmallVector<const clang::FunctionDecl *, 4> Seen;
};

struct Conditional {
  std::string Check; ///< With the prefix.
  clang::SourceLocation At;
  std::string Message;
  std::vector<std::pair<clang::SourceLocation, std::string>> Story;
  Condition If;
};

} // namespace joinery

#endif // JOINERY_FLOW_CONDITIONAL_H
