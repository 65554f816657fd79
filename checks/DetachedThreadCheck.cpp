//===- DetachedThreadCheck.cpp - Tasks that are given up ------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DetachedThreadCheck.h"
#include "flow/Handles.h"
#include "flow/Obligations.h"
#include "flow/Repeats.h"
#include "flow/Tracking.h"
#include "task/Extract.h"

using namespace clang;

namespace joinery {

DetachedThreadCheck::DetachedThreadCheck(StringRef Name,
                                         tidy::ClangTidyContext *Context,
                                         std::shared_ptr<UnitCache> Units)
    : JoineryCheck(Name, Context, std::move(Units)),
      AllowTracked(Options.get("AllowTracked", true)) {}

void DetachedThreadCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  JoineryCheck::storeOptions(Opts);
  Options.store(Opts, "AllowTracked", AllowTracked);
}

/// The weakest tracking of the tasks that the handle can hold: all of them
/// are given up.
static Tracking weakest(Analysis &A, llvm::ArrayRef<const Spawn *> Tasks) {
  Tracking Result;
  bool First = true;
  for (const Spawn *S : Tasks) {
    Tracking One = trackingOf(A, *S);
    if (First || One.Is < Result.Is)
      Result = One;
    First = false;
    if (Result.Is == Tracking::Untracked)
      break;
  }
  return Result;
}

static Defect tell(const Event &E, llvm::ArrayRef<const Spawn *> Tasks,
                   const Tracking &T, const SourceManager &Sources) {
  Defect D;
  D.At = operationAt(E.Origin);
  std::string Signal = T.Signal.str();
  switch (T.Is) {
  case Tracking::NeverWaited:
    D.Message = "thread is detached and signals '" + Signal +
                "' when it ends, but nothing waits for '" + Signal +
                "'; wait for it before the program or its owner ends";
    break;
  case Tracking::Skipped:
    D.Message = "thread is detached, and a path of its entry passes by the "
                "signal on '" +
                Signal +
                "' that is waited for; signal by a destructor on every path";
    break;
  default:
    D.Message = "thread is detached: nothing can wait for it, and it is cut "
                "off when the program ends; keep the handle and join it";
  }
  for (const Spawn *S : Tasks.take_front(4))
    if (Sources.getExpansionLineNumber(S->At->getBeginLoc()) !=
        Sources.getExpansionLineNumber(D.At))
      D.then(S->At->getBeginLoc(), "the task is started here");
  if (T.Is >= Tracking::NeverWaited && T.By && T.By->Origin)
    D.then(operationAt(T.By->Origin), "it signals '" + Signal + "' here");
  if (T.Is == Tracking::Skipped && T.PassedAt.isValid())
    D.then(T.PassedAt, "it can end here without that signal");
  if (T.Is == Tracking::NeverWaited) {
    D.then(D.At, "call a wait on '" + Signal +
                     "' where the work must be finished, or keep the handle "
                     "and join it");
    return D;
  }
  if (T.Is != Tracking::Skipped)
    D.then(D.At, "keep the handle, and join it before its owner ends");
  if (E.Type && !E.Type->Joining.empty())
    D.then(D.At, "a '" + E.Type->Joining + "' joins in its destructor");
  if (T.Is != Tracking::Skipped)
    D.then(D.At, "or track it: count it before it starts, signal when it ends, "
                 "and wait for the signal");
  return D;
}

