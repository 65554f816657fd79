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

/// A function that a task runs, and how its names look where the task is
/// started.
struct TaskPart {
  const clang::FunctionDecl *Function = nullptr;
  /// From the entry inwards.
  llvm::SmallVector<CallFrame, 2> Frames;

  /// \p P of `Function` as the spawning function names it; invalid when it has
  /// no name there.
  Place outside(Unit &U, Place P) const;
};

/// The entry of \p S and what it calls in this unit, each function once; the
/// entry first, callees in order of their calls. Empty when the entry is not
/// seen.
std::vector<TaskPart> partsOf(Analysis &A, const Spawn &S);

/// The objects that a task of \p S uses in what it runs of this unit, as the
/// spawning function names them, each once: members of its object, locals that
/// it was given by reference or pointer, globals.
std::vector<Place> placesUsedBy(Analysis &A, const Spawn &S);

/// The calls by which \p From comes to \p To, outermost first; empty when it is
/// the same function or no way is seen.
std::vector<const clang::Stmt *> callsTo(Analysis &A,
                                         const clang::FunctionDecl *From,
                                         const clang::FunctionDecl *To);

/// Where the author of \p F, or of a method of the same object that \p F
/// calls, wrote what the event \p E does: the call of a member of the object
/// itself (`group.add()`), the construction of a guard, or the primitive.
struct Written {
  const clang::FunctionDecl *In = nullptr;
  const Event *What = nullptr; ///< As an event of that function.
  const clang::Stmt *At = nullptr;
};
Written writtenIn(Analysis &A, const clang::FunctionDecl *F, const Event &E);
/// Its statement alone.
const clang::Stmt *writtenAt(Analysis &A, const clang::FunctionDecl *F,
                             const Event &E);

/// Whether \p P, in the entry of a task of \p S, is the stop token that the
/// handle itself passes to the entry (std::jthread).
bool isOwnToken(const Spawn &S, const TaskPart &Part, const Place &P);

/// Whether a call of a member asks for its object's value as it is: the load of
/// an atomic with whatever memory order, or a getter without arguments.
bool isPlainRead(Unit &U, const clang::CallExpr *Call);

} // namespace joinery

#endif // JOINERY_FLOW_LOOPS_H
