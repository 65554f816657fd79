//===- Repeats.h - Joins of handles that have no task -----------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_REPEATS_H
#define JOINERY_FLOW_REPEATS_H

#include "flow/Analysis.h"

namespace joinery {

/// What is known of a handle on a path.
enum class Held : unsigned char {
  Unknown,
  Nothing, ///< Never started.
  Task,
  Joined,
  Detached,
  Moved,
};

/// A join or detach of a handle that has no task any more.
struct Repeat {
  const clang::Stmt *Second = nullptr;
  bool Detaches = false; ///< The second operation.
  Held Before = Held::Unknown;
  const clang::Stmt *First = nullptr; ///< Null for `Nothing`.
  Place Handle = Place();
};

/// The repeated joins and detaches on the paths of \p F, of single handles that
/// it knows by its own doing. [thread.thread.member]: joining or detaching what
/// is not joinable is an error.
std::vector<Repeat> repeatsIn(Analysis &A, const clang::FunctionDecl *F);

} // namespace joinery

#endif // JOINERY_FLOW_REPEATS_H
