//===- Task.h - Spawns, entries and events of a unit -----------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What calls mean, once the model has been asked: plain structs that say what
// is started, what happens to which object, and where. Checks read these and
// never traverse the AST.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_TASK_TASK_H
#define JOINERY_TASK_TASK_H

#include "model/Model.h"
#include "task/Place.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/Stmt.h"
#include <vector>

namespace joinery {

struct Spawn;

/// A callable that is known: its body and what its parameters and its object
/// are in the frame that made it.
struct Callable {
  /// The function, method or lambda call operator; null when unknown.
  const clang::FunctionDecl *Function = nullptr;
  const clang::LambdaExpr *Lambda = nullptr;
  /// Arguments by parameter index, in the frame that made the callable.
  llvm::SmallVector<const clang::Expr *, 4> Arguments;
  /// The object of a member function or functor.
  const clang::Expr *Object = nullptr;
  /// A modelled member (`&std::thread::join`) instead of a body.
  std::optional<model::Meaning> Modelled;
  /// The packaged task or callable variable that this was reached through.
  const clang::VarDecl *Variable = nullptr;

  explicit operator bool() const { return Function || Modelled; }
  /// The definition, or null when this unit does not have it.
  const clang::FunctionDecl *body() const;
};

/// Where the handle of a spawn ends up.
enum class Fate : unsigned char {
  Unknown,   ///< Handed to code that is not understood: it has an owner.
  Discarded, ///< The call's result is dropped at once.
  Chained, ///< A member is called on the temporary: `std::thread(f).detach()`.
  Stored,  ///< In the place `Handle`.
  Returned,
  None, ///< There is no handle: the task is given up by the call itself, or a
        ///< pool keeps it.
};

/// The expression that starts a task.
struct Spawn {
  const clang::Expr *At = nullptr;
  const clang::FunctionDecl *In = nullptr; ///< The function around it.
  const model::Type *Type = nullptr;       ///< Of the handle or pool.
  const model::Function *Function = nullptr;
  Callable Entry;
  const clang::Expr *EntryExpr = nullptr;
  Fate Where = Fate::Unknown;
  Place Handle;                ///< For Fate::Stored.
  Place Pool;                  ///< The pool or scope that runs the task.
  bool Detached = false;       ///< The call itself gives the task up.
  bool Deferred = false;       ///< launch::deferred: runs when asked.
  bool IsAsync = false;        ///< Its future's destructor waits.
  bool IntoContainer = false;  ///< The handle became one element of several.
  bool ReportsFailure = false; ///< A status result tells whether it started.
  /// For a call of a helper that returns an async future, or of a wrapper that
  /// starts what it is given: the spawn inside.
  const Spawn *Through = nullptr;
  bool Forwarded = false; ///< Through a wrapper: the entry is the call's own.
  /// The call's arguments, and which of them are the entry and what it gets.
  llvm::SmallVector<const clang::Expr *, 2> Given;
  unsigned EntryIndex = 0, FirstArgument = 1;
  const clang::Stmt *Loop = nullptr; ///< Innermost loop around it.

  model::OnThrow onThrow() const {
    return Type       ? Type->OnThrow
           : Function ? Function->OnThrow
                      : model::OnThrow::Terminate;
  }
};

enum class EventKind : unsigned char {
  Start, ///< The place begins to hold a running task.
  Post,  ///< The pool at the place gets a task.
  Join,
  TimedJoin,
  Detach,
  Test,    ///< joinable(), valid(): no change, but a refinement in conditions.
  MoveOut, ///< The place gave its task to another owner.
  Escape,  ///< Code that is not seen may do anything with the object.
  Reset,   ///< Emptied: cleared, reset, destroyed.
  Release, ///< Ownership dropped without ending the task.
  Signal,
  Wait,
  TimedWait,
  TryWait,
  CountUp,
  Decrement, ///< Of a counter; a completion signal when somebody waits for it.
  Store,     ///< To a flag or an atomic.
  Send,
  TimedSend, ///< try-, timed- or stoppable: does not block for ever.
  Receive,
  TimedReceive,
  Close,
  RequestStop,
  TestStop, ///< A stop token or source is asked.
  Sleep,    ///< A pause that nothing cuts short.
  StopPool, ///< A pool is told to drop queued work.
  Exit,     ///< The program ends here.
  BlockForever,
  Throw,
  MayThrow, ///< A call of code that is not seen and not noexcept.
  GetFuture,
  Initialize,   ///< The object begins with a count.
  MarkDetached, ///< An attribute object will make tasks detached.
};

/// Something that happens to an object at a point of a function: done by the
/// expression itself, or by a visible callee and translated to the caller.
struct Event {
  EventKind Kind;
  Place Where;
  /// The expression or statement of *this* function at which it happens; an
  /// element of its CFG.
  const clang::Stmt *At = nullptr;
  /// The primitive expression, possibly in a callee.
  const clang::Expr *Origin = nullptr;
  /// The function in which `Origin` stands.
  const clang::FunctionDecl *OriginIn = nullptr;
  const Spawn *Task = nullptr;       ///< For Start (and Detach of a temporary).
  const model::Type *Type = nullptr; ///< The modelled type of the object.
  const clang::Stmt *Loop =
      nullptr; ///< Innermost loop of this function around it.
  /// Start by a move: where it came from. GetFuture: where the future is kept.
  Place From;
  /// Done by the destructor of this variable of the same function.
  const clang::VarDecl *Guard = nullptr;
  /// The object on whose behalf a task was given up (Detach), translated like
  /// `Where`.
  Place Owner;
  /// A stop token or source that ends a wait (condition_variable_any::wait).
  Place Stop;
  bool Element = false; ///< To one element of the place.
  bool Status = false;  ///< The callee's result tells whether it happened.
  /// With Status: the result that means so; none when that cannot be told.
  std::optional<long> Success;
  bool InCallable = false; ///< In a callable that something calls later.
  bool Caught = false;     ///< Throw: a handler of this function takes it.
  bool Quick = false;      ///< Exit: neither handlers nor destructors run.
  bool Repeated = false;   ///< In a loop of the callee that does it.
  bool Self = false;       ///< Of the calling task itself (pthread_self).
};

} // namespace joinery

#endif // JOINERY_TASK_TASK_H
