//===- IncompleteWorkCheck.cpp - Exits that cut tasks off -----------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "IncompleteWorkCheck.h"
#include "flow/Handles.h"
#include "flow/Obligations.h"
#include "flow/Tracking.h"
#include "task/Extract.h"

using namespace clang;
using joinery::model::OnDestroy;
using joinery::model::Role;

namespace joinery {

IncompleteWorkCheck::IncompleteWorkCheck(StringRef Name,
                                         tidy::ClangTidyContext *Context,
                                         std::shared_ptr<UnitCache> Units)
    : JoineryCheck(Name, Context, std::move(Units)),
      DaemonTasks(Options.get("DaemonTasks", "").str()) {}

void IncompleteWorkCheck::storeOptions(
    tidy::ClangTidyOptions::OptionMap &Opts) {
  JoineryCheck::storeOptions(Opts);
  Options.store(Opts, "DaemonTasks", DaemonTasks);
}

/// Whether the line of the spawn says that this check need not look at it.
static bool isMarked(const SourceManager &Sources, SourceLocation At) {
  At = Sources.getExpansionLoc(At);
  bool Invalid = false;
  StringRef Text = Sources.getBufferData(Sources.getFileID(At), &Invalid);
  if (Invalid)
    return false;
  unsigned Offset = Sources.getFileOffset(At);
  size_t Begin = Text.rfind('\n', Offset);
  Begin = Begin == StringRef::npos ? 0 : Begin + 1;
  StringRef Line =
      Text.substr(Begin).take_until([](char C) { return C == '\n'; });
  StringRef Before =
      Begin ? Text.take_front(Begin - 1).rsplit('\n').second : StringRef();
  auto Names = [](StringRef L, StringRef Marker) {
    size_t Found = L.find(Marker);
    if (Found == StringRef::npos)
      return false;
    StringRef Rest = L.substr(Found + Marker.size());
    if (!Rest.starts_with("("))
      return !Rest.starts_with("NEXTLINE") && !Rest.starts_with("BEGIN") &&
             !Rest.starts_with("END");
    StringRef Listed = Rest.drop_front().split(')').first;
    return Listed.contains("joinery-incomplete-work") || Listed == "*" ||
           Listed.contains("joinery-*");
  };
  return Names(Line, "NOLINT") || Names(Before, "NOLINTNEXTLINE");
}

bool IncompleteWorkCheck::isDaemon(Analysis &A, const Spawn &S) const {
  if (isMarked(A.Tasks.context().getSourceManager(), S.At->getBeginLoc()))
    return true;
  const FunctionDecl *F = S.Entry.Function;
  if (!F || DaemonTasks.empty())
    return false;
  llvm::SmallVector<StringRef, 4> Names;
  StringRef(DaemonTasks).split(Names, ';', -1, false);
  std::string Qualified = model::qualifiedName(F);
  for (StringRef Name : Names) {
    Name = Name.trim();
    Name.consume_front("::");
    if (Name == Qualified || Name == F->getNameAsString())
      return true;
  }
  return false;
}

/// Whether objects with static storage wait in their destructors.
static bool waitsWhenStaticsDie(Analysis &A, const Obligation &O) {
  llvm::SmallVector<Place, 4> Objects(O.Signals.begin(), O.Signals.end());
  Objects.push_back(O.Owner);
  Objects.push_back(O.Pool);
  for (const Place &P : Objects) {
    const VarDecl *V = P.variable();
    if (!V || !V->hasGlobalStorage() || V->getType()->isReferenceType())
      continue;
    for (const Event &E : A.Tasks.destructorOf(V)) {
      if (E.Kind == EventKind::Escape || E.Kind == EventKind::Join)
        return true;
      for (const Place &Signal : O.Signals)
        if (waitsFor(E, Signal))
          return true;
    }
    // What the model says of a library's destructor is known.
    const CXXRecordDecl *R = V->getType()->getAsCXXRecordDecl();
    if (R && !A.Tasks.heldType(V->getType()) && !A.Tasks.destructorVisible(R))
      return true;
  }
  return false;
}

/// Whether the place is a field of a variable that is a struct without code of
/// its own, or of such a field of it.
static bool isInPlainObject(const Place &P) {
  auto IsPlain = [](QualType T) {
    const auto *R = T->getAsRecordDecl();
    const auto *Class = dyn_cast_or_null<CXXRecordDecl>(R);
    return R && Unit::isPlainStruct(T) &&
           (!Class || Class->hasTrivialDestructor());
  };
  const VarDecl *V = P.variable();
  return V && IsPlain(V->getType()) &&
         llvm::all_of(P.path().drop_back(), [&](const FieldDecl *F) {
           return IsPlain(F->getType());
         });
}

/// The tasks that \p F starts, itself or through what it calls, and that an
/// exit does not wait for by itself.
static std::vector<Obligation> obligationsOf(Analysis &A,
                                             const FunctionDecl *F) {
  Unit &U = A.Tasks;
  std::vector<Obligation> Result;
  auto Seen = [&](const Spawn *S, const Place &Owner, const Place &Handle) {
    return llvm::any_of(Result, [&](const Obligation &O) {
      return O.Task == S && O.Owner == Owner &&
             (!O.Handle || !Handle || O.Handle == Handle);
    });
  };
  for (const Event &E : U.info(F).Events) {
    if (E.InCallable || E.Guard)
      continue;
    llvm::SmallVector<const Spawn *, 4> Tasks;
    if (E.Kind == EventKind::Detach) {
      if (E.Task)
        Tasks.push_back(E.Task);
      else if (E.OriginIn == F && !E.Self)
        Tasks = tasksOf(A, F, E);
    } else if (E.Kind == EventKind::Start || E.Kind == EventKind::Post) {
      if (E.Task)
        Tasks.push_back(E.Task);
    }
    for (const Spawn *S : Tasks) {
      Obligation O;
      O.Task = S;
      if (E.Kind == EventKind::Detach) {
        O.Owner = E.Owner;
        if (S->In == F && S->Where == Fate::Stored)
          O.Handle = S->Handle;
      } else if (E.Kind == EventKind::Start) {
        const model::Type *T = S->Type;
        if (!T || T->Role != Role::Thread)
          continue;
        // Classes that keep their handles answer for them themselves.
        if (!E.Where.path().empty() && !isInPlainObject(E.Where))
          continue;
        O.Handle = E.Where;
      } else {
        if (!E.Type || E.Type->OnDestroy != OnDestroy::Abandon)
          continue;
        O.Pool = E.Where;
      }
      if (Seen(S, O.Owner, O.Handle))
        continue;
      O.Signals = signalsOf(A, *S);
      Result.push_back(std::move(O));
    }
  }
  return Result;
}

namespace {

struct Unfinished {
  const Spawn *Task;
  Tracking How;
  std::vector<std::pair<SourceLocation, std::string>> Path;
  bool Posted;
};

struct ExitReport {
  SourceLocation At;
  bool ByCall;
  std::vector<Unfinished> Tasks;
};

} // namespace

/// The member by which the class that starts the task offers to wait for it:
/// found by its body. Null when there is none.
static const FunctionDecl *offeredWait(Unit &U, const Unfinished &T) {
  auto ClassOf = [&](const FunctionDecl *F) -> const CXXRecordDecl * {
    auto *M = dyn_cast_or_null<CXXMethodDecl>(U.outermost(F));
    return M ? M->getParent()->getCanonicalDecl() : nullptr;
  };
  const CXXRecordDecl *Starter = ClassOf(T.Task->In);
  if (Starter)
    for (const FunctionDecl *F : U.functions())
      if (ClassOf(F) == Starter && !isa<CXXDestructorDecl>(F) &&
          U.outermost(F) == F)
        for (const Event &E : U.info(F).Events)
          if (waitsFor(E, T.How.Signal))
            return F;
  const Event *W = T.How.Wait;
  const FunctionDecl *Wait = W ? U.outermost(W->OriginIn) : nullptr;
  return isa_and_nonnull<CXXMethodDecl>(Wait) ? Wait : nullptr;
}

static void tell(const ExitReport &R, const FunctionDecl *F, Unit &U,
                 Defects &Found) {
  Defect D;
  D.At = R.At;
  std::string Count = R.Tasks.size() == 1
                          ? "a task"
                          : std::to_string(R.Tasks.size()) + " tasks";
  D.Message = "the program ends here while " + Count +
              " may still be running, which is cut off; wait for " +
              (R.Tasks.size() == 1 ? "it" : "them") + " first";
  if (R.Tasks.size() > 1)
    D.Message = "the program ends here while " + Count +
                " may still be running, which are cut off; wait for them "
                "first";
  for (const Unfinished &T : R.Tasks)
    D.then(T.Task->At->getBeginLoc(), T.Posted
                                          ? "the job is handed to the pool here"
                                          : "the task is started here");
  if (!R.Tasks.empty())
    for (const auto &[Where, Text] : R.Tasks.front().Path)
      D.then(Where, Text);
  llvm::SmallPtrSet<const FunctionDecl *, 2> Told;
  for (const Unfinished &T : R.Tasks)
    if (const FunctionDecl *Wait = offeredWait(U, T);
        Wait && Told.insert(Wait).second)
      D.then(Wait->getLocation(),
             "'" + Wait->getNameAsString() +
                 "' waits for it, but is not called on this path");
  Found.push_back(std::move(D));
}

void IncompleteWorkCheck::findIn(Analysis &A, const FunctionDecl *F,
                                 Defects &Found) {
  Unit &U = A.Tasks;
  bool IsMain = F->isMain();
  if (!IsMain && llvm::none_of(U.info(F).Events, [&](const Event &E) {
        return E.Kind == EventKind::Exit && E.OriginIn == F;
      }))
    return;
  std::vector<ExitReport> Reports;
  auto ReportAt = [&](SourceLocation At, bool ByCall) -> ExitReport & {
    for (ExitReport &R : Reports)
      if (R.At == At)
        return R;
    Reports.push_back({At, ByCall, {}});
    return Reports.back();
  };
  for (const Obligation &O : obligationsOf(A, F)) {
    if (isDaemon(A, *O.Task))
      continue;
    Tracking How;
    bool Holds = O.Handle.valid();
    const model::Type *T = O.Task->Type;
    // Detached tasks are followed wherever they were started; a handle that is
    // held, only where its destructor does not terminate: that is the defect
    // of joinery-unjoined-thread.
    How = trackingOf(A, *O.Task);
    if (How.Is == Tracking::Unknown && !O.Pool)
      continue;
    // What a callee's own local tells was waited for there, or never is.
    if (O.Task->In != F && How.Signal.variable() &&
        How.Signal.variable()->hasLocalStorage() && How.Wait)
      continue;
    if (const VarDecl *V = O.Handle.variable();
        V && A.Tasks.isReachedElsewhere(V))
      continue;
    if (const VarDecl *V = O.Pool.variable();
        V && (isa<ParmVarDecl>(V) || A.Tasks.isReachedElsewhere(V)))
      continue;
    if (O.Pool && !O.Pool.variable())
      continue;
    FunctionFlow *Flow = A.Paths.get(F);
    if (!Flow)
      continue;
    ObligationQuestion Q(A, *Flow, O);
    if (!followPaths(*Flow, Q))
      continue;
    bool StaticsWait = waitsWhenStaticsDie(A, O);
    for (const TaskExit &E : Q.Exits) {
      if (E.Exit.How == PathExit::Throw || (!IsMain && !E.ByCall))
        continue;
      if (StaticsWait && !E.Quick)
        continue;
      bool Running = E.State == TaskState::GivenUp;
      if (E.State == TaskState::Held && Holds && T)
        Running = T->OnDestroy == OnDestroy::Abandon ||
                  (E.ByCall && T->OnDestroy == OnDestroy::Terminate);
      if (!Running)
        continue;
      SourceLocation At = E.Exit.How == PathExit::End
                              ? F->getBody()->getEndLoc()
                              : E.Exit.Location;
      ExitReport &R = ReportAt(At, E.ByCall);
      if (llvm::none_of(R.Tasks, [&](const Unfinished &Other) {
            return Other.Task == O.Task;
          }))
        R.Tasks.push_back({O.Task, How, tellPath(E.Exit.Path, U.context(), 3),
                           O.Pool.valid()});
    }
  }
  for (const ExitReport &R : Reports)
    tell(R, F, U, Found);
}

void IncompleteWorkCheck::find(Analysis &A, Defects &Found) {
  for (const Spawn *S : A.Tasks.spawns())
    if (isDaemon(A, *S))
      A.Daemons.insert(S);
  for (const FunctionDecl *F : A.Tasks.functions())
    findIn(A, F, Found);
}

} // namespace joinery
