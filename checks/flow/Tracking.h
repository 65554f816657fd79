//===- Tracking.h - Whether a task tells when it ends ----------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A task whose handle is given up still has an owner when it raises a
// completion signal on every normal path, on an object that outlives it, and
// somebody waits for that object.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_TRACKING_H
#define JOINERY_FLOW_TRACKING_H

#include "flow/Analysis.h"

namespace joinery {

struct Tracking {
  enum Verdict {
    Untracked,   ///< No completion signal that anyone could wait for.
    NeverWaited, ///< It signals, but nothing in the program part waits.
    Skipped,     ///< It signals and is waited for, but a path passes by.
    Unknown,     ///< Hangs on code that this unit does not see.
    Tracked,
  };
  Verdict Is = Untracked;
  /// Unknown for this reason alone: code elsewhere may wait for the signal.
  bool HangsOnWait = false;
  /// The object of the signal as the spawning frame sees it.
  Place Signal;
  /// The event in the entry that raises it.
  const Event *By = nullptr;
  /// A wait for it, anywhere.
  const Event *Wait = nullptr;
  /// Where a path of the entry leaves without the signal.
  clang::SourceLocation PassedAt;
};

/// Whether the task of \p S is tracked. Never fails; what cannot be decided is
/// Unknown. (Article "incomplete work", listing 5.)
Tracking trackingOf(Analysis &A, const Spawn &S);

/// Whether an event is a wait on the object of a signal: the same variable, or
/// the same members of what can be the same object.
bool waitsFor(const Event &Wait, const Place &Signal);

/// How the paths of a task's entry stand to a signal on an object.
struct Passing {
  bool Complete = true; ///< All paths were looked at.
  bool Signals = false; ///< Some path signals.
  /// Where a path returns, and where one throws, without the signal.
  clang::SourceLocation ByReturn, ByThrow;
  /// The branches that lead there.
  std::vector<std::pair<clang::SourceLocation, std::string>> Path;
  /// Variables that never change and are false there.
  llvm::SmallVector<const clang::VarDecl *, 2> Unset;
};

/// The paths of \p Flow's function that raise no signal on \p Signal; with
/// \p CallsMayThrow, calls that are not seen throw.
Passing passedBy(Analysis &A, FunctionFlow &Flow, const Place &Signal,
                 bool CallsMayThrow);

/// Whether a wait looks at more than one condition: a queue that is empty as
/// well, so that what the counter alone says does not decide.
bool looksAtMore(Unit &U, const Event &Wait);

/// Whether objects of this type can tell that something is finished.
bool canSignal(Unit &U, clang::QualType T);

} // namespace joinery

#endif // JOINERY_FLOW_TRACKING_H
