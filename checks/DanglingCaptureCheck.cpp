//===- DanglingCaptureCheck.cpp - Tasks that outlive the frame ------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DanglingCaptureCheck.h"
#include "flow/Members.h"
#include "flow/Obligations.h"
#include "flow/Tracking.h"
#include "task/Borrow.h"
#include "task/Extract.h"

using namespace clang;

namespace joinery {

namespace {

/// How a task comes to outlive the frame, and where.
struct Outliving {
  std::string How;
  SourceLocation At;
};

} // namespace

static bool isLocalTo(const Place &P, const FunctionDecl *F) {
  const VarDecl *V = P.variable();
  if (!V || !V->hasLocalStorage() || V->getType()->isReferenceType())
    return false;
  if (isa<ParmVarDecl>(V) && V->getType()->isPointerType())
    return false;
  return F->Encloses(V->getDeclContext()) || V->getDeclContext() == F;
}

/// Whether the task's handle or owner leaves the frame; where it is told.
static std::optional<Outliving> outlives(Analysis &A, const Spawn &S,
                                         Obligation &O) {
  Unit &U = A.Tasks;
  const FunctionDecl *F = S.In;
  if (S.Detached)
    return Outliving{"the task is detached by this call", S.At->getBeginLoc()};
  for (const Event &E : U.info(F).Events) {
    bool Mine = E.Task == &S || (S.Where == Fate::Stored && E.Where &&
                                 E.Where.touches(S.Handle));
    if (E.Kind == EventKind::Detach && Mine) {
      O.Owner = E.Owner;
      return Outliving{"the task is detached here", operationAt(E.Origin)};
    }
    if (E.Kind == EventKind::Start && E.Task == &S && !isLocalTo(E.Where, F)) {
      O.Handle = E.Where;
      return Outliving{"'" + E.Where.str() +
                           "' keeps the task beyond this function",
                       S.At->getBeginLoc()};
    }
    if (E.Kind == EventKind::MoveOut && Mine && isa<ReturnStmt>(E.At))
      return Outliving{"the task's handle is returned here",
                       E.At->getBeginLoc()};
  }
  if (detachesItself(A, S))
    return Outliving{"the task gives up its own handle", S.At->getBeginLoc()};
  if (S.Where == Fate::Returned)
    return Outliving{"the task's handle is returned here", S.At->getBeginLoc()};
  if (S.Pool && S.Where != Fate::Stored && !isLocalTo(S.Pool, F))
    return Outliving{"'" + S.Pool.str() +
                         "' runs the task beyond this function",
                     S.At->getBeginLoc()};
  return std::nullopt;
}

void DanglingCaptureCheck::find(Analysis &A, Defects &Found) {
  for (const Spawn *S : A.Tasks.spawns()) {
    if (S->Through || !S->EntryExpr)
      continue;
    std::vector<Borrow> Borrows = borrowsOf(A.Tasks, *S);
    if (Borrows.empty())
      continue;
    Obligation O;
    O.Task = S;
    O.Handle = S->Where == Fate::Stored ? S->Handle : Place();
    O.Pool = S->Pool;
    O.Signals = signalsOf(A, *S);
    auto How = outlives(A, *S, O);
    if (!How)
      continue;
    // A future or unseen entry whose end somebody here waits for.
    if (trackingOf(A, *S).Is == Tracking::Unknown)
      continue;
    FunctionFlow *Flow = A.Paths.get(S->In);
    if (!Flow)
      continue;
    ObligationQuestion Q(A, *Flow, O);
    if (!followPaths(*Flow, Q))
      continue;
    bool Kept = !isLocalTo(O.Handle, S->In) || detachesItself(A, *S);
    const TaskExit *Bad = nullptr;
    for (const TaskExit &E : Q.Exits)
      if (!E.ByCall && (E.State == TaskState::GivenUp ||
                        (E.State == TaskState::Held && Kept))) {
        Bad = &E;
        break;
      }
    if (!Bad)
      continue;
    const Borrow &First = Borrows.front();
    Defect D;
    D.At = First.At;
    std::string Name = First.Local->getNameAsString();
    D.Message = "the task can outlive '" + Name +
                "', a local of the function that starts it; " +
                (First.ByCapture ? "capture it by value" : "pass it by value") +
                ", or wait for the task before the function ends";
    D.then(First.Local->getLocation(), "'" + Name + "' is declared here");
    for (const Borrow &B : llvm::drop_begin(Borrows))
      if (B.Local != First.Local)
        D.then(B.At, "'" + B.Local->getNameAsString() + "' is used as well");
    D.then(How->At, How->How);
    D.then(Bad->Exit.Location, "'" + Name + "' is gone when this is left");
    Found.push_back(std::move(D));
  }
}

} // namespace joinery
