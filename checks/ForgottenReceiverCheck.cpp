//===- ForgottenReceiverCheck.cpp - Forgotten receiver --------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ForgottenReceiverCheck.h"
#include "JoinBeforeStopCheck.h"
#include "flow/Handles.h"
#include "flow/Loops.h"
#include "flow/Obligations.h"
#include "flow/Stops.h"
#include "task/Extract.h"

using namespace clang;

using joinery::model::Role;

namespace joinery {

namespace {

/// Whether an event is a call that blocks until somebody else acts.
bool blocks(const Event &E) {
  if (E.InCallable || E.Guard || E.Stop || !E.Type || !E.Where || !E.Origin)
    return false;
  if (E.Kind == EventKind::Receive)
    return E.Type->Role == Role::Channel;
  if (E.Kind != EventKind::Wait)
    return false;
  switch (E.Type->Role) {
  case Role::Promise:
  case Role::Future:
  case Role::Latch:
  case Role::Barrier:
  case Role::Semaphore:
  case Role::Condition:
  case Role::WaitGroup:
  case Role::Event:
    return true;
  default:
    return false;
  }
}

/// Whether an event is about the future of a promise, and not about the promise
/// itself: whoever gets the future only waits.
bool isOfFuture(Unit &U, const Event &E) {
  const Expr *Moved = E.Origin;
  if (auto *Member = dyn_cast_or_null<CXXMemberCallExpr>(Moved))
    Moved = Member->getImplicitObjectArgument();
  else if (auto *Call = dyn_cast_or_null<CallExpr>(Moved);
           Call && Call->getNumArgs() == 1)
    Moved = Call->getArg(0);
  const model::Type *T = Moved ? U.heldType(Moved->getType()) : nullptr;
  return T && T->Role == Role::Future;
}

/// Whether a wait is made once: not in a loop and by no task.
bool isAlone(Unit &U, const Event &Wait) {
  return !Wait.Loop && Wait.OriginIn && !U.lambdaOf(Wait.OriginIn) &&
         Wait.Where.variable() &&
         Wait.Where.variable()->getDeclContext() == Wait.OriginIn;
}

/// Whether an event ends such a wait, or may: what unseen code is given counts.
bool mayEnd(Unit &U, const Event &E, const Event &Wait) {
  switch (E.Kind) {
  case EventKind::MoveOut:
    return !isOfFuture(U, E);
  case EventKind::Signal:
    // Who arrives and waits has to be met by another.
    return E.Origin != Wait.Origin || !isAlone(U, Wait);
  case EventKind::Decrement:
  case EventKind::Escape:
  case EventKind::Release:
  case EventKind::Reset:
  case EventKind::Start:
  case EventKind::RequestStop:
  case EventKind::StopPool:
    return true;
  case EventKind::Send:
  case EventKind::TimedSend:
  case EventKind::Close:
    return true;
  default:
    return false;
  }
}

/// The object as the function that owns it names it, and who can reach it.
struct Extent {
  Place Object;
  const FunctionDecl *Owner = nullptr; ///< Of a local.
  const FieldDecl *Member = nullptr;
  bool Hangs = false; ///< Other units can reach it as well.
};

} // namespace

/// The object when all that can reach it is in this unit, or has to come from
/// others by its name.
static std::optional<Extent> extentOf(Unit &U, const Event &E,
                                      const FunctionDecl *F) {
  const Place &P = E.Where;
  if (P.isThis()) {
    if (P.path().size() != 1 || !isPrivate(P.path().front()))
      return std::nullopt;
    QualType T = P.path().front()->getType();
    if (T->isReferenceType() || T->isPointerType() || U.isSharingPointer(T) ||
        U.isContainer(T))
      return std::nullopt;
    return Extent{P, nullptr, P.path().front(),
                  !isPrivateAndSeen(U, P.path().front())};
  }
  const VarDecl *V = P.variable();
  if (V && V->isFileVarDecl() && V->isExternallyVisible() && P.path().empty() &&
      V->getType()->isRecordType() && !U.isSharingPointer(V->getType()) &&
      !U.isContainer(V->getType()))
    return Extent{P, nullptr, nullptr, true};
  if (!V || !V->hasLocalStorage() || isa<ParmVarDecl>(V) || !P.path().empty() ||
      V->getType()->isReferenceType() || V->getType()->isPointerType() ||
      U.isContainer(V->getType()))
    return std::nullopt;
  auto *Owner = dyn_cast<FunctionDecl>(V->getDeclContext());
  if (!Owner)
    return std::nullopt;
  return Extent{P, Owner, nullptr};
}

/// Whether a task somewhere in the unit does \p What to the object.
static bool anyTask(Analysis &A, const Extent &X,
                    llvm::function_ref<bool(const Event &)> What) {
  Unit &U = A.Tasks;
  for (const Spawn *S : U.spawns()) {
    const FunctionDecl *Body = S->Entry.body();
    if (!Body || U.inSystemHeader(Body->getLocation())) {
      // Whoever runs it is given the object.
      for (const Expr *Argument : S->Entry.Arguments)
        if (Argument && U.placeOf(Argument).touches(X.Object))
          return true;
      if (S->Entry.Object && U.placeOf(S->Entry.Object).touches(X.Object))
        return true;
      continue;
    }
    if (S->Entry.Lambda)
      continue; // Names the object itself: see below.
    CallFrame Frame = U.entryFrame(S->Entry);
    for (const Event &E : U.info(Body).Events)
      if (E.Where && What(E))
        if (Place P = U.translate(E.Where, Frame); P && P.touches(X.Object))
          return true;
  }
  return false;
}

/// Whether any code does \p What to the object.
static bool anywhere(Analysis &A, const Extent &X,
                     llvm::function_ref<bool(const Event &)> What) {
  Unit &U = A.Tasks;
  for (const FunctionDecl *F : U.functions())
    for (const Event &E : U.info(F).Events) {
      if (!E.Where || !What(E))
        continue;
      if (X.Member) {
        // A member, by any object: also of `this` as a whole.
        bool Names =
            llvm::is_contained(E.Where.path(), X.Member) ||
            (E.Where.path().empty() && E.Kind == EventKind::Escape &&
             E.Where.isThis() &&
             U.canBeThis(F, cast<CXXRecordDecl>(X.Member->getParent())));
        if (Names)
          return true;
      } else if (E.Where.touches(X.Object)) {
        return true;
      }
    }
  return anyTask(A, X, What);
}

/// Permits or a count with which the object begins; none when not constant.
static std::optional<int64_t> initialOf(Unit &U, const Extent &X,
                                        const model::Type &T) {
  if (!T.Initial)
    return 0;
  if (T.Initial->Fixed)
    return *T.Initial->Fixed;
  const Expr *Init = X.Member ? X.Member->getInClassInitializer()
                              : X.Object.variable()->getInit();
  if (X.Member)
    for (const Decl *D : X.Member->getParent()->decls())
      if (auto *C = dyn_cast<CXXConstructorDecl>(D))
        for (const CXXCtorInitializer *I : C->inits())
          if (I->getMember() == X.Member && I->isWritten())
            Init = I->getInit();
  if (!Init)
    return std::nullopt;
  const Expr *Value = valueOf(Init);
  if (auto *D = dyn_cast<CXXDefaultInitExpr>(Value))
    Value = valueOf(D->getExpr());
  const Expr *Argument = nullptr;
  unsigned Index = T.Initial->ConstructorArgument.value_or(0);
  if (auto *C = dyn_cast<CXXConstructExpr>(Value)) {
    if (Index < C->getNumArgs())
      Argument = C->getArg(Index);
  } else if (auto *L = dyn_cast<InitListExpr>(Value)) {
    if (Index < L->getNumInits())
      Argument = L->getInit(Index);
  } else if (auto *Call = dyn_cast<CallExpr>(Value)) {
    // make_shared<latch>(count)
    auto Meaning = Call->getDirectCallee()
                       ? U.lookup().call(Call->getDirectCallee())
                       : std::nullopt;
    if (!Meaning || Meaning->Does != model::Op::Make ||
        Index >= Call->getNumArgs())
      return std::nullopt;
    Argument = Call->getArg(Index);
  } else if (auto *P = dyn_cast<ParenListExpr>(Value)) {
    if (Index < P->getNumExprs())
      Argument = P->getExpr(Index);
  }
  if (!Argument || isa<CXXDefaultArgExpr>(Argument))
    return T.Initial->Default ? std::optional<int64_t>(*T.Initial->Default)
                              : std::nullopt;
  Expr::EvalResult R;
  if (Argument->isValueDependent() || !Argument->EvaluateAsInt(R, U.context()))
    return std::nullopt;
  return R.Val.getInt().extOrTrunc(64).getSExtValue();
}

namespace {

/// Whether a wait is entered on a path on which nobody was started or called
/// that could end it.
class AloneQuestion : public PathQuestion {
public:
  AloneQuestion(Analysis &A, FunctionFlow &Flow, const Extent &X,
                const Event &Wait)
      : U(A.Tasks), Flow(Flow), X(X), Wait(Wait) {
    for (const Event &E : Flow.events()) {
      if (!provides(E) || !E.Loop)
        continue;
      Loops.insert(E.Loop);
    }
    for (const Spawn *S : U.info(Flow.function()).Spawns)
      if (ends(*S)) {
        Providers.insert(S->At);
        for (const Stmt *P = Flow.parent(S->At); P; P = Flow.parent(P))
          if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(P))
            Loops.insert(P);
      }
  }

