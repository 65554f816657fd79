//===- Obligations.cpp - What is still running at an exit -----------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Obligations.h"
#include "flow/Handles.h"
#include "flow/Tracking.h"
#include "task/Extract.h"

using namespace clang;

namespace joinery {

llvm::SmallVector<Place, 4> signalsOf(Analysis &A, const Spawn &S) {
  Unit &U = A.Tasks;
  llvm::SmallVector<Place, 4> Result;
  auto Add = [&](const Place &P) {
    if (P && !llvm::is_contained(Result, P))
      Result.push_back(P);
  };
  if (S.EntryExpr)
    if (const model::Type *T = U.heldType(S.EntryExpr->getType());
        T && T->Role == model::Role::PackagedTask)
      Add(U.placeOf(S.EntryExpr));
  const FunctionDecl *Body = S.Entry.body();
  if (!Body || U.inSystemHeader(Body->getLocation()))
    return Result;
  CallFrame Frame = U.entryFrame(S.Entry);
  for (const Event &E : U.info(Body).Events)
    switch (E.Kind) {
    case EventKind::Signal:
    case EventKind::Decrement:
    case EventKind::CountUp:
    case EventKind::Store:
    case EventKind::Send:
    case EventKind::TimedSend:
    case EventKind::Close:
      Add(U.translate(E.Where, Frame));
      break;
    default:
      break;
    }
  return Result;
}

/// Whether a helper that starts tasks in a loop, where each start can fail, has
/// a result, which may say that it started none.
static bool maySayThatNoneIs(const Event &Start, const Spawn &Task) {
  auto *Call = dyn_cast_or_null<CallExpr>(Start.At);
  return Call && Task.ReportsFailure && Task.Loop &&
         !Call->getType()->isVoidType();
}

ObligationQuestion::ObligationQuestion(Analysis &A, FunctionFlow &Flow,
                                       const Obligation &O)
    : A(A), Flow(Flow), O(O) {
  for (const Event &E : A.Tasks.info(Flow.function()).Events) {
    if (E.Kind == EventKind::Start && E.Task == O.Task && E.Success &&
        isa_and_nonnull<Expr>(E.At))
      ReportingStarts.push_back({&E, *E.Success});
    // A helper that starts it on some paths only.
    else if (E.Kind == EventKind::Start && E.Task == O.Task &&
             E.OriginIn != Flow.function() && isa_and_nonnull<Expr>(E.At))
      if (StartsOn On = startsOn(A, Flow, E);
          !On.All || maySayThatNoneIs(E, *O.Task)) {
        if (On.Result)
          ReportingStarts.push_back({&E, *On.Result});
        else
          DoubtfulStarts.insert(&E);
      }
    // A helper that gives the task up on some paths, and tells.
    if (E.Kind == EventKind::Detach && E.Task == O.Task &&
        isa_and_nonnull<Expr>(E.At))
      if (StartsOn On = startsOn(A, Flow, E); On.Result)
        ReportingStarts.push_back({&E, *On.Result});
    if (!ends(E))
      continue;
    if (E.Guard && !llvm::is_contained(Locals, E.Guard))
      Locals.push_back(E.Guard);
    if (E.Loop)
      EndingLoops.insert(E.Loop);
  }
  const SourceManager &Sources = A.Tasks.context().getSourceManager();
  llvm::sort(Locals, [&](const VarDecl *L, const VarDecl *R) {
    return L != R && Sources.isBeforeInTranslationUnit(L->getLocation(),
                                                       R->getLocation());
  });
}

/// Whether the event sees to the task's end, or may.
bool ObligationQuestion::ends(const Event &E) const {
  auto Near = [&](const Place &P) { return P && E.Where.touches(P); };
  switch (E.Kind) {
  case EventKind::Join:
  case EventKind::TimedJoin:
    return Near(O.Handle) || Near(O.Pool);
  case EventKind::Wait:
  case EventKind::TimedWait:
  case EventKind::Receive:
  case EventKind::TimedReceive:
    if (Near(O.Pool) || Near(O.Handle))
      return true;
    for (const Place &P : O.Signals)
      if (waitsFor(E, P) && (!O.Owner || O.Owner.isThis() ||
                             E.Where.touches(O.Owner) || !E.Where.variable()))
        return true;
    return false;
  case EventKind::Escape:
    if (Near(O.Handle) || Near(O.Pool) || Near(O.Owner))
      return true;
    for (const Place &P : O.Signals)
      if (E.Where.touches(P))
        return E.At != O.Task->At;
    return false;
  default:
    return false;
  }
}

PathQuestion::State ObligationQuestion::apply(const Event &E, const Stmt *S,
                                              State Now) const {
  const TaskState Kind = kindOf(Now);
  if (ends(E)) {
    if (E.InCallable)
      return Now | Armed;
    return Kind == TaskState::None ? Now : become(TaskState::Over, Now);
  }
  // The same spawn on behalf of another object is another obligation.
  bool Mine =
      E.Task == O.Task && (E.Kind != EventKind::Detach || E.Owner == O.Owner);
  if (Mine) {
    if (E.Kind == EventKind::Start && O.Handle && O.Handle != E.Where)
      return Now; // Another round of the same spawn, with a handle of its own.
    if (DoubtfulStarts.contains(&E))
      return become(TaskState::Over, Now);
    const bool IsOfMany =
        E.Element ||
        (O.Handle.last() && A.Tasks.isContainer(O.Handle.last()->getType()));
    if (E.Kind == EventKind::Start && Kind == TaskState::Held && IsOfMany)
      return Now | Several;
    if (E.Kind == EventKind::Start && Kind != TaskState::GivenUp)
      return become(TaskState::Held, Now);
    // Of a task that is over, the handle is empty.
    if (E.Kind == EventKind::Detach && Kind == TaskState::Over &&
        O.Task->Where == Fate::Stored)
      return Now;
    if (E.Kind == EventKind::Post ||
        (E.Kind == EventKind::Detach && !E.InCallable))
      return become(TaskState::GivenUp, Now);
  }
  if (Kind != TaskState::Held || !O.Handle || !E.Where.touches(O.Handle))
    return Now;
  if (E.Kind == EventKind::Detach)
    return become(TaskState::GivenUp, Now);
  if (E.Kind == EventKind::MoveOut)
    return become(isa<ReturnStmt>(S) ? TaskState::GivenUp : TaskState::Over,
                  Now);
  return Now;
}

bool neverReturns(Analysis &A, const FunctionDecl *F) {
  FunctionFlow *Flow = F->hasBody() ? A.Paths.get(F) : nullptr;
  if (!Flow)
    return false;
  for (const CFGBlock::AdjacentBlock &From : Flow->graph().getExit().preds())
    if (const CFGBlock *B = From.getReachableBlock();
        B && !B->hasNoReturnElement())
      return false;
  return true;
}

/// Whether a call is of a function of this unit that has no way back.
static bool callsForever(Analysis &A, const Stmt *S) {
  auto *Call = dyn_cast<CallExpr>(S);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  return Callee && neverReturns(A, Callee);
}

void ObligationQuestion::visit(const Stmt *S, State Now,
                               llvm::SmallVectorImpl<State> &Next) {
  if (S == O.Task->At && O.Task->Where == Fate::Returned &&
      kindOf(Now) == TaskState::None)
    Now = become(TaskState::GivenUp, Now);
  for (const Event *E : Flow.at(S)) {
    if (E->Guard)
      continue;
    if (E->Kind == EventKind::BlockForever)
      return;
    if (E->Kind == EventKind::Exit) {
      // A callee that surely ends the program; what may, is not followed.
      bool Mine = E->Origin == S;
      if (!Mine && (!Flow.function()->isMain() || !callsForever(A, S)))
        continue;
      PathExit Exit{PathExit::Return, S, Here,
                    Mine ? S->getBeginLoc() : E->Origin->getBeginLoc()};
      leave(Exit, Now, true, E->Quick);
      return;
    }
    Now = apply(*E, S, Now);
  }
  Next.push_back(Now);
}

/// Whether a condition counts itself out of what the task signals: the last of
/// all does not wait.
bool ObligationQuestion::countsDown(const Stmt *S) const {
  if (!S)
    return false;
  for (const Event *E : Flow.at(S))
    if (E->Kind == EventKind::Decrement && E->Where &&
        llvm::is_contained(O.Signals, E->Where))
      return true;
  return llvm::any_of(S->children(),
                      [&](const Stmt *Child) { return countsDown(Child); });
}

std::optional<PathQuestion::State>
ObligationQuestion::refine(const Expr *Condition, bool Truth, State Now) {
  const TaskState Kind = kindOf(Now);
  const Expr *E = valueOf(Condition);
  if (O.Handle)
    for (const Event *Seen : Flow.at(E))
      if (Seen->Kind == EventKind::Test && Seen->Where.touches(O.Handle)) {
        if (!Truth && Kind == TaskState::Held)
          return std::nullopt;
        if (Truth && Kind == TaskState::None && Seen->Where == O.Handle)
          return std::nullopt;
      }
  if (Kind != TaskState::Held && Kind != TaskState::GivenUp)
    return Now;
  if (countsDown(E))
    return become(TaskState::Over, Now);
  if (O.Handle && O.Handle.last() &&
      A.Tasks.isContainer(O.Handle.last()->getType()))
    if (auto Empty = emptyTest(E, Truth, O.Handle, A.Tasks); Empty && *Empty)
      return (Now & Armed) | static_cast<State>(TaskState::None);
  // A C call, or a helper around one, that did not start the task.
  if (O.Task->ReportsFailure && O.Task->In == Flow.function() &&
      provesFailure(E, Truth, O.Task->At, Flow))
    return failed(Now);
  for (const auto &[Start, Success] : ReportingStarts)
    if (provesFailure(E, Truth, cast<Expr>(Start->At), Flow, Success))
      return failed(Now);
  return Now;
}

PathQuestion::State ObligationQuestion::leaveLoop(const Stmt *Loop, State Now) {
  if (EndingLoops.count(Loop) && kindOf(Now) != TaskState::None &&
      !(O.Task->Loop == Loop && O.Task->In == Flow.function()))
    return become(TaskState::Over, Now);
  return Now;
}

PathQuestion::State ObligationQuestion::destroy(const VarDecl *V, const Stmt *,
                                                bool, const Trail *,
                                                State Now) {
  if (!llvm::is_contained(Locals, V))
    return Now;
  for (const Event &E : A.Tasks.info(Flow.function()).Events)
    if (E.Guard == V)
      Now = apply(E, E.At, Now);
  return Now;
}

void ObligationQuestion::exit(const PathExit &Exit, State Now) {
  leave(Exit, Now, false, false);
}

void ObligationQuestion::leave(const PathExit &Exit, State Now, bool ByCall,
                               bool Quick) {
  TaskExit T;
  T.Exit = Exit;
  T.State = kindOf(Now);
  if ((Now & Armed) && !Quick)
    T.State = TaskState::Over;
  T.ByCall = ByCall;
  T.Quick = Quick;
  Exits.push_back(T);
}

} // namespace joinery
