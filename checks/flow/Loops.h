//===- Loops.h - What ends the loops of a function -------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A loop ends where an edge of the graph leaves it. What such an edge hangs on
// is looked at once, for all checks that ask whether a task can end, who can
// end it and what keeps it from hearing of that.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_LOOPS_H
#define JOINERY_FLOW_LOOPS_H

#include "flow/Analysis.h"

namespace joinery {

/// What a flag has to be: \c Value, or anything but it.
struct FlagTest {
  int64_t Value = 0;
  bool Equal = true;

  bool holds(int64_t Stored) const { return (Stored == Value) == Equal; }
};

/// A condition that has to hold for a loop to be left.
struct LoopCondition {
  enum Kind : unsigned char {
    Flag,   ///< A flag, counter or atomic that the loop does not change.
    Token,  ///< A stop token or source.
    Closed, ///< A receive said that the channel is closed.
    Signal, ///< A wait (timed, tried or stoppable) said that it was signalled.
    Own,    ///< What the loop itself counts, computes or times.
    Unseen, ///< What code that is not seen says.
  };
  Kind What = Own;
  /// Flag, Token, Closed, Signal: the object, as the loop's function names it;
  /// invalid when it has no name there.
  Place Where;
  /// Flag: whether the loop is left when the flag is not zero; none when that
  /// depends on more.
  std::optional<bool> When;
  /// Flag: the values that leave the loop; none when that depends on more.
  std::optional<FlagTest> Wants;
  /// Closed: told by the element itself; one that is sent may mean the end.
  bool ByElement = false;
  /// Unseen: all that decides is the end of a stream that the loop reads.
  bool Ends = false;
  /// Flag: neither atomic nor volatile.
  bool Plain = false;
  const clang::Expr *At = nullptr;

  /// Whether somebody outside the loop decides it.
  bool isStop() const { return What <= Signal; }
};

/// One way out of a loop: all of its conditions have to hold. None at all: a
/// throw, a return or a call without return on every path to it.
struct LoopExit {
  llvm::SmallVector<LoopCondition, 2> Needs;
  clang::SourceLocation At;

  /// The first condition that somebody outside decides, or null.
  const LoopCondition *stop() const {
    for (const LoopCondition &C : Needs)
      if (C.isStop())
        return &C;
    return nullptr;
  }
};

struct LoopFacts {
  const clang::Stmt *Loop = nullptr;
  const clang::FunctionDecl *In = nullptr;
  llvm::SmallVector<LoopExit, 2> Exits;
  /// Whether the loop runs through a container, a range or a count.
  bool Counts = false;

  bool canEnd() const { return !Exits.empty(); }
  /// Whether it ends only when somebody outside says so.
  bool endsOnlyByStop() const {
    return canEnd() && llvm::all_of(Exits, [](const LoopExit &E) {
             return E.stop() != nullptr;
           });
  }
};

/// The loops of \p F that can go round, outer ones first; empty when \p F has
/// no graph. Made once per function.
llvm::ArrayRef<LoopFacts> loopsIn(Analysis &A, const clang::FunctionDecl *F);

/// Whether a call of a member asks for its object's value as it is: the load of
/// an atomic with whatever memory order, or a getter without arguments.
bool isPlainRead(Unit &U, const clang::CallExpr *Call);

} // namespace joinery

#endif // JOINERY_FLOW_LOOPS_H
