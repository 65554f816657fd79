//===- JoinBeforeStopCheck.cpp - Join before stop -------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JoinBeforeStopCheck.h"
#include "flow/Futures.h"
#include "flow/Parts.h"
#include "flow/Stops.h"
#include "task/Extract.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

using joinery::model::OnDestroy;
using joinery::model::Role;

namespace joinery {

namespace {

/// A join that never returns.
struct DeadJoin {
  const Event *Join = nullptr;       ///< Explicit, or by a guard.
  const VarDecl *Implicit = nullptr; ///< By the end of this handle or guard.
  const Event *Store = nullptr;      ///< Said, but the task was not woken.
};

class StopQuestion : public PathQuestion {
public:
  /// \p Running: the task may run when the function begins.
  StopQuestion(Unit &U, FunctionFlow &Flow, const Spawn &S, const Place &Handle,
               const StopLoop &Loop, const Place &SleepsOn, bool Running)
      : U(U), Flow(Flow), S(S), Handle(Handle), Loop(Loop), SleepsOn(SleepsOn),
        Running(Running) {
    for (const Event &E : Flow.events()) {
      Events.push_back(&E);
      if (E.Guard && isRelevant(E) && !llvm::is_contained(Locals, E.Guard))
        Locals.push_back(E.Guard);
    }
    if (const VarDecl *V = Handle.variable();
        V && !llvm::is_contained(Locals, V))
      Locals.push_back(V);
    const SourceManager &Sources = U.context().getSourceManager();
    llvm::sort(Locals, [&](const VarDecl *L, const VarDecl *R) {
      return L != R && Sources.isBeforeInTranslationUnit(L->getLocation(),
                                                         R->getLocation());
    });
  }

  State initial() override { return Running ? Runs : 0; }

  void visit(const Stmt *St, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    for (const Event *E : Flow.at(St)) {
      if (E->Kind == EventKind::Exit || E->Kind == EventKind::BlockForever)
        return;
      if (!E->Guard)
        Now = apply(*E, Now);
    }
    Next.push_back(Now);
  }

  std::optional<State> refine(const Expr *Condition, bool Truth,
                              State Now) override {
    for (const Event *Seen : Flow.at(valueOf(Condition)))
      if (Seen->Kind == EventKind::Test && Seen->Where.touches(Handle))
        if (!Truth)
          return Now & ~State(Runs);
    // A timed wait that says so: the task has ended.
    for (const Event *E : Events)
      if (isTimed(*E) &&
          timedResult(Condition, Truth, E->Origin, Flow) == TimedResult::Done)
        return Now & ~State(Runs);
    return Now;
  }

  std::optional<State> refineCase(const Expr *Condition, const Expr *Value,
                                  State Now) override {
    for (const Event *E : Events)
      if (isTimed(*E) &&
          timedCase(Condition, Value, E->Origin, Flow) == TimedResult::Done)
        return Now & ~State(Runs);
    return Now;
  }

  /// A loop runs at least once where it stops, wakes or joins.
  State leaveLoop(const Stmt *Left, State Now) override {
    for (const Event *E : Events)
      if (E->Loop == Left && !E->Guard &&
          (says(*E) || wakes(*E) || (isJoin(*E) && (Now & Said))))
        Now = apply(*E, Now);
    return Now;
  }

  State destroy(const VarDecl *V, const Stmt *, bool Unwinding, const Trail *,
                State Now) override {
    for (const Event *E : Events)
      if (E->Guard == V && isRelevant(*E))
        Now = apply(*E, Now);
    if (V == Handle.variable() && (Now & Runs)) {
      if (endJoins(V->getType()) && !(Now & Said) && !Unwinding && !Dead)
        Dead = DeadJoin{nullptr, V, nullptr};
      Now = (Now & ~State(Runs)) | Hung;
    }
    return Now;
  }

  llvm::ArrayRef<const VarDecl *> locals() override { return Locals; }

