//===- Answers.cpp - What a unit knows of its tasks -----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Answers.h"
#include "flow/Handles.h"
#include "flow/Stops.h"
#include "flow/Tracking.h"
#include "task/Duration.h"
#include "llvm/Support/FormatVariadic.h"

using namespace clang;
using joinery::model::OnDestroy;

namespace joinery::facts {

static std::string nameOf(Unit &U, const FunctionDecl *F) {
  F = F ? U.outermost(F) : nullptr;
  return F ? F->getQualifiedNameAsString() : "";
}

/// "app::Server::worker", "'t' in main"; empty for what has no name.
static std::string nameOf(Unit &U, const Place &P, const FunctionDecl *In) {
  if (!P.path().empty())
    return P.path().back()->getQualifiedNameAsString();
  const VarDecl *V = P.variable();
  if (!V)
    return "";
  if (V->hasGlobalStorage() && !V->isStaticLocal())
    return V->getQualifiedNameAsString();
  if (V->isStaticLocal())
    In = dyn_cast<FunctionDecl>(V->getDeclContext());
  return "'" + V->getNameAsString() + "' in " + nameOf(U, In);
}

/// The event of the unit that gives up the task's handle, or null.
static const Event *detachOf(Analysis &A, const Spawn &S) {
  for (const FunctionDecl *F : A.Tasks.functions())
    for (const Event &E : A.Tasks.info(F).Events)
      if (E.Kind == EventKind::Detach && E.OriginIn == F &&
          llvm::is_contained(tasksOf(A, F, E), &S))
        return &E;
  return nullptr;
}

static Told ownerOf(Analysis &A, const Spawn &S, bool GivenUp,
                    const Tracking &How) {
  Unit &U = A.Tasks;
  if (GivenUp) {
    if (How.Is != Tracking::Tracked)
      return How.Is == Tracking::Unknown ? Told() : Told::nobody();
    std::string By = nameOf(U, How.Signal, S.In);
    return By.empty() ? Told() : Told::known("tracked by " + By);
  }
  if (S.Pool) {
    std::string Pool = nameOf(U, S.Pool, S.In);
    return Pool.empty() ? Told() : Told::known(Pool);
  }
  switch (S.Where) {
  case Fate::Stored: {
    const VarDecl *V = S.Handle.variable();
    std::string Name = nameOf(U, S.Handle, S.In);
    if (Name.empty() || isa_and_nonnull<ParmVarDecl>(V))
      return {};
    return Told::known(Name);
  }
  case Fate::Returned:
    return {Worth::Unknown, "the caller of " + nameOf(U, S.In)};
  case Fate::Discarded:
    return Told::nobody();
  default:
    return {};
  }
}

static Told stopOf(Analysis &A, const Spawn &S) {
  Unit &U = A.Tasks;
  if (!S.Entry.body() || U.inSystemHeader(S.Entry.body()->getLocation()))
    return {};
  const Stmt *Endless = withoutBound(A, S);
  std::vector<StopLoop> Loops = stopLoopsOf(A, S);
  for (const StopLoop &L : Loops)
    for (const StopNeed &N : L.Needs) {
      if (N.OwnToken && S.Type && S.Type->OnDestroy == OnDestroy::StopAndJoin)
        return Told::known("the destructor of its handle");
      for (const FunctionDecl *F : U.functions())
        for (const Event &E : U.info(F).Events)
          if (E.OriginIn == F && saysStop(U, E, N, S.Handle))
            return Told::known(nameOf(U, F));
    }
  if (!Loops.empty())
    return {};
  return Endless ? Told() : Told::known("ends by itself");
}

static Told waitOf(Analysis &A, const Spawn &S, bool GivenUp,
                   const Tracking &How) {
  Unit &U = A.Tasks;
  if (GivenUp) {
    if (How.Is == Tracking::Tracked && How.Wait)
      return Told::known(nameOf(U, How.Wait->OriginIn));
    return How.Is == Tracking::Unknown ? Told() : Told::nobody();
  }
  for (const FunctionDecl *F : U.functions())
    for (const Event &E : U.info(F).Events) {
      bool Ends = E.Kind == EventKind::Join || E.Kind == EventKind::TimedJoin ||
                  (E.Kind == EventKind::Wait && S.IsAsync);
      if (!Ends || E.OriginIn != F || !E.Where)
        continue;
      bool Same = S.Handle &&
                  (S.Handle.path().empty() ? E.Where.touches(S.Handle)
                                           : E.Where.last() == S.Handle.last());
      if (Same || (S.Pool && E.Where.touches(S.Pool)))
        return Told::known(nameOf(U, F));
    }
  if (S.IsAsync)
    return Told::known("the destructor of its future");
  if (!S.Type)
    return {};
  switch (S.Type->OnDestroy) {
  case OnDestroy::Join:
  case OnDestroy::StopAndJoin:
  case OnDestroy::Block:
    return Told::known("the destructor of its handle");
  default:
    return {};
  }
}

static Told dropOf(const Spawn &S, bool GivenUp) {
  if (GivenUp)
    return Told::known("cut off when the program ends");
  if (S.IsAsync)
    return Told::known("waits in the destructor");
  if (!S.Type)
    return {};
  switch (S.Type->OnDestroy) {
  case OnDestroy::Terminate:
    return Told::known("terminates the program");
  case OnDestroy::Join:
    return Told::known("waits in the destructor");
  case OnDestroy::StopAndJoin:
    return Told::known("is told to stop and waited for");
  case OnDestroy::Detach:
    return Told::known("is given up");
  case OnDestroy::Abandon:
    return Told::known("leaks, and is cut off at exit");
  case OnDestroy::Block:
    return Told::known("waits in the destructor");
  case OnDestroy::Nothing:
    return Told::known("goes on");
  }
  return {};
}

static Told countOf(Unit &U, const Spawn &S) {
  if (S.Loop)
    return Told::known("one for each round of a loop");
  if (S.In && S.In->isMain())
    return Told::known("1");
  std::string In = nameOf(U, S.In);
  return In.empty() ? Told() : Told::known("one for each call of " + In);
}

/// What the plain sleeps of a task's loop can add to its end.
static Told delayOf(Analysis &A, const Spawn &S) {
  const FunctionDecl *Body = S.Entry.body();
  if (!Body || A.Tasks.inSystemHeader(Body->getLocation()))
    return {};
  int64_t Longest = 0;
  bool Sleeps = false;
  for (const Event &E : A.Tasks.info(Body).Events) {
    if (E.Kind == EventKind::Wait || E.Kind == EventKind::Receive ||
        E.Kind == EventKind::Send || E.Kind == EventKind::Join)
      return {};
    if (E.Kind != EventKind::Sleep)
      continue;
    auto *Call = dyn_cast_or_null<CallExpr>(E.Origin);
    auto Length = Call ? sleepLength(A.Tasks, Call) : std::nullopt;
    if (!Length)
      return {};
    Sleeps = true;
    Longest = std::max(Longest, *Length);
  }
  if (!Sleeps)
    return {};
  constexpr int64_t Millisecond = 1000 * 1000;
  if (Longest % Millisecond)
    return Told::known(llvm::formatv("{0} us", Longest / 1000).str());
  return Told::known(llvm::formatv("{0} ms", Longest / Millisecond).str());
}

TaskAnswers answersOf(Analysis &A, const Spawn &S) {
  Unit &U = A.Tasks;
  TaskAnswers Result;
  Result.How = S.Function ? S.Function->Name : S.Type ? S.Type->Name : "";
  if (S.Entry.Lambda || U.lambdaOf(S.Entry.Function))
    Result.Entry = "lambda";
  else if (S.Entry.Function)
    Result.Entry = model::qualifiedName(S.Entry.Function);
  const bool GivenUp =
      S.Detached || S.Where == Fate::None ? !S.Pool : detachOf(A, S) != nullptr;
  Tracking How = trackingOf(A, S);
  Result.Owner = ownerOf(A, S, GivenUp, How);
  Result.Stop = stopOf(A, S);
  Result.Wait = waitOf(A, S, GivenUp, How);
  Result.Drop = dropOf(S, GivenUp);
  if (!S.Detached || S.Type || S.Function)
    Result.Throw = S.onThrow() == model::OnThrow::Terminate
                       ? Told::known("terminates the program")
                       : Told::known("is kept for who reads the result");
  Result.Count = countOf(U, S);
  Result.Delay = delayOf(A, S);
  return Result;
}

} // namespace joinery::facts
