//===- Borrow.h - What a task uses of its spawner's frame ------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_TASK_BORROW_H
#define JOINERY_TASK_BORROW_H

#include "task/Unit.h"

namespace joinery {

/// A local of the spawning function that the task uses by reference, pointer
/// or view.
struct Borrow {
  const clang::VarDecl *Local = nullptr;
  clang::SourceLocation At; ///< The capture or argument.
  bool ByCapture = false;
};

/// All borrows of the entry of \p S, in source order. What cannot be traced to
/// a local of automatic storage of the spawning function is left out.
std::vector<Borrow> borrowsOf(Unit &U, const Spawn &S);

} // namespace joinery

#endif // JOINERY_TASK_BORROW_H
