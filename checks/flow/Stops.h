//===- Stops.h - What ends a task, and whether it was said ------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_STOPS_H
#define JOINERY_FLOW_STOPS_H

#include "flow/Loops.h"

namespace joinery {

/// What somebody has to say so that a loop of a task ends.
struct StopNeed {
  LoopCondition::Kind What = LoopCondition::Flag;
  /// As the spawning function names it; invalid for the handle's own token.
  Place Where;
  bool OwnToken = false;
  std::optional<bool> When; ///< Flag: the value that ends the loop.
  const clang::Expr *At = nullptr;
};

/// A loop of a task that ends only when one of its needs is met.
struct StopLoop {
  const clang::Stmt *Loop = nullptr;
  llvm::SmallVector<StopNeed, 2> Needs;
};

/// The loops of the task of \p S that end only by a stop from outside; loops
/// one of whose stops has no name outside are left out.
std::vector<StopLoop> stopLoopsOf(Analysis &A, const Spawn &S);

/// Whether \p E, in the spawning frame, meets the need, or may: unseen code
/// that is given the object counts. \p Handle is the task's handle.
bool saysStop(Unit &U, const Event &E, const StopNeed &Need,
              const Place &Handle);

/// The condition variable (or atomic) on which a task of \p S sleeps untimed
/// until somebody notifies it, while it looks at \p Flag only when woken;
/// invalid when there is none.
Place sleepsOn(Analysis &A, const Spawn &S, const Place &Flag);

/// Where a task of \p S goes on without a bound of its own: a loop whose end
/// hangs on code that is not seen or that never comes, or a call that blocks
/// untimed. Null when what is seen ends by itself, or only by a stop.
const clang::Stmt *withoutBound(Analysis &A, const Spawn &S);

/// Whether the field is private and every function that can name it is in
/// this unit.
bool isPrivateAndSeen(Unit &U, const clang::FieldDecl *F);

} // namespace joinery

#endif // JOINERY_FLOW_STOPS_H
