//===- DetachedThreadCheck.cpp - Tasks that are given up ------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DetachedThreadCheck.h"
#include "flow/Handles.h"
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

void DetachedThreadCheck::find(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  const SourceManager &Sources = U.context().getSourceManager();
  for (const FunctionDecl *F : U.functions()) {
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
      Tracking T = weakest(A, Tasks);
      if (T.Is == Tracking::Unknown)
        continue;
      if (T.Is == Tracking::Tracked && AllowTracked)
        continue;
      Found.push_back(tell(E, Tasks, T, Sources));
    }
  }
}

} // namespace joinery