  bool hasProviders() const { return !Providers.empty() || !Loops.empty(); }

  void visit(const Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    if (auto *D = dyn_cast<DeclStmt>(S))
      for (const Decl *One : D->decls())
        if (One == X.Object.variable())
          Now = 0;
    if (Providers.contains(S))
      Now = 1;
    for (const Event *E : Flow.at(S)) {
      if (E->Kind == EventKind::Exit || E->Kind == EventKind::BlockForever)
        return;
      if (E == &Wait && !Now && !Alone) {
        Alone = true;
        Path = tellPath(Here, U.context());
      }
      if (provides(*E))
        Now = 1;
    }
    Next.push_back(Now);
  }

  State leaveLoop(const Stmt *Loop, State Now) override {
    return Loops.contains(Loop) ? 1 : Now;
  }

  bool Alone = false;
  std::vector<std::pair<SourceLocation, std::string>> Path;

private:
  bool provides(const Event &E) const {
    return E.Where && E.Where.touches(X.Object) && mayEnd(U, E, Wait) &&
           &E != &Wait;
  }
  bool ends(const Spawn &S) const {
    const FunctionDecl *Body = S.Entry.body();
    if (!Body || U.inSystemHeader(Body->getLocation()))
      return true;
    CallFrame Frame = U.entryFrame(S.Entry);
    for (const Event &E : U.info(Body).Events)
      if (E.Where && mayEnd(U, E, Wait))
        if (Place P = U.translate(E.Where, Frame); P && P.touches(X.Object))
          return true;
    return false;
  }

