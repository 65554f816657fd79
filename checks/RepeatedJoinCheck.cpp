//===- RepeatedJoinCheck.cpp - Repeated join ------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "RepeatedJoinCheck.h"
#include "flow/Parts.h"
#include "flow/Repeats.h"
#include "task/Extract.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

using joinery::model::Role;

namespace joinery {

namespace {

/// Whether a container of handles is joined as a whole, and then once more.
class AllJoinedQuestion : public PathQuestion {
public:
  AllJoinedQuestion(FunctionFlow &Flow, const Place &Subject,
                    const llvm::DenseMap<const Stmt *, const Event *> &Loops)
      : Flow(Flow), Subject(Subject), Loops(Loops) {}

  void visit(const Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    for (const Event *E : Flow.at(S)) {
      if (E->Kind == EventKind::Exit)
        return;
      if (!E->Where || !E->Where.touches(Subject) || E->Kind == EventKind::Test)
        continue;
      auto Joining = Loops.find(E->Loop);
      if (Joining == Loops.end() || Joining->second != E || E->InCallable)
        Now = 0;
    }
    Next.push_back(Now);
  }

  State leaveLoop(const Stmt *Loop, State Now) override {
    auto Joining = Loops.find(Loop);
    if (Joining == Loops.end())
      return Now;
    if (Now)
      Again.insert(Joining->second);
    return 1;
  }

  llvm::SmallPtrSet<const Event *, 2> Again;

private:
  FunctionFlow &Flow;
  const Place &Subject;
  const llvm::DenseMap<const Stmt *, const Event *> &Loops;
};

} // namespace

/// Loops over one container that join its elements one after the other.
static void findLoops(Analysis &A, const FunctionDecl *F, Defects &Found) {
  Unit &U = A.Tasks;
  FunctionFlow *Flow = nullptr;
  std::vector<Place> Done;
  for (const Event &First : U.info(F).Events) {
    auto *Range = dyn_cast_or_null<CXXForRangeStmt>(First.Loop);
    if (First.Kind != EventKind::Join || !Range || First.InCallable ||
        First.OriginIn != F || llvm::is_contained(Done, First.Where))
      continue;
    Done.push_back(First.Where);
    llvm::DenseMap<const Stmt *, const Event *> Loops;
    bool Tested = false;
    for (const Event &E : U.info(F).Events) {
      auto *Over = dyn_cast_or_null<CXXForRangeStmt>(E.Loop);
      if (!Over || E.Where != First.Where ||
          U.placeOf(Over->getRangeInit()) != E.Where)
        continue;
      Tested |= E.Kind == EventKind::Test;
      if (E.Kind == EventKind::Join && E.OriginIn == F && !E.InCallable)
        Loops[Over] = &E;
    }
    if (Loops.size() < 2 || Tested)
      continue;
    if (!Flow && !(Flow = A.Paths.get(F)))
      return;
    AllJoinedQuestion Q(*Flow, First.Where, Loops);
    if (!followPaths(*Flow, Q))
      continue;
    for (const Event *Second : Q.Again) {
      Defect D;
      D.At = operationAt(Second->Origin);
      D.Message = "the handles of '" + First.Where.str() +
                  "' are joined after all of them were joined; test them "
                  "first, or do this once";
      for (const auto &Other : Loops)
        if (Other.second != Second)
          D.then(operationAt(Other.second->Origin), "they are joined here");
      Found.push_back(std::move(D));
    }
  }
}

static const char *toldBefore(Held H) {
  switch (H) {
  case Held::Joined:
    return "after it was joined";
  case Held::Detached:
    return "after it was detached";
  case Held::Moved:
    return "after its task was moved to another handle";
  default:
    return "before any task was started with it";
  }
}

static void findIn(Analysis &A, const FunctionDecl *F, Defects &Found) {
  for (const Repeat &R : repeatsIn(A, F)) {
    Defect D;
    D.At = operationAt(R.Second);
    D.Message = "'" + R.Handle.str() + "' is " +
                (R.Detaches ? "detached" : "joined") + " " +
                toldBefore(R.Before) + "; " +
                (R.Before == Held::Nothing ? "start it" : "test it") +
                " first, or do this once";
    if (R.First)
      D.then(operationAt(R.First),
             R.Before == Held::Moved    ? "its task is moved away here"
             : R.Before == Held::Joined ? "it is joined here"
                                        : "it is detached here");
    else if (const VarDecl *V = R.Handle.variable())
      D.then(V->getLocation(), "it is declared here, without a task");
    Found.push_back(std::move(D));
  }
}

/// Whether code compares its own id with that of a handle.
static bool asksWhoItIs(Unit &U, const FunctionDecl *F) {
  struct Finder : RecursiveASTVisitor<Finder> {
    Unit &U;
    explicit Finder(Unit &U) : U(U) {}
    bool VisitCallExpr(CallExpr *C) {
      if (const FunctionDecl *Callee = C->getDirectCallee())
        if (auto Meaning = U.lookup().call(Callee))
          Found |= Meaning->Does == model::Op::SelfHandle;
      return true;
    }
    bool Found = false;
  };
  Finder Find(U);
  Find.TraverseStmt(F->getBody());
  return Find.Found;
}

/// Tasks that join themselves.
static void findSelf(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  for (const Spawn *S : U.spawns()) {
    const FunctionDecl *Body = S->Entry.body();
    if (S->Through || !Body || U.inSystemHeader(Body->getLocation()))
      continue;
    bool Single = S->Where == Fate::Stored && !S->IntoContainer &&
                  S->Handle.last() &&
                  !U.isContainer(S->Handle.last()->getType()) && !S->Loop;
    for (const FieldDecl *Field : S->Handle.path())
      Single &= !U.isContainer(Field->getType());
    CallFrame Frame = U.entryFrame(S->Entry);
    for (const Event &E : U.info(Body).Events) {
      if (E.Kind != EventKind::Join || E.InCallable || E.Guard || E.Element ||
          !E.Origin)
        continue;
      bool Own = E.Self;
      if (!Own && Single && S->Type && S->Type->Role == Role::Thread)
        Own = U.translate(E.Where, Frame) == S->Handle;
      if (!Own || (!E.Self && asksWhoItIs(U, E.OriginIn)) ||
          asksWhoItIs(U, Body) != E.Self)
        continue;
      Defect D;
      D.At = operationAt(E.Origin);
      D.Message = "the task joins itself here, which can never end; leave the "
                  "join to its owner";
      D.then(S->At->getBeginLoc(), "the task is started here");
      for (const Stmt *Call : callsTo(A, Body, E.OriginIn))
        D.then(Call->getBeginLoc(), "the entry comes here");
      Found.push_back(std::move(D));
    }
  }
}

void RepeatedJoinCheck::find(Analysis &A, Defects &Found) {
  for (const FunctionDecl *F : A.Tasks.functions()) {
    findIn(A, F, Found);
    findLoops(A, F, Found);
  }
  findSelf(A, Found);
}

} // namespace joinery
