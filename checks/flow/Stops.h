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

/// What somebody has to say so that a task goes on to its end.
struct StopNeed {
  LoopCondition::Kind What = LoopCondition::Flag;
  /// Closed: an element that is sent may mean the end as well.
  bool ByElement = false;
  /// Closed: the task is blocked sending; a receive lets it go on as well.
  bool ByReceive = false;
  /// As the spawning function names it; invalid for the handle's own token.
  Place Where;
  bool OwnToken = false;
  std::optional<FlagTest> Wants; ///< Flag: the values that end the loop.
  const clang::Expr *At = nullptr;
};

/// A loop of a task that ends, or a call of it that returns, only when one of
/// its needs is met.
struct StopLoop {
  const clang::Stmt *Loop = nullptr;
  bool IsCall = false;
  llvm::SmallVector<StopNeed, 2> Needs;
};

/// The loops of the task of \p S that end only by a stop from outside, and
/// after them the untimed waits, receives and sends (of unbuffered channels)
/// that it is blocked in; those one of whose stops has no name outside are left
/// out.
std::vector<StopLoop> stopLoopsOf(Analysis &A, const Spawn &S);

/// What has to happen, as the rest of a sentence: "'done' says so".
std::string tellNeed(const StopNeed &Need);

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

/// Whether the field is private, its class has no friends, and no function that
/// is seen lends it: returns it by reference, or gives it to another member
/// than \p Holder that keeps it.
bool isPrivate(const clang::FieldDecl *F,
               const clang::FieldDecl *Holder = nullptr);

/// Whether the field is private, every function that can name it is in this
/// unit, and none of them lends it: returns it by reference, or gives it to
/// another member than \p Holder that keeps it.
bool isPrivateAndSeen(Unit &U, const clang::FieldDecl *F,
                      const clang::FieldDecl *Holder = nullptr);

} // namespace joinery

#endif // JOINERY_FLOW_STOPS_H
