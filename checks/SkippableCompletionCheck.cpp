//===- SkippableCompletionCheck.cpp - Skippable completion ----------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "SkippableCompletionCheck.h"
#include "flow/Loops.h"
#include "flow/Parts.h"
#include "flow/Tracking.h"
#include "task/Extract.h"

using namespace clang;

using joinery::model::Role;

namespace joinery {

SkippableCompletionCheck::SkippableCompletionCheck(
    StringRef Name, tidy::ClangTidyContext *Context,
    std::shared_ptr<UnitCache> Units)
    : JoineryCheck(Name, Context, std::move(Units)),
      AssumeCallsMayThrow(Options.get("AssumeCallsMayThrow", false)) {}

void SkippableCompletionCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  JoineryCheck::storeOptions(Opts);
  Options.store(Opts, "AssumeCallsMayThrow", AssumeCallsMayThrow);
}

/// Whether an event is a completion signal that somebody may count on.
static bool isCompletion(const Event &E) {
  if (E.Kind == EventKind::Decrement)
    return true;
  if (E.Kind != EventKind::Signal || !E.Type)
    return false;
  switch (E.Type->Role) {
  case Role::Promise:
  case Role::WaitGroup:
  case Role::Latch:
  case Role::Barrier:
  case Role::Semaphore:
  case Role::Event:
    return true;
  default:
    return false;
  }
}

/// An untimed wait on the object, or on the future of a promise.
static const Event *waitOn(Analysis &A, const Spawn &S, const Place &Signal,
                           const FunctionDecl *Entry, bool Counter) {
  Unit &U = A.Tasks;
  llvm::SmallVector<Place, 2> Awaited{Signal};
  for (const Event &E : U.info(S.In).Events)
    if (E.Kind == EventKind::GetFuture && E.Where == Signal && E.From)
      Awaited.push_back(E.From);
  for (const FunctionDecl *F : U.functions()) {
    if (F == Entry)
      continue;
    for (const Event &E : U.info(F).Events)
      if (E.Kind == EventKind::Wait && !E.InCallable &&
          !(Counter && looksAtMore(U, E)))
        for (const Place &P : Awaited)
          if (waitsFor(E, P))
            return &E;
  }
  return nullptr;
}

/// Whether the promise dies with the task, which wakes its waiter.
static bool isGivenAway(Unit &U, const Spawn &S, const Place &Promise) {
  for (const Event &E : U.info(S.In).Events)
    if (E.Kind == EventKind::MoveOut && E.Where == Promise)
      return true;
  // The last of several owners may be the task.
  const ValueDecl *Last = Promise.last();
  if (!Last || U.isSharingPointer(Last->getType()))
    return true;
  if (S.Entry.Lambda)
    for (const LambdaCapture &C : S.Entry.Lambda->captures())
      if (C.capturesVariable() && C.getCaptureKind() == LCK_ByCopy)
        if (auto *V = dyn_cast<VarDecl>(C.getCapturedVar());
            V && U.isSharingPointer(V->getType()) &&
            U.placeOfDecl(V) == Promise)
          return true;
  return false;
}

static bool isDetached(Analysis &A, const Spawn &S) {
  if (S.Detached)
    return true;
  for (const Event &E : A.Tasks.info(S.In).Events)
    if (E.Kind == EventKind::Detach &&
        (E.Task == &S || (S.Where == Fate::Stored && E.Where == S.Handle)))
      return true;
  return false;
}

/// Whether the wait, too, is left out where the task passes its signal by.
static bool asksTheSame(Analysis &A, const Event &Wait, const Passing &Passed) {
  FunctionFlow *Flow =
      Passed.Unset.empty() ? nullptr : A.Paths.get(Wait.OriginIn);
  if (!Flow)
    return false;
  const Stmt *Child = Wait.Origin;
  for (const Stmt *S = Flow->parent(Child); S; Child = S, S = Flow->parent(S))
    if (auto *If = dyn_cast<IfStmt>(S); If && If->getThen() == Child)
      if (auto *Ref = dyn_cast<DeclRefExpr>(valueOf(If->getCond()));
          Ref && llvm::is_contained(Passed.Unset, Ref->getDecl()))
        return true;
  return false;
}

