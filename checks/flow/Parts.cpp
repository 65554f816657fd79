//===- Parts.cpp - What a task runs of its unit ---------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Parts.h"
#include "task/Bounds.h"
#include "task/Extract.h"
#include "task/Uses.h"

using namespace clang;
using joinery::model::Role;

namespace joinery {

/// Parts of a task beyond these are not looked at.
static constexpr size_t MaxParts = 64;

Place TaskPart::outside(Unit &U, Place P) const {
  for (const CallFrame &Frame : llvm::reverse(Frames)) {
    if (!P)
      return P;
    P = U.translate(P, Frame);
  }
  return P;
}

std::vector<TaskPart> partsOf(Analysis &A, const Spawn &S) {
  Unit &U = A.Tasks;
  std::vector<TaskPart> Parts;
  const FunctionDecl *Body = S.Entry.body();
  if (!Body || U.inSystemHeader(Body->getLocation()))
    return Parts;
  TaskPart Entry;
  Entry.Function = Body;
  Entry.Frames.push_back(U.entryFrame(S.Entry));
  Parts.push_back(std::move(Entry));
  llvm::SmallPtrSet<const FunctionDecl *, 16> Seen{Body};
  for (size_t I = 0; I != Parts.size() && Parts.size() < MaxParts; ++I)
    for (const Called &Call : U.info(Parts[I].Function).Calls) {
      const FunctionDecl *Callee = nullptr;
      if (Call.Later || !Call.Frame.Callee ||
          !Call.Frame.Callee->hasBody(Callee) ||
          // A coroutine runs as far as it is asked to.
          isa<CoroutineBodyStmt>(Callee->getBody()) ||
          !Seen.insert(Callee).second)
        continue;
      TaskPart Next;
      Next.Function = Callee;
      Next.Frames = Parts[I].Frames;
      Next.Frames.push_back(Call.Frame);
      Parts.push_back(std::move(Next));
    }
  if (Parts.size() >= MaxParts)
    hitBound("functions that the task calls", Body);
  return Parts;
}

std::vector<Place> placesUsedBy(Analysis &A, const Spawn &S) {
  Unit &U = A.Tasks;
  std::vector<Place> Result;
  for (const TaskPart &Part : partsOf(A, S))
    for (const Place &P : placesNamedIn(U, Part.Function))
      if (Place Outside = Part.outside(U, P);
          Outside && !llvm::is_contained(Result, Outside))
        Result.push_back(Outside);
  return Result;
}

std::vector<const Stmt *> callsTo(Analysis &A, const FunctionDecl *From,
                                  const FunctionDecl *To) {
  struct Step {
    const FunctionDecl *Function;
    size_t Before;
    const Stmt *Call;
  };
  std::vector<Step> Steps{{From, 0, nullptr}};
  llvm::SmallPtrSet<const FunctionDecl *, 16> Seen{From};
  for (size_t I = 0; I != Steps.size() && I < MaxParts; ++I) {
    if (Steps[I].Function == To) {
      std::vector<const Stmt *> Result;
      for (size_t At = I; At != 0; At = Steps[At].Before)
        Result.push_back(Steps[At].Call);
      std::reverse(Result.begin(), Result.end());
      return Result;
    }
    for (const Called &Call : A.Tasks.info(Steps[I].Function).Calls) {
      const FunctionDecl *Callee = nullptr;
      if (Call.Frame.Callee && Call.Frame.Callee->hasBody(Callee) &&
          Seen.insert(Callee).second)
        Steps.push_back({Callee, I, Call.At});
    }
  }
  return {};
}

Written writtenIn(Analysis &A, const FunctionDecl *F, const Event &E) {
  const FunctionDecl *In = F;
  const Event *Here = &E;
  for (unsigned Depth = 0; Depth != 8; ++Depth) {
    if (Here->OriginIn == In || !Here->Origin)
      return {In, Here, Here->Origin};
    const Event *Inner = nullptr;
    const FunctionDecl *Callee = nullptr;
    for (const Called &Call : A.Tasks.info(In).Calls) {
      if (Call.At != Here->At || !Call.Frame.Callee)
        continue;
      // A member of the object that the event is about, or of a part of the
      // function's own object; a guard.
      const Place &Object = Call.Frame.Object;
      if (isa<CXXConstructorDecl>(Call.Frame.Callee) ||
          (Object && !(Object.isThis() && Object.path().empty()) &&
           Here->Where.within(Object)))
        return {In, Here, Here->At};
      for (const Event &Candidate : A.Tasks.info(Call.Frame.Callee).Events)
        if (Candidate.Origin == Here->Origin && Candidate.Kind == Here->Kind) {
          Inner = &Candidate;
          Callee = Call.Frame.Callee;
          break;
        }
    }
    if (!Inner)
      return {In, Here, Here->At};
    Here = Inner;
    In = Callee;
  }
  return {In, Here, Here->At};
}

const Stmt *writtenAt(Analysis &A, const FunctionDecl *F, const Event &E) {
  return writtenIn(A, F, E).At;
}

bool isOwnToken(const Spawn &S, const TaskPart &Part, const Place &P) {
  auto *Parameter = dyn_cast_or_null<ParmVarDecl>(P.variable());
  if (!Parameter || Part.Frames.empty())
    return false;
  // Followed outwards through the calls, by position.
  for (size_t I = Part.Frames.size(); I-- > 0;) {
    const CallFrame &Frame = Part.Frames[I];
    const auto *Owner = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
    if (!Owner || !Frame.Callee ||
        Owner->getCanonicalDecl() != Frame.Callee->getCanonicalDecl())
      return false;
    unsigned Index = Parameter->getFunctionScopeIndex();
    if (Index >= Frame.Arguments.size())
      return false;
    const Expr *Argument = Frame.Arguments[Index];
    if (!Argument)
      return I == 0;
    auto *Ref = dyn_cast<DeclRefExpr>(valueOf(Argument));
    if (auto *Copy = dyn_cast<CXXConstructExpr>(valueOf(Argument));
        !Ref && Copy && Copy->getNumArgs() == 1)
      Ref = dyn_cast<DeclRefExpr>(valueOf(Copy->getArg(0)));
    Parameter = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
    if (!Parameter)
      return false;
  }
  return false;
}

} // namespace joinery