  std::optional<DeadJoin> Dead;
  bool SaidLater = false; ///< A stop comes after the dead join.

private:
  enum : State {
    Runs = 1,
    Said = 2,
    Woken = 4,
    Hung = 8,
    Lent = 16, ///< Unseen code has the object of a need.
    Flags = 31
  };
  static constexpr unsigned StoreShift = 5;

  /// Whether a handle of this type joins when it dies or is emptied, without
  /// saying what the task waits for.
  bool endJoins(QualType Type) const {
    const model::Type *T = U.heldType(Type);
    if (S.IsAsync)
      return true;
    if (!T || U.isSharingPointer(Type))
      return false;
    bool Own =
        llvm::any_of(Loop.Needs, [](const StopNeed &N) { return N.OwnToken; });
    return T->OnDestroy == OnDestroy::Join ||
           (T->OnDestroy == OnDestroy::StopAndJoin && !Own);
  }

  bool isTimed(const Event &E) const {
    return (E.Kind == EventKind::TimedWait || E.Kind == EventKind::TimedJoin) &&
           E.Where && E.Where.touches(Handle) && E.Origin &&
           E.OriginIn == Flow.function();
  }
  bool isJoin(const Event &E) const {
    return (E.Kind == EventKind::Join || E.Kind == EventKind::Wait) &&
           E.Where && E.Where.touches(Handle);
  }
  bool isRelevant(const Event &E) const {
    return E.Where && (E.Where.touches(Handle) || says(E) || wakes(E));
  }
  bool says(const Event &E) const {
    return llvm::any_of(Loop.Needs, [&](const StopNeed &N) {
      return saysStop(U, E, N, Handle);
    });
  }
  bool wakes(const Event &E) const {
    return SleepsOn && E.Where && E.Where.touches(SleepsOn) &&
           (E.Kind == EventKind::Signal || E.Kind == EventKind::Escape ||
            E.Kind == EventKind::MoveOut);
  }

  State apply(const Event &E, State Now) {
    if (says(E)) {
      SaidLater |= bool(Now & Hung);
      Now |= Said;
      if (E.Kind == EventKind::Escape)
        Now |= Lent;
      // What was notified before the store can be lost, unless the task's lock
      // is held over both.
      if (E.Kind == EventKind::Store && (Now & Woken) && !isLocked(E))
        Now &= ~State(Woken);
      // A request of a token wakes who waits with it; unseen code may notify.
      if (E.Kind != EventKind::Store && E.Kind != EventKind::CountUp &&
          E.Kind != EventKind::Decrement)
        Now |= Woken;
      size_t Index = 0;
      while (Index != Events.size() && Events[Index] != &E)
        ++Index;
      Now = (Now & Flags) | State(Index + 1) << StoreShift;
      return Now;
    }
    if (wakes(E)) {
      return Now | Woken;
    }
    if (!E.Where || !E.Where.touches(Handle))
      return Now;
    switch (E.Kind) {
    case EventKind::Start:
      return Runs | (Now & Lent ? Lent | Said | Woken : 0);
    case EventKind::Reset:
      // An owner that is emptied joins what it holds.
      if (!(Now & Runs) || !Handle.last() ||
          !endJoins(Handle.last()->getType()))
        return Now & ~State(Runs);
      [[fallthrough]];
    case EventKind::Join:
    case EventKind::Wait:
      if (E.InCallable || !(Now & Runs))
        return Now;
      if (!(Now & Said)) {
        if (!Dead)
          Dead = DeadJoin{E.Guard ? nullptr : &E, E.Guard, nullptr};
        return (Now & ~State(Runs)) | Hung;
      }
      if (SleepsOn && !(Now & Woken) && (Now >> StoreShift) && !Dead)
        Dead = DeadJoin{&E, nullptr, Events[(Now >> StoreShift) - 1]};
      return Now & ~State(Runs);
    case EventKind::TimedJoin:
    case EventKind::Detach:
    case EventKind::MoveOut:
    case EventKind::Escape:
    case EventKind::Release:
      return Now & ~State(Runs);
    default:
      return Now;
    }
  }