  Unit &U;
  FunctionFlow &Flow;
  const Extent &X;
  const Event &Wait;
  llvm::SmallPtrSet<const Stmt *, 4> Providers, Loops;
};

} // namespace

/// Whether a task sleeps here on a condition variable for a flag that others
/// set: a store that does not wake it is told at the store.
static bool isSleepOfStop(Analysis &A, const FunctionDecl *F, const Event &E) {
  if (E.Type->Role != Role::Condition)
    return false;
  Unit &U = A.Tasks;
  for (const Spawn *S : U.spawns())
    for (const StopLoop &Loop : stopLoopsOf(A, *S))
      for (const StopNeed &N : Loop.Needs) {
        if (N.OwnToken || N.What != LoopCondition::Flag ||
            !sleepsOn(A, *S, N.Where))
          continue;
        FunctionFlow *Flow = A.Paths.get(F);
        if (!Flow || !E.At ||
            !(Loop.Loop == E.Origin || Flow->isAncestor(Loop.Loop, E.At)))
          continue;
        for (const FunctionDecl *Other : U.functions())
          if (Other != F)
            for (const Event &Said : U.info(Other).Events)
              if (Said.Kind == EventKind::Store &&
                  saysStop(U, Said, N, S->Handle))
                return true;
      }
  return false;
}

static const char *missing(const Event &E) {
  switch (E.Type->Role) {
  case Role::Channel:
    return "sends on it or closes it";
  case Role::Promise:
  case Role::Future:
    return "fulfils its promise";
  case Role::Latch:
  case Role::Barrier:
    return "counts it down";
  case Role::Condition:
    return "notifies it";
  default:
    return "signals it";
  }
}

/// Whether the receive is a task's whose handle's owner joins it without having
/// closed the channel: told at the join.
static bool isToldAtJoin(Analysis &A, const FunctionDecl *F, const Extent &X) {
  if (!X.Member)
    return false;
  for (const Spawn *S : A.Tasks.spawns())
    if (llvm::any_of(partsOf(A, *S),
                     [&](const TaskPart &P) { return P.Function == F; }) &&
        isJoinedUnstopped(A, *S, X.Member))
      return true;
  return false;
}

/// The receive loop around \p E that ends only when the channel is closed.
static const LoopFacts *untilClosed(Analysis &A, const FunctionDecl *F,
                                    const Event &E) {
  FunctionFlow *Flow = A.Paths.get(F);
  for (const LoopFacts &L : loopsIn(A, F)) {
    if (!Flow || !E.At || !Flow->isAncestor(L.Loop, E.At) || !L.canEnd())
      continue;
    bool Only = true;
    for (const LoopExit &Exit : L.Exits) {
      const LoopCondition *Stop = Exit.stop();
      Only &=
          Stop && Stop->What == LoopCondition::Closed && Stop->Where == E.Where;
    }
    if (Only)
      return &L;
  }
  return nullptr;
}