/// Whether the signal answers one round of a loop that serves what comes: it
/// can be raised again, and no count or range says how often.
static bool isOfARound(Analysis &A, const FunctionDecl *Body, const Event &E) {
  FunctionFlow *Flow = A.Paths.get(Body);
  const LoopFacts *Around = nullptr;
  for (const LoopFacts &L : loopsIn(A, Body))
    if (Flow && E.At && Flow->isAncestor(L.Loop, E.At))
      Around = &L;
  if (!Around || Around->Counts)
    return false;
  const CFGBlock *At = nullptr;
  for (const CFGBlock *B : Flow->graph())
    for (const CFGElement &Element : *B)
      if (auto S = Element.getAs<CFGStmt>(); S && S->getStmt() == E.At)
        At = B;
  llvm::SmallPtrSet<const CFGBlock *, 16> Seen;
  llvm::SmallVector<const CFGBlock *, 16> Work;
  if (At)
    Work.push_back(At);
  while (!Work.empty())
    for (const CFGBlock::AdjacentBlock &Next : Work.pop_back_val()->succs())
      if (const CFGBlock *B = Next.getReachableBlock()) {
        if (B == At)
          return true;
        if (Seen.insert(B).second)
          Work.push_back(B);
      }
  return false;
}

void SkippableCompletionCheck::find(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  for (const Spawn *S : U.spawns()) {
    const FunctionDecl *Body = S->Entry.body();
    if (S->Through || !Body || U.inSystemHeader(Body->getLocation()))
      continue;
    const model::Type *Entry =
        S->EntryExpr ? U.heldType(S->EntryExpr->getType()) : nullptr;
    bool Captures = S->IsAsync || S->onThrow() == model::OnThrow::Capture ||
                    (Entry && Entry->Role == Role::PackagedTask);
    CallFrame Frame = U.entryFrame(S->Entry);
    std::vector<Place> Done;
    for (const Event &E : U.info(Body).Events) {
      if (!isCompletion(E) || E.InCallable || E.Guard || !E.Where ||
          !E.Origin || llvm::is_contained(Done, E.Where))
        continue;
      Done.push_back(E.Where);
      Place Outside = U.translate(E.Where, Frame);
      if (!Outside)
        continue;
      bool Own = false, ByGuard = false;
      const Event *Last = &E;
      for (const Event &Other : U.info(Body).Events) {
        if (Other.Where != E.Where)
          continue;
        // A lock, a permit or a count that the task itself takes.
        Own |= Other.Kind == EventKind::Wait ||
               Other.Kind == EventKind::TimedWait ||
               Other.Kind == EventKind::TryWait ||
               Other.Kind == EventKind::CountUp;
        ByGuard |= Other.Guard || Other.InCallable;
        if (isCompletion(Other) && Other.Origin && !Other.Guard)
          Last = &Other;
      }
      if (Own || ByGuard || isOfARound(A, Body, *Last))
        continue;
      if (E.Type && E.Type->Role == Role::Promise &&
          isGivenAway(U, *S, Outside))
        continue;
      const Event *Wait =
          waitOn(A, *S, Outside, Body, E.Kind == EventKind::Decrement);
      FunctionFlow *Flow = Wait ? A.Paths.get(Body) : nullptr;
      if (!Flow)
        continue;
      Passing Passed = passedBy(A, *Flow, E.Where, AssumeCallsMayThrow);
      auto Skips = [&] {
        return Passed.Complete && Passed.Signals &&
               (Passed.ByReturn.isValid() ||
                (Captures && Passed.ByThrow.isValid()));
      };
      if (!Skips()) {
        // In the function that the entry hands the work to.
        Written Where = writtenIn(A, Body, *Last);
        FunctionFlow *Inside =
            Where.In && Where.In != Body ? A.Paths.get(Where.In) : nullptr;
        if (!Passed.Complete || !Passed.Signals || !Inside)
          continue;
        Passed = passedBy(A, *Inside, Where.What->Where, AssumeCallsMayThrow);
        if (!Skips())
          continue;
      }
      if (asksTheSame(A, *Wait, Passed))
        continue;
      // Given up: that it is not tracked is the defect.
      if (isDetached(A, *S))
        continue;
      Defect D;
      D.At = operationAt(writtenAt(A, Body, *Last));
      std::string Name = Outside.str();
      D.Message = "a path of the task ends without this signal, and who waits "
                  "for '" +
                  Name +
                  "' waits for ever; signal by a destructor on every path";
      D.then(S->At->getBeginLoc(), "the task is started here");
      for (const auto &[At, Text] : Passed.Path)
        D.then(At, Text);
      if (Passed.ByReturn.isValid())
        D.then(Passed.ByReturn, "it ends here without the signal");
      else
        D.then(Passed.ByThrow, "an exception here passes the signal by");
      D.then(operationAt(Wait->Origin), "'" + Name + "' is waited for here");
      Found.push_back(std::move(D));
    }
  }
}

} // namespace joinery
