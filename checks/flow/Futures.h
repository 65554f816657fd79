//===- Futures.h - The life of a future on the paths of a function -*- C++
//-*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A future is empty, running, possibly or certainly timed out, read, or gone.
// Comparisons of a timed wait's result refine the state, also through a
// variable or a switch.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_FUTURES_H
#define JOINERY_FLOW_FUTURES_H

#include "flow/Handles.h"

namespace joinery {

/// What the result of a timed operation is compared with.
enum class TimedResult { Unknown, Done, GaveUp };

/// What it means for the timed call \p Call that \p Condition turned out as
/// \p Truth: comparisons with the enumerators of its result, the truth of a
/// bool or optional, directly or through a variable of the function.
TimedResult timedResult(const clang::Expr *Condition, bool Truth,
                        const clang::Expr *Call, FunctionFlow &Flow);
/// The same for a case label of a switch over \p Condition.
TimedResult timedCase(const clang::Expr *Condition, const clang::Expr *Value,
                      const clang::Expr *Call, FunctionFlow &Flow);

/// The variables and `this` that a task was given by reference, pointer or
/// capture.
struct Given {
  llvm::SmallPtrSet<const clang::VarDecl *, 4> Variables;
  bool This = false;
};
Given givenTo(Analysis &A, const Spawn &S);

struct FutureLoss {
  enum Kind { Unread, TimedOut, Overwritten };
  Kind How;
  const Event *Start = nullptr; ///< Of the task.
  const Event *Wait = nullptr;  ///< The timed wait that gave up.
  clang::SourceLocation At;
  const Trail *Path = nullptr;
};

class FutureQuestion : public PathQuestion {
public:
  FutureQuestion(Analysis &A, FunctionFlow &Flow, Place Subject,
                 const clang::VarDecl *Owner);

  void visit(const clang::Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override;
  std::optional<State> refine(const clang::Expr *Condition, bool Truth,
                              State Now) override;
  std::optional<State> refineCase(const clang::Expr *Condition,
                                  const clang::Expr *Value, State Now) override;
  State leaveLoop(const clang::Stmt *Loop, State Now) override;
  State destroy(const clang::VarDecl *V, const clang::Stmt *Cause,
                bool Unwinding, const Trail *Path, State Now) override;
  llvm::ArrayRef<const clang::VarDecl *> locals() override { return Locals; }

  std::vector<FutureLoss> Losses;

private:
  // The low bits are the kind, then the index of the start, then of the wait.
  enum Kind : State { Empty, Running, Maybe, GaveUp, Read, Gone };
  static Kind kind(State S) { return Kind(S & 7); }
  static State with(State S, Kind K) { return (S & ~State(7)) | K; }
  const Event *start(State S) const { return Starts[(S >> 3) & 255]; }
  const Event *wait(State S) const { return Waits[(S >> 11) & 255]; }
  void lose(FutureLoss::Kind How, State Now, clang::SourceLocation At,
            const Trail *Path);
  bool asksToStop(const clang::Stmt *S, State Now) const;
  bool startsSometimes(const Event &E) const;
  bool waitsAgain(const Event &E) const;

  Analysis &A;
  FunctionFlow &Flow;
  Place Subject;
  const clang::VarDecl *Owner;
  bool IsContainer = false;
  std::vector<const Event *> Starts{nullptr}, Waits{nullptr};
  llvm::DenseMap<const Spawn *, Given> Gifts;
  llvm::SmallVector<const clang::VarDecl *, 1> Locals;
  llvm::SmallPtrSet<const clang::Stmt *, 4> EndingLoops;
};

} // namespace joinery

#endif // JOINERY_FLOW_FUTURES_H