void ForgottenReceiverCheck::find(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  for (const FunctionDecl *F : U.functions())
    for (const Event &E : U.info(F).Events) {
      if (!blocks(E) || E.OriginIn != F)
        continue;
      auto X = extentOf(U, E, F);
      if (!X)
        continue;
      Role R = E.Type->Role;
      // What notifies a condition variable is told by more than its name.
      if (X->Hangs && R == Role::Condition)
        continue;
      // Only futures of promises wait for somebody else's word.
      if (R == Role::Future &&
          !(X->Object.last() && U.heldType(X->Object.last()->getType()) &&
            U.heldType(X->Object.last()->getType())->Role == Role::Promise))
        continue;
      const model::Type *Held = U.heldType(X->Object.last()->getType());
      if (!Held)
        continue;
      if (R == Role::Latch || R == Role::Semaphore || R == Role::Barrier ||
          R == Role::WaitGroup) {
        auto Initial = initialOf(U, *X, *Held);
        // One that arrives alone at a barrier or latch for one goes on.
        if (R != Role::Semaphore && (!Initial || *Initial == 1) &&
            isAlone(U, E) &&
            llvm::any_of(U.info(F).Events, [&](const Event &O) {
              return O.Kind == EventKind::Signal && O.Origin == E.Origin;
            }))
          continue;
        // Unknown permits are free; a latch of an unknown count is not at zero.
        bool Free = R == Role::Semaphore ? !Initial || *Initial > 0
                                         : Initial && *Initial <= 0;
        if (R == Role::WaitGroup)
          Free = !anywhere(A, *X, [](const Event &Other) {
            return Other.Kind == EventKind::CountUp;
          });
        if (Free)
          continue;
      }
      std::string Name = X->Object.str();
      auto Ends = [&](const Event &Other) {
        return &Other != &E && mayEnd(U, Other, E);
      };
      if (!anywhere(A, *X, Ends)) {
        if (isSleepOfStop(A, F, E) || isToldAtJoin(A, F, *X))
          continue;
        Defect D;
        D.At = operationAt(E.Origin);
        D.Message = std::string(E.Kind == EventKind::Receive ? "this receive"
                                                             : "this wait") +
                    " on '" + Name + "' can never end: no code " + missing(E) +
                    "; add what it waits for, or leave it out";
        D.then(X->Object.last()->getLocation(),
               "'" + Name + "' is declared here");
        if (!X->Hangs) {
          Found.push_back(std::move(D));
          continue;
        }
        Condition If;
        If.NobodySignals.push_back(X->Object.last());
        hangs(A, "joinery-forgotten-receiver", std::move(D), std::move(If));
        continue;
      }
      if (X->Hangs)
        continue;
      if (R == Role::Channel && E.Kind == EventKind::Receive)
        if (const LoopFacts *L = untilClosed(A, F, E)) {
          auto Closes = [&](const Event &Other) {
            return Other.Kind == EventKind::Close ||
                   Other.Kind == EventKind::Escape ||
                   Other.Kind == EventKind::MoveOut ||
                   Other.Kind == EventKind::Reset;
          };
          if (!anywhere(A, *X, Closes)) {
            if (isToldAtJoin(A, F, *X))
              continue;
            Defect D;
            D.At = operationAt(E.Origin);
            D.Message = "this loop receives until '" + Name +
                        "' is closed, and no code closes it; close it when "
                        "all is sent";
            D.then(X->Object.last()->getLocation(),
                   "'" + Name + "' is declared here");
            D.then(L->Loop->getBeginLoc(), "the loop is here");
            Found.push_back(std::move(D));
            continue;
          }
        }
      // A local that this very function waits on: on some path alone?
      if (X->Member || X->Owner != F || R == Role::Condition)
        continue;
      FunctionFlow *Flow = A.Paths.get(F);
      if (!Flow)
        continue;
      AloneQuestion Q(A, *Flow, *X, E);
      if (!Q.hasProviders() || !followPaths(*Flow, Q) || !Q.Alone)
        continue;
      Defect D;
      D.At = operationAt(E.Origin);
      D.Message = std::string(E.Kind == EventKind::Receive ? "this receive"
                                                           : "this wait") +
                  " on '" + Name +
                  "' can be reached on a path on which nothing was started "
                  "that ends it; wait only where something was";
      D.then(X->Object.last()->getLocation(),
             "'" + Name + "' is declared here");
      for (const auto &[At, Text] : Q.Path)
        D.then(At, Text);
      Found.push_back(std::move(D));
    }
}

} // namespace joinery
