//===- UnboundedSpawnCheck.cpp - Unbounded spawn --------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnboundedSpawnCheck.h"
#include "flow/Loops.h"
#include "flow/Members.h"
#include "flow/Obligations.h"
#include "flow/Tracking.h"
#include "task/Extract.h"
#include "task/Reads.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

using joinery::model::Role;

namespace joinery {

/// Whether the loop goes round as long as somebody outside likes: its end is a
/// stop, or the answer of code that is not seen (the next connection, the next
/// message).
static bool isUnbounded(const LoopFacts &L) {
  if (L.Counts)
    return false;
  for (const LoopExit &E : L.Exits) {
    bool Outside = E.Needs.empty();
    for (const LoopCondition &C : E.Needs)
      Outside |= C.isStop() || C.What == LoopCondition::Unseen;
    if (!Outside)
      return false;
  }
  return true;
}

namespace {
/// Whether a condition in the loop looks at one of the task's counters.
struct CounterTest : RecursiveASTVisitor<CounterTest> {
  Unit &U;
  llvm::function_ref<bool(const Place &)> Ours;
  bool Found = false;
  CounterTest(Unit &U, llvm::function_ref<bool(const Place &)> Ours)
      : U(U), Ours(Ours) {}
  bool look(const Expr *E) {
    Found |= E && llvm::any_of(readsOf(U, E), Ours);
    return true;
  }
  bool VisitIfStmt(IfStmt *S) { return look(S->getCond()); }
  bool VisitWhileStmt(WhileStmt *S) { return look(S->getCond()); }
  bool VisitForStmt(ForStmt *S) { return look(S->getCond()); }
  bool VisitDoStmt(DoStmt *S) { return look(S->getCond()); }
};
} // namespace

/// Whether something in the loop holds back the next task until an earlier one
/// has ended.
static bool isBounded(Analysis &A, FunctionFlow &Flow, const Stmt *Loop,
                      const Spawn &S, const Place &Handle) {
  Unit &U = A.Tasks;
  llvm::SmallVector<Place, 4> Signals = signalsOf(A, S);
  // What the task receives, or waits for, gives room as well.
  const FunctionDecl *Body = S.Entry.body();
  bool Seen = Body && !U.inSystemHeader(Body->getLocation());
  if (Seen) {
    CallFrame Frame = U.entryFrame(S.Entry);
    for (const Event &E : U.info(Body).Events)
      if (E.Kind == EventKind::Receive || E.Kind == EventKind::TimedReceive)
        if (Place P = U.translate(E.Where, Frame))
          Signals.push_back(P);
  }
  auto Ours = [&](const Place &P) {
    for (const Place &Signal : Signals)
      if (P == Signal || mayBeSameObject(P, Signal))
        return true;
    return false;
  };
  for (const Event &E : Flow.events()) {
    if (!E.At || E.InCallable || E.Guard || !Flow.isAncestor(Loop, E.At))
      continue;
    switch (E.Kind) {
    case EventKind::Join:
    case EventKind::TimedJoin:
      return true;
    case EventKind::Wait:
    case EventKind::TimedWait:
    case EventKind::TryWait:
      if (!Seen && E.Type && E.Type->Role != Role::Condition)
        return true;
      // A future that is asked for each round makes it serial.
      if (Handle && E.Where.touches(Handle))
        return true;
      if (Ours(E.Where))
        return true;
      // A permit that code which is not seen may give back.
      if (E.Type && E.Type->Role == Role::Semaphore)
        return true;
      break;
    case EventKind::Send:
    case EventKind::TimedSend:
    case EventKind::Receive:
    case EventKind::TimedReceive:
      if (Ours(E.Where))
        return true;
      break;
    default:
      break;
    }
  }
  CounterTest Test(U, Ours);
  Test.TraverseStmt(const_cast<Stmt *>(Loop));
  if (Test.Found)
    return true;
  // In the helper that starts it.
  if (S.In != Flow.function()) {
    CounterTest Inside(U, Ours);
    Inside.TraverseStmt(S.In->getBody());
    return Inside.Found;
  }
  return false;
}

/// Whether the loop can go round again after \p S.
static bool goesRound(FunctionFlow &Flow, const Stmt *Loop, const Stmt *S) {
  llvm::SmallVector<const CFGBlock *, 16> Work;
  llvm::SmallPtrSet<const CFGBlock *, 16> Seen;
  for (const CFGBlock *B : Flow.graph())
    if (B)
      for (const CFGElement &Element : *B)
        if (auto St = Element.getAs<CFGStmt>(); St && St->getStmt() == S)
          Work.push_back(B);
  if (Work.empty())
    return true;
  while (!Work.empty()) {
    const CFGBlock *B = Work.pop_back_val();
    if (B->getLoopTarget() == Loop)
      return true;
    for (const CFGBlock::AdjacentBlock &Next : B->succs())
      if (const CFGBlock *To = Next.getReachableBlock();
          To && Seen.insert(To).second)
        Work.push_back(To);
  }
  return false;
}

void UnboundedSpawnCheck::find(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  for (const FunctionDecl *F : U.functions()) {
    // Tasks that nobody joins in the loop: given up, or put with others.
    struct Started {
      const Spawn *Task;
      const Stmt *At;
      Place Handle;
    };
    std::vector<Started> Tasks;
    for (const Event &E : U.info(F).Events) {
      if (!E.At || E.InCallable || E.Guard || !E.Loop)
        continue;
      if (E.Kind == EventKind::Detach) {
        const Spawn *Task = E.Task;
        if (!Task && !E.Self)
          for (const Event &Start : U.info(F).Events)
            if (Start.Kind == EventKind::Start && Start.Where == E.Where)
              Task = Start.Task;
        if (Task)
          Tasks.push_back({Task, E.At, E.Where});
      } else if (E.Kind == EventKind::Start && E.Task &&
                 ((E.Element && !E.From.valid()) ||
                  detachesItself(A, *E.Task))) {
        Tasks.push_back({E.Task, E.At, E.Where});
      }
    }
    if (Tasks.empty())
      continue;
    FunctionFlow *Flow = A.Paths.get(F);
    if (!Flow)
      continue;
    for (const Started &T : Tasks) {
      if (T.Task->Through && !T.Handle)
        continue;
      const LoopFacts *Around = nullptr;
      for (const LoopFacts &L : loopsIn(A, F))
        if (Flow->isAncestor(L.Loop, T.At)) {
          if (isUnbounded(L))
            Around = Around ? Around : &L;
          // A container of the loop's own is joined or gone in each round.
          if (const VarDecl *V = T.Handle.variable();
              V && Flow->declaration(V) &&
              Flow->isAncestor(L.Loop, Flow->declaration(V)) && Around &&
              T.Handle.last() && U.isContainer(T.Handle.last()->getType()))
            Around = nullptr;
        }
      if (!Around || isBounded(A, *Flow, Around->Loop, *T.Task, T.Handle))
        continue;
      if (!goesRound(*Flow, Around->Loop, T.At))
        continue;
      // The spawn itself must be in the loop when it stands in this function.
      if (T.Task->In == F && !Flow->isAncestor(Around->Loop, T.Task->At))
        continue;
      Defect D;
      D.At = operationAt(T.Task->At);
      D.Message =
          "a task is started in each round of a loop that has no end of "
          "its own, and nothing bounds how many run at once; take a "
          "permit before each, or use a pool";
      D.then(Around->Loop->getBeginLoc(), "the loop is here");
      if (T.Task->In != F)
        D.then(T.At->getBeginLoc(), "it comes to the start here");
      Found.push_back(std::move(D));
    }
  }
}

} // namespace joinery