/// Locals whose type gives a running task up when it dies, without a word.
static void findSilent(Analysis &A, const FunctionDecl *F, Defects &Found) {
  Unit &U = A.Tasks;
  auto GivesUp = [](const model::Type *T) {
    return T && T->Role == model::Role::Thread &&
           T->OnDestroy == model::OnDestroy::Detach;
  };
  auto Reason = [](const model::Type &T) {
    return "'" + T.Name + "' then detaches it silently" +
           (T.Because.empty() ? "" : ", because " + T.Because);
  };
  llvm::SmallVector<const VarDecl *, 2> Locals;
  for (const Spawn *S : U.info(F).Spawns)
    if (S->Where == Fate::Discarded && GivesUp(S->Type) &&
        trackingOf(A, *S).Is == Tracking::Untracked) {
      Defect D;
      D.At = S->At->getBeginLoc();
      D.Message = "the handle of this task is dropped at once, and " +
                  Reason(*S->Type) + "; give it a name and join it";
      Found.push_back(std::move(D));
    }
  for (const Event &E : U.info(F).Events) {
    const VarDecl *V = E.Where.variable();
    if (E.Kind != EventKind::Start || !E.Task || !V ||
        !E.Where.path().empty() || !V->hasLocalStorage() ||
        isa<ParmVarDecl>(V) || V->getType()->isReferenceType() ||
        V->getType()->isPointerType() || V->isInitCapture() ||
        V->getDeclContext() != F || llvm::is_contained(Locals, V) ||
        !GivesUp(U.lookup().type(V->getType())))
      continue;
    Locals.push_back(V);
  }
  FunctionFlow *Flow = Locals.empty() ? nullptr : A.Paths.get(F);
  for (const VarDecl *V : Locals) {
    if (!Flow)
      return;
    HandleQuestion Q(A, *Flow, Place::variable(V), V, HandleState::Empty);
    if (!followPaths(*Flow, Q))
      continue;
    const Loss *Lost = nullptr;
    for (const Loss &L : Q.Losses)
      if (!Lost && (L.How == Loss::ScopeEnd || L.How == Loss::Overwritten))
        Lost = &L;
    llvm::SmallVector<const Spawn *, 4> Tasks;
    for (const Event &E : U.info(F).Events)
      if (E.Kind == EventKind::Start && E.Task && E.Where == Place::variable(V))
        Tasks.push_back(E.Task);
    if (!Lost || weakest(A, Tasks).Is != Tracking::Untracked)
      continue;
    const model::Type *T = U.lookup().type(V->getType());
    Defect D;
    D.At = V->getLocation();
    D.Message = "'" + V->getNameAsString() + "' can be " +
                (Lost->How == Loss::ScopeEnd ? "destroyed" : "assigned over") +
                " while its task runs, and " + Reason(*T) +
                "; join it on every path";
    for (const auto &[At, Text] : tellPath(Lost->Path, U.context()))
      D.then(At, Text);
    D.then(Lost->At, "the task is given up here");
    if (!T->Joining.empty())
      D.then(D.At, "a '" + T->Joining + "' joins in its destructor");
    Found.push_back(std::move(D));
  }
}

/// The members and global variables that the tasks signal and that other units
/// can wait for; none where the unit cannot tell all of them.
static llvm::SmallVector<const ValueDecl *, 2>
awaitedElsewhere(Analysis &A, llvm::ArrayRef<const Spawn *> Tasks) {
  llvm::SmallVector<const ValueDecl *, 2> Result;
  for (const Spawn *S : Tasks)
    for (const Place &P : signalsOf(A, *S)) {
      const VarDecl *V = P.variable();
      const ValueDecl *Named = V && V->hasGlobalStorage() ? V : nullptr;
      if (!P.path().empty())
        Named = P.path().back();
      if (!Named)
        return {};
      if (!llvm::is_contained(Result, Named))
        Result.push_back(Named);
    }
  return Result;
}

void DetachedThreadCheck::find(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  const SourceManager &Sources = U.context().getSourceManager();
  for (const FunctionDecl *F : U.functions()) {
    findSilent(A, F, Found);
    std::optional<std::vector<Repeat>> Repeats;
    for (const Event &E : U.info(F).Events) {
      if (E.Kind != EventKind::Detach || E.OriginIn != F || E.Guard ||
          !E.Origin)
        continue;
      // There is no task left to give up: joinery-repeated-join's.
      if (!Repeats)
        Repeats = repeatsIn(A, F);
      if (llvm::any_of(*Repeats, [&](const Repeat &R) {
            return R.Detaches && R.Second == E.At;
          }))
        continue;
      llvm::SmallVector<const Spawn *, 4> Tasks = tasksOf(A, F, E);
      // A cleanup function that a macro makes for every type (GLib's autoptr).
      if (Tasks.empty() && F->getLocation().isMacroID() &&
          isa_and_nonnull<ParmVarDecl>(E.Where.variable()))
        continue;
      Tracking T = weakest(A, Tasks);
      if (T.Is == Tracking::Unknown) {
        Condition If;
        If.NobodyWaits = awaitedElsewhere(A, Tasks);
        if (T.HangsOnWait && !If.NobodyWaits.empty()) {
          T.Is = Tracking::NeverWaited;
          hangs(A, "joinery-detached-thread", tell(E, Tasks, T, Sources),
                std::move(If));
        }
        continue;
      }
      if (T.Is == Tracking::Tracked && AllowTracked)
        continue;
      Found.push_back(tell(E, Tasks, T, Sources));
    }
  }
}

} // namespace joinery
