//===- Obligations.h - What is still running at an exit --------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A task that was started on a path is an obligation of that path until its
// handle is joined, its pool is joined, or an object that it signals is waited
// for. The question tells with which state each exit is reached.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_OBLIGATIONS_H
#define JOINERY_FLOW_OBLIGATIONS_H

#include "flow/Analysis.h"

namespace joinery {

/// A task as the function sees it that has to see to its end.
struct Obligation {
  const Spawn *Task = nullptr;
  Place Handle; ///< Where this function keeps the handle, if it does.
  Place Pool;
  /// What the task signals, as its spawning function sees it.
  llvm::SmallVector<Place, 4> Signals;
  /// The object on whose behalf it was given up, as this function sees it.
  Place Owner;
};

/// The objects that the entry of \p S signals, as the spawning frame sees them.
llvm::SmallVector<Place, 4> signalsOf(Analysis &A, const Spawn &S);

/// Whether \p F, whose body is in the unit, has no way back to its caller but
/// through calls that do not return.
bool neverReturns(Analysis &A, const clang::FunctionDecl *F);

enum class TaskState : unsigned char {
  None,    ///< Not started on this path.
  Held,    ///< Running, and the handle is held.
  GivenUp, ///< Running, and no handle is left in this function.
  Over,    ///< Waited for, or in the hands of code that is not seen.
};

struct TaskExit {
  PathExit Exit;
  TaskState State;
  bool ByCall = false; ///< exit(), quick_exit()
  bool Quick = false;  ///< quick_exit(): no handler and no destructor runs.
};

class ObligationQuestion : public PathQuestion {
public:
  ObligationQuestion(Analysis &A, FunctionFlow &Flow, const Obligation &O);

  void visit(const clang::Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override;
  std::optional<State> refine(const clang::Expr *Condition, bool Truth,
                              State Now) override;
  State leaveLoop(const clang::Stmt *Loop, State Now) override;
  State destroy(const clang::VarDecl *V, const clang::Stmt *Cause,
                bool Unwinding, const Trail *Path, State Now) override;
  void exit(const PathExit &Exit, State Now) override;
  llvm::ArrayRef<const clang::VarDecl *> locals() override { return Locals; }

  std::vector<TaskExit> Exits;

private:
  bool ends(const Event &E) const;
  bool countsDown(const clang::Stmt *S) const;
  State apply(const Event &E, const clang::Stmt *S, State Now) const;
  void leave(const PathExit &Exit, State Now, bool ByCall, bool Quick);

  /// Somebody was told to see to the task's end when the scope or the program
  /// ends: a guard's callable, an atexit handler.
  static constexpr State Armed = 8;
  /// An earlier round of the loop has started one as well.
  static constexpr State Several = 16;

  static TaskState kindOf(State Now) {
    return static_cast<TaskState>(Now & ~(Armed | Several));
  }
  /// The state after \p T became true; what is over is so for all rounds.
  static State become(TaskState T, State Now) {
    State Kept = T == TaskState::Over ? Armed : Armed | Several;
    return (Now & Kept) | static_cast<State>(T);
  }
  /// This round's start failed.
  static State failed(State Now) {
    return Now & Several ? Now : become(TaskState::None, Now);
  }

  Analysis &A;
  FunctionFlow &Flow;
  const Obligation &O;
  llvm::SmallVector<const clang::VarDecl *, 4> Locals;
  llvm::SmallPtrSet<const clang::Stmt *, 4> EndingLoops;
  /// Starts by calls whose result tells whether they started the task.
  llvm::SmallVector<std::pair<const Event *, int64_t>, 1> ReportingStarts;
  /// Starts by callees that start on some of their paths, and do not tell.
  llvm::SmallPtrSet<const Event *, 1> DoubtfulStarts;
};

} // namespace joinery

#endif // JOINERY_FLOW_OBLIGATIONS_H