  /// Whether a lock is alive where \p E happens; also when that is not seen.
  bool isLocked(const Event &E) const {
    if (!E.Origin || E.OriginIn != Flow.function())
      return true;
    const SourceManager &Sources = U.context().getSourceManager();
    struct LockFinder : RecursiveASTVisitor<LockFinder> {
      Unit &U;
      llvm::SmallVector<const VarDecl *, 2> Locks;
      explicit LockFinder(Unit &U) : U(U) {}
      bool VisitVarDecl(VarDecl *V) {
        const model::Type *T = U.lookup().type(V->getType());
        if (T && T->Role == Role::Lock)
          Locks.push_back(V);
        return true;
      }
    } Finder(U);
    Finder.TraverseStmt(Flow.function()->getBody());
    for (const VarDecl *V : Finder.Locks)
      if (Flow.inScope(V, E.At) && Sources.isBeforeInTranslationUnit(
                                       V->getLocation(), E.At->getBeginLoc()))
        return true;
    // Without a lock of the scope: a mutex that is locked by hand.
    for (const Event *Other : Events)
      if (Other->Type && Other->Type->Role == Role::Mutex)
        return true;
    return false;
  }

  Unit &U;
  FunctionFlow &Flow;
  const Spawn &S;
  const Place &Handle;
  const StopLoop &Loop;
  const Place &SleepsOn;
  bool Running;
  std::vector<const Event *> Events;
  llvm::SmallVector<const VarDecl *, 2> Locals;
};

} // namespace

static const CXXMethodDecl *methodOf(Unit &U, const FunctionDecl *F,
                                     const CXXRecordDecl *Class) {
  auto *M = dyn_cast_or_null<CXXMethodDecl>(F);
  return M && M->getParent()->getCanonicalDecl() == Class->getCanonicalDecl()
             ? M
             : nullptr;
}

static void tell(const Spawn &S, const StopLoop &Loop, const DeadJoin &Dead,
                 const Place &SleepsOn, Defects &Found) {
  Defect D;
  const StopNeed &Need = Loop.Needs.front();
  std::string Stop =
      Need.OwnToken ? "its stop token" : "'" + Need.Where.str() + "'";
  std::string Goes = (Loop.IsCall ? "the task goes on only when "
                                  : "the task ends only when ") +
                     tellNeed(Need);
  if (Dead.Store) {
    D.At = operationAt(Dead.Store->Origin ? cast<Stmt>(Dead.Store->Origin)
                                          : Dead.Store->At);
    D.Message = Stop +
                " is set here, but nothing wakes the task that sleeps "
                "on '" +
                SleepsOn.str() +
                "', so that its join never returns; notify after the store";
  } else if (Dead.Join) {
    D.At = operationAt(Dead.Join->Origin ? cast<Stmt>(Dead.Join->Origin)
                                         : Dead.Join->At);
    D.Message =
        (Dead.Join->Kind == EventKind::Reset ? "this ends '" + S.Handle.str() +
                                                   "', which joins and never "
                                                   "returns: "
                                             : "this join never returns: ") +
        Goes +
        ", and on this path that has not happened; stop it before the "
        "join";
  } else {
    D.At = Dead.Implicit->getLocation();
    D.Message = "the end of '" + Dead.Implicit->getNameAsString() +
                "' joins and never returns: " + Goes +
                ", and on this path that has not happened; stop it before";
  }
  D.then(S.At->getBeginLoc(), "the task is started here");
  D.then(Need.At ? Need.At->getBeginLoc() : Loop.Loop->getBeginLoc(),
         Loop.IsCall ? "it waits for that here"
                     : "it looks at " + Stop + " here");
  if (Dead.Store)
    D.then(operationAt(Dead.Join->Origin ? cast<Stmt>(Dead.Join->Origin)
                                         : Dead.Join->At),
           "it is joined here");
  Found.push_back(std::move(D));
}

/// Whether all that can say stop to a task of a class's member is in this unit,
/// and is none of the class's tasks and callbacks.
static bool isClosed(Analysis &A, const CXXRecordDecl *Class,
                     const FieldDecl *Holder, const StopLoop &Loop,
                     const Place &Handle) {
  Unit &U = A.Tasks;
  if (!isPrivateAndSeen(U, Holder))
    return false;
  for (const StopNeed &N : Loop.Needs) {
    if (N.OwnToken)
      continue;
    if (!N.Where.isThis() || N.Where.path().empty() ||
        !isPrivateAndSeen(U, N.Where.path().front(), Holder))
      return false;
    // Behind a reference or pointer is somebody else's object.
    for (const FieldDecl *F : N.Where.path())
      if (F->getType()->isReferenceType() || F->getType()->isPointerType() ||
          U.isSharingPointer(F->getType()))
        return false;
  }
  // Code that is not seen may keep what a constructor gives it.
  for (const FunctionDecl *F : U.functions())
    if (isa<CXXConstructorDecl>(F))
      for (const Event &E : U.info(F).Events)
        if (E.Kind == EventKind::Escape &&
            (!E.Where.isThis() || U.canBeThis(F, Class)))
          for (const StopNeed &N : Loop.Needs)
            if (E.Where.touches(N.OwnToken ? Handle : N.Where))
              return false;
  for (const FunctionDecl *F : U.functions()) {
    if (!U.lambdaOf(F) && !llvm::any_of(U.spawns(), [&](const Spawn *S) {
          return S->Entry.body() == F;
        }))
      continue;
    for (const Event &E : U.info(F).Events)
      for (const StopNeed &N : Loop.Needs)
        if (saysStop(U, E, N, Handle) && E.Kind != EventKind::Send &&
            (!E.Where.isThis() || U.canBeThis(F, Class)))
          return false;
  }
  return true;
}

static void findMember(Analysis &A, const Spawn &S, const StopLoop &Loop,
                       Defects &Found) {
  Unit &U = A.Tasks;
  const Place &Handle = S.Handle;
  auto *Starter = dyn_cast_or_null<CXXMethodDecl>(U.outermost(S.In));
  if (!Starter || !Handle.isThis() || Handle.path().empty())
    return;
  const CXXRecordDecl *Class = Starter->getParent();
  if (!isClosed(A, Class, Handle.path().front(), Loop, Handle))
    return;
  Place SleepsOn;
  for (const StopNeed &N : Loop.Needs)
    if (!N.OwnToken && N.What == LoopCondition::Flag && !SleepsOn)
      SleepsOn = sleepsOn(A, S, N.Where);
  if (SleepsOn &&
      (!SleepsOn.isThis() || SleepsOn.path().empty() ||
       !isPrivateAndSeen(U, SleepsOn.path().front(), Handle.path().front())))
    SleepsOn = Place();

  auto Says = [&](const FunctionDecl *F) {
    return llvm::any_of(U.info(F).Events, [&](const Event &E) {
      return llvm::any_of(Loop.Needs, [&](const StopNeed &N) {
        return saysStop(U, E, N, Handle);
      });
    });
  };
  // Public functions can be called before.
  auto SaidByOthers = [&](const FunctionDecl *But) {
    for (const FunctionDecl *F : U.functions()) {
      const CXXMethodDecl *M = methodOf(U, F, Class);
      if (M && F != But && M->getAccess() == AS_public &&
          !isa<CXXDestructorDecl, CXXConstructorDecl>(M) && Says(F))
        return true;
    }
    return false;
  };
  for (const FunctionDecl *F : U.functions()) {
    const CXXMethodDecl *M = methodOf(U, F, Class);
    if (!M || U.lambdaOf(F) || isa<CXXConstructorDecl>(M) ||
        (M->getAccess() != AS_public && !U.callers(F).empty()))
      continue;
    bool Joins = llvm::any_of(U.info(F).Events, [&](const Event &E) {
      return (E.Kind == EventKind::Join || E.Kind == EventKind::Reset ||
              (E.Kind == EventKind::Wait && S.IsAsync)) &&
             E.Where.touches(Handle);
    });
    FunctionFlow *Flow = Joins ? A.Paths.get(F) : nullptr;
    if (!Flow)
      continue;
    StopQuestion Q(U, *Flow, S, Handle, Loop, SleepsOn, true);
    if (!followPaths(*Flow, Q) || !Q.Dead)
      continue;
    if (!Q.Dead->Store && !Q.SaidLater && (Loop.IsCall || SaidByOthers(F)))
      continue;
    tell(S, Loop, *Q.Dead, SleepsOn, Found);
    return;
  }
  if (Loop.IsCall)
    return;
  // The handle's own end, with nothing said in the destructor.
  const FieldDecl *Holder = Handle.path().front();
  const model::Type *T = U.heldType(Holder->getType());
  if (Handle.path().size() != 1 || !T ||
      U.isSharingPointer(Holder->getType()) ||
      Holder->getType()->isPointerType() ||
      (T->OnDestroy != OnDestroy::Join &&
       T->OnDestroy != OnDestroy::StopAndJoin && !S.IsAsync))
    return;
  bool Own =
      llvm::any_of(Loop.Needs, [](const StopNeed &N) { return N.OwnToken; });
  if (Own && T->OnDestroy == OnDestroy::StopAndJoin)
    return;
  const CXXDestructorDecl *Destructor = Class->getDestructor();
  if (!U.destructorVisible(Class))
    return;
  if (Destructor && Destructor->isUserProvided()) {
    const FunctionDecl *Body = nullptr;
    if (!Destructor->hasBody(Body) || Says(Body))
      return;
    for (const Event &E : U.info(Body).Events)
      if (E.Where.touches(Handle) &&
          (E.Kind == EventKind::Join || E.Kind == EventKind::Detach ||
           E.Kind == EventKind::MoveOut || E.Kind == EventKind::Reset))
        return;
  }
  // A member that is destroyed before can say it too.
  for (const FieldDecl *F : Class->fields())
    if (F != Holder)
      for (const Event &E :
           U.destructorAt(Place::thisObject().field(F), F->getType()))
        for (const StopNeed &N : Loop.Needs)
          if (saysStop(U, E, N, Handle))
            return;
  if (SaidByOthers(nullptr))
    return;
  Defect D;
  const StopNeed &Need = Loop.Needs.front();
  std::string Stop =
      Need.OwnToken ? "its stop token" : "'" + Need.Where.str() + "'";
  D.At = Holder->getLocation();
  D.Message = "the end of '" + Holder->getNameAsString() +
              "' joins and never returns: the task ends only when " +
              tellNeed(Need) +
              ", and nothing does that before; stop it in the destructor";
  D.then(S.At->getBeginLoc(), "the task is started here");
  D.then(Need.At ? Need.At->getBeginLoc() : Loop.Loop->getBeginLoc(),
         "it looks at " + Stop + " here");
  Found.push_back(std::move(D));
}

bool isJoinedUnstopped(Analysis &A, const Spawn &S, const FieldDecl *Channel) {
  if (!S.Handle || !S.Handle.isThis() || S.Through || S.Where != Fate::Stored)
    return false;
  Defects Found;
  for (const StopLoop &Loop : stopLoopsOf(A, S))
    if (llvm::all_of(Loop.Needs, [&](const StopNeed &N) {
          return !N.OwnToken && N.What == LoopCondition::Closed &&
                 N.Where.isThis() && !N.Where.path().empty() &&
                 N.Where.path().front() == Channel;
        }))
      findMember(A, S, Loop, Found);
  return !Found.empty();
}

/// Whether only the frame of \p S can meet \p N: an object of that frame, or
/// one of this file, that no other task, callback or function touches.
static bool isClosed(Analysis &A, const Spawn &S, const StopNeed &N) {
  Unit &U = A.Tasks;
  const FunctionDecl *F = S.In;
  const VarDecl *Object = N.Where.variable();
  if (!Object || isa<ParmVarDecl>(Object) ||
      U.isSharingPointer(Object->getType()))
    return false;
  // An object's own tasks may say it.
  if (!N.Where.path().empty() && !Unit::isPlainStruct(Object->getType()))
    return false;
  for (size_t I = 0; I + 1 < N.Where.path().size(); ++I)
    if (!Unit::isPlainStruct(N.Where.path()[I]->getType()))
      return false;
  bool Local = Object->hasLocalStorage();
  if (Local
          ? Object->getDeclContext() != F
          : U.isReachedElsewhere(Object) || Object->getType()->isPointerType())
    return false;
  llvm::SmallPtrSet<const FunctionDecl *, 16> Reached;
  if (!Local)
    Reached = U.reachedFrom(F);
  for (const FunctionDecl *Other : U.functions())
    if (Other != S.Entry.body() &&
        (U.lambdaOf(Other) || (!Local && !Reached.contains(Other))))
      for (const Event &E : U.info(Other).Events)
        if (saysStop(U, E, N, S.Handle))
          return false;
  for (const Spawn *Other : U.spawns())
    if (Other != &S && Other->In == F && !Other->Entry.Lambda)
      for (const Place &P : placesUsedBy(A, *Other))
        if (P.touches(N.Where))
          return false;
  return true;
}

static void findLocal(Analysis &A, const Spawn &S, const Place &Handle,
                      const StopLoop &Loop, Defects &Found) {
  Unit &U = A.Tasks;
  const VarDecl *V = Handle.variable();
  const FunctionDecl *F = S.In;
  if (!V || !V->hasLocalStorage() || isa<ParmVarDecl>(V) ||
      V->getDeclContext() != F)
    return;
  for (const StopNeed &N : Loop.Needs)
    if (!N.OwnToken && !isClosed(A, S, N))
      return;
  Place SleepsOn;
  for (const StopNeed &N : Loop.Needs)
    if (!N.OwnToken && N.What == LoopCondition::Flag && !SleepsOn)
      SleepsOn = sleepsOn(A, S, N.Where);
  FunctionFlow *Flow = A.Paths.get(F);
  if (!Flow)
    return;
  StopQuestion Q(U, *Flow, S, Handle, Loop, SleepsOn, false);
  if (!followPaths(*Flow, Q) || !Q.Dead)
    return;
  // A channel that nobody ever closes or uses is another check's, and so is a
  // single receive that a path leaves alone.
  bool Channel = llvm::all_of(Loop.Needs, [](const StopNeed &N) {
    return !N.OwnToken && N.What == LoopCondition::Closed;
  });
  auto ClosedHere = [&](const Event &E) {
    return E.Kind == EventKind::Close && !E.InCallable &&
           llvm::any_of(Loop.Needs, [&](const StopNeed &N) {
             return saysStop(U, E, N, Handle);
           });
  };
  if ((Loop.IsCall || (Channel && !llvm::any_of(Flow->events(), ClosedHere))) &&
      !Q.SaidLater && !Q.Dead->Store)
    return;
  tell(S, Loop, *Q.Dead, SleepsOn, Found);
}

/// \p P of the object that \p Root names.
static Place rootedIn(const VarDecl *Root, const Place &P) {
  Place Result = Place::variable(Root);
  for (const FieldDecl *F : P.path())
    Result = Result.field(F);
  return Result;
}

/// The struct that a variable points or refers to, when it has no code of its
/// own and only this file knows what is in it.
static const RecordDecl *ownStruct(Unit &U, const VarDecl *V) {
  QualType T = V->getType();
  if (!T->isPointerType() && !T->isReferenceType())
    return nullptr;
  const RecordDecl *R = T->getPointeeType()->getAsRecordDecl();
  R = R ? R->getDefinition() : nullptr;
  if (!R || !Unit::isPlainStruct(T->getPointeeType()) ||
      !U.context().getSourceManager().isInMainFile(R->getLocation()))
    return nullptr;
  return R;
}

/// Whether the place lies in the object of its root: what a pointer leads to
/// may as well be the object around it.
static bool isEmbedded(const Place &P) {
  return llvm::none_of(llvm::ArrayRef(P.path()).drop_back(),
                       [](const ValueDecl *Field) {
                         return Field->getType()->isAnyPointerType() ||
                                Field->getType()->isReferenceType();
                       });
}

/// The C way: functions that are given the struct in which handle and flag are.
/// Only a function that says stop itself, and too late, is known to be wrong:
/// of the others, who calls what before is not seen.
static void findStruct(Analysis &A, const Spawn &S, const StopLoop &Loop,
                       Defects &Found) {
  Unit &U = A.Tasks;
  const VarDecl *Root = S.Handle.variable();
  const RecordDecl *Struct =
      Root && !S.Handle.path().empty() ? ownStruct(U, Root) : nullptr;
  if (!Struct || Loop.IsCall)
    return;
  for (const StopNeed &N : Loop.Needs)
    if (N.OwnToken || N.What != LoopCondition::Flag ||
        N.Where.variable() != Root || N.Where.path().empty() ||
        !isEmbedded(N.Where))
      return;
  Place SleepsOn;
  for (const StopNeed &N : Loop.Needs)
    if (!SleepsOn)
      SleepsOn = sleepsOn(A, S, N.Where);
  if (SleepsOn.variable() != Root || SleepsOn.path().empty() ||
      !isEmbedded(SleepsOn))
    SleepsOn = Place();

  // Who else sets it, task or caller, may have done so before.
  auto SaidOutside = [&](const FunctionDecl *F) {
    for (const FunctionDecl *Other : U.functions())
      for (const Event &E : U.info(Other).Events)
        for (const StopNeed &N : Loop.Needs)
          if (E.Where && E.OriginIn != F && !E.Where.path().empty() &&
              E.Where.path() == N.Where.path() && E.Where.variable() &&
              mayBeSameObject(E.Where, N.Where)) {
            Event Same = E;
            Same.Where = N.Where;
            if (saysStop(U, Same, N, S.Handle))
              return true;
          }
    return false;
  };
  for (const FunctionDecl *F : U.functions()) {
    const Event *Join = nullptr;
    for (const Event &E : U.info(F).Events)
      if (E.Kind == EventKind::Join && !E.InCallable && E.OriginIn == F &&
          E.Where.variable() && E.Where.path() == S.Handle.path() &&
          ownStruct(U, E.Where.variable()) == Struct)
        Join = &E;
    FunctionFlow *Flow = Join ? A.Paths.get(F) : nullptr;
    if (!Flow)
      continue;
    const VarDecl *Object = Join->Where.variable();
    Place Handle = Join->Where;
    StopLoop Mine = Loop;
    for (StopNeed &N : Mine.Needs)
      N.Where = rootedIn(Object, N.Where);
    Place Sleeps = SleepsOn ? rootedIn(Object, SleepsOn) : Place();
    StopQuestion Q(U, *Flow, S, Handle, Mine, Sleeps, F != S.In);
    if (!followPaths(*Flow, Q) || !Q.Dead ||
        (!Q.Dead->Store && (!Q.SaidLater || SaidOutside(F))))
      continue;
    tell(S, Mine, *Q.Dead, Sleeps, Found);
    return;
  }
}

void JoinBeforeStopCheck::find(Analysis &A, Defects &Found) {
  for (const Spawn *S : A.Tasks.spawns()) {
    if ((S->Through && !S->Forwarded) || S->Where != Fate::Stored || !S->Handle)
      continue;
    for (const StopLoop &Loop : stopLoopsOf(A, *S)) {
      size_t Before = Found.size();
      if (S->Handle.isThis()) {
        findMember(A, *S, Loop, Found);
      } else {
        // The handle, and what it is moved to.
        llvm::SmallVector<Place, 2> Handles{S->Handle};
        for (const Event &E : A.Tasks.info(S->In).Events)
          if (E.Kind == EventKind::Start && E.Task == S && E.Where &&
              !llvm::is_contained(Handles, E.Where))
            Handles.push_back(E.Where);
        for (const Place &Handle : Handles)
          if (Found.size() == Before)
            findLocal(A, *S, Handle, Loop, Found);
        if (Found.size() == Before)
          findStruct(A, *S, Loop, Found);
      }
      if (Found.size() != Before)
        break;
    }
  }
}

} // namespace joinery
