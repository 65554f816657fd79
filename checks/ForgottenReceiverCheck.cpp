//===- ForgottenReceiverCheck.cpp - Forgotten receiver --------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ForgottenReceiverCheck.h"
#include "JoinBeforeStopCheck.h"
#include "flow/Conditions.h"
#include "flow/Handles.h"
#include "flow/Loops.h"
#include "flow/Obligations.h"
#include "flow/Parts.h"
#include "flow/Stops.h"
#include "task/Extract.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

using joinery::model::OnDestroy;
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

/// The methods of the member's class that other units define.
static llvm::SmallVector<const FunctionDecl *, 4>
unseenMethods(const FieldDecl *Member) {
  llvm::SmallVector<const FunctionDecl *, 4> Unseen;
  for (const CXXMethodDecl *M :
       cast<CXXRecordDecl>(Member->getParent())->methods())
    if (!M->isImplicit() && !M->isDefaulted() && !M->isDeleted() &&
        !M->hasBody() && !M->isPureVirtual())
      Unseen.push_back(M);
  return Unseen;
}

/// Whether a method template of the member's class names it, or is not seen.
static bool isInTemplate(const FieldDecl *Member) {
  struct Names : RecursiveASTVisitor<Names> {
    const FieldDecl *Member;
    bool Found = false;
    bool VisitMemberExpr(MemberExpr *E) {
      Found |= E->getMemberDecl()->getCanonicalDecl() == Member;
      return !Found;
    }
  } In;
  In.Member = Member->getCanonicalDecl();
  for (const Decl *D : Member->getParent()->decls())
    if (auto *T = dyn_cast<FunctionTemplateDecl>(D)) {
      const FunctionDecl *Body = nullptr;
      if (!T->getTemplatedDecl()->hasBody(Body))
        return true;
      In.TraverseStmt(Body->getBody());
    }
  return In.Found;
}

/// The objects to which tasks that \p F starts, itself or through what it
/// calls, do \p What, as \p F names them.
static void startedIn(Unit &U, const FunctionDecl *F,
                      llvm::function_ref<bool(const Event &)> What,
                      llvm::SmallVectorImpl<Place> &Objects,
                      unsigned Depth = 0) {
  const unsigned MaxDepth = 4;
  if (!F || Depth > MaxDepth)
    return;
  for (const Spawn *S : U.info(F).Spawns) {
    const FunctionDecl *Body = S->Entry.body();
    CallFrame Frame = U.entryFrame(S->Entry);
    if (!Body || U.inSystemHeader(Body->getLocation())) {
      for (const Expr *Argument : S->Entry.Arguments)
        if (Argument)
          Objects.push_back(U.placeOf(Argument));
      continue;
    }
    for (const Event &E : U.info(Body).Events)
      if (E.Where && What(E))
        Objects.push_back(S->Entry.Lambda ? E.Where
                                          : U.translate(E.Where, Frame));
  }
  for (const Called &Call : U.info(F).Calls) {
    llvm::SmallVector<Place, 4> Inner;
    startedIn(U, Call.Frame.Callee, What, Inner, Depth + 1);
    for (const Place &P : Inner)
      if (P)
        Objects.push_back(U.translate(P, Call.Frame));
  }
}

/// Whether a call starts, in a function of this unit, a task that does \p What
/// to an object for which \p IsIt holds.
static bool startsSuch(Unit &U, const Called &Call,
                       llvm::function_ref<bool(const Event &)> What,
                       llvm::function_ref<bool(const Place &)> IsIt) {
  llvm::SmallVector<Place, 4> Objects;
  startedIn(U, Call.Frame.Callee, What, Objects);
  return llvm::any_of(Objects, [&](const Place &P) {
    if (!P)
      return false;
    Place Here = U.translate(P, Call.Frame);
    return (Here && IsIt(Here)) || (Call.Frame.IsLambda && IsIt(P));
  });
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
  // A helper that is given the object and starts who does it.
  auto IsIt = [&](const Place &P) {
    return X.Member ? llvm::is_contained(P.path(), X.Member)
                    : P.touches(X.Object);
  };
  for (const FunctionDecl *F : U.functions())
    for (const Called &Call : U.info(F).Calls)
      if (startsSuch(U, Call, What, IsIt))
        return true;
  return anyTask(A, X, What);
}

/// The constant that calls give the object to begin with (sem_init): zero where
/// nothing does, none when it is not constant.
static std::optional<int64_t> initialByCall(Unit &U, const Extent &X) {
  int64_t Most = 0;
  for (const FunctionDecl *F : U.functions())
    for (const Event &E : U.info(F).Events) {
      if (E.Kind != EventKind::Initialize || E.OriginIn != F ||
          !(X.Member ? llvm::is_contained(E.Where.path(), X.Member)
                     : E.Where.touches(X.Object)))
        continue;
      auto *Call = cast<CallExpr>(E.Origin);
      auto Meaning = U.lookup().call(Call->getDirectCallee());
      auto Index = Meaning && Meaning->OfFunction ? Meaning->OfFunction->Count
                                                  : std::nullopt;
      Expr::EvalResult R;
      if (!Index || *Index >= Call->getNumArgs() ||
          Call->getArg(*Index)->isValueDependent() ||
          !Call->getArg(*Index)->EvaluateAsInt(R, U.context()))
        return std::nullopt;
      Most = std::max(Most, R.Val.getInt().extOrTrunc(64).getSExtValue());
    }
  return Most;
}

/// Permits or a count with which the object begins; none when not constant.
static std::optional<int64_t> initialOf(Unit &U, const Extent &X,
                                        const model::Type &T) {
  if (!T.Initial)
    return initialByCall(U, X);
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
  enum : State { Ended = 1, Raised = 2 };

  AloneQuestion(Analysis &A, FunctionFlow &Flow, const Extent &X,
                const Event &Wait)
      : U(A.Tasks), Flow(Flow), X(X), Wait(Wait) {
    for (const Event &E : Flow.events()) {
      if (!provides(E))
        continue;
      Own = true;
      if (E.Loop)
        Loops.insert(E.Loop);
      for (const Stmt *P = E.At ? Flow.parent(E.At) : nullptr; P;
           P = Flow.parent(P))
        if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(P))
          Loops.insert(P);
    }
    for (const Spawn *S : U.info(Flow.function()).Spawns)
      if (ends(*S)) {
        Providers.insert(S->At);
        for (const Stmt *P = Flow.parent(S->At); P; P = Flow.parent(P))
          if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(P))
            Loops.insert(P);
      }
    for (const Called &Call : U.info(Flow.function()).Calls)
      if (startsSuch(
              U, Call, [&](const Event &E) { return mayEnd(U, E, Wait); },
              [&](const Place &P) { return P.touches(X.Object); }))
        Providers.insert(Call.At);
  }

  bool hasProviders() const {
    return Own || !Providers.empty() || !Loops.empty();
  }

  void visit(const Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    if (auto *D = dyn_cast<DeclStmt>(S))
      for (const Decl *One : D->decls())
        if (One == X.Object.variable())
          Now = 0;
    if (Providers.contains(S))
      Now |= Ended;
    for (const Event *E : Flow.at(S)) {
      if (E->Kind == EventKind::Exit || E->Kind == EventKind::BlockForever)
        return;
      if (E == &Wait && !(Now & Ended) && !Alone && isRaised(Now)) {
        Alone = true;
        Path = tellPath(Here, U.context());
      }
      if (provides(*E))
        Now |= Ended;
      if (E->Kind == EventKind::CountUp && E->Where.touches(X.Object))
        Now |= Raised;
    }
    Next.push_back(Now);
  }

  /// `if (Started > 0)`: what is counted says whether there is anybody.
  std::optional<State> refine(const Expr *Condition, bool, State Now) override {
    const Stmt *Parent = Flow.parent(Condition);
    while (isa_and_nonnull<Expr>(Parent))
      Parent = Flow.parent(Parent);
    return isa_and_nonnull<IfStmt>(Parent) && readsCount(Condition)
               ? Now | Ended
               : Now;
  }

  State leaveLoop(const Stmt *Loop, State Now) override {
    return Loops.contains(Loop) ? Now | Ended : Now;
  }

  bool Alone = false;
  std::vector<std::pair<SourceLocation, std::string>> Path;

private:
  /// Whether the condition asks for a counter that this function changes.
  bool readsCount(const Expr *Condition) const {
    return asksForChange(Flow, U, Condition,
                         [](const Event &Change, const Expr *) {
                           return Change.Kind == EventKind::CountUp ||
                                  Change.Kind == EventKind::Decrement;
                         });
  }
  /// The count of a wait group is zero until somebody raises it.
  bool isRaised(State Now) const {
    return Wait.Type->Role != Role::WaitGroup || (Now & Raised);
  }
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
  bool Own = false; ///< The function itself can end the wait.
};

/// Whether the function that started a waiting task leaves it, on some path,
/// before anybody did what the task waits for.
class LeftAloneQuestion : public PathQuestion {
public:
  enum : State { Waits = 1, Ended = 2, Joined = 4 };

  LeftAloneQuestion(Analysis &A, FunctionFlow &Flow, const Extent &X,
                    const Event &Wait, const Spawn &S)
      : U(A.Tasks), Flow(Flow), X(X), Wait(Wait), S(S) {
    for (const Event &E : Flow.events())
      if (provides(E)) {
        if (E.Guard && !llvm::is_contained(Locals, E.Guard))
          Locals.push_back(E.Guard);
        addLoops(E.At);
      }
    for (const Spawn *Other : U.info(Flow.function()).Spawns)
      if (Other != &S && ends(*Other)) {
        Providers.insert(Other->At);
        addLoops(Other->At);
      }
    for (const Called &Call : U.info(Flow.function()).Calls)
      if (startsSuch(
              U, Call, [&](const Event &E) { return mayEnd(U, E, Wait); },
              [&](const Place &P) { return P.touches(X.Object); }))
        Providers.insert(Call.At);
  }

  void visit(const Stmt *St, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    if (auto *D = dyn_cast<DeclStmt>(St))
      for (const Decl *One : D->decls())
        if (One == X.Object.variable())
          Now = 0;
    if (St == S.At)
      Now = State(Now | Waits);
    if (Providers.contains(St))
      Now = State(Now | Ended);
    for (const Event *E : Flow.at(St)) {
      if (E->Kind == EventKind::Exit || E->Kind == EventKind::BlockForever)
        return;
      if (E->Guard)
        continue;
      if (provides(*E))
        Now = State(Now | Ended);
      if (E->Kind == EventKind::Join && E->Where.touches(S.Handle) &&
          (Now & Waits))
        Now = State(Now | Joined);
    }
    Next.push_back(Now);
  }

  State leaveLoop(const Stmt *Loop, State Now) override {
    return Loops.contains(Loop) ? State(Now | Ended) : Now;
  }

  State destroy(const VarDecl *V, const Stmt *, bool, const Trail *,
                State Now) override {
    for (const Event &E : Flow.events())
      if (E.Guard == V && provides(E))
        Now = State(Now | Ended);
    return Now;
  }

  void exit(const PathExit &Exit, State Now) override {
    if (Exit.How == PathExit::Throw || !(Now & Waits) || (Now & Ended) || Left)
      return;
    // A thread that nobody joins is another check's.
    if (!(Now & Joined) && !joinsAtItsEnd())
      return;
    Left = true;
    At = Exit.Location;
    Path = tellPath(Exit.Path, U.context());
  }

  llvm::ArrayRef<const VarDecl *> locals() override { return Locals; }

  bool Left = false;
  SourceLocation At;
  std::vector<std::pair<SourceLocation, std::string>> Path;

private:
  bool joinsAtItsEnd() const {
    return S.IsAsync ||
           (S.Type && (S.Type->OnDestroy == OnDestroy::Join ||
                       S.Type->OnDestroy == OnDestroy::StopAndJoin ||
                       S.Type->OnDestroy == OnDestroy::Block));
  }
  bool provides(const Event &E) const {
    return E.Where && E.Where.touches(X.Object) && mayEnd(U, E, Wait);
  }
  bool ends(const Spawn &Other) const {
    const FunctionDecl *Body = Other.Entry.body();
    if (!Body || U.inSystemHeader(Body->getLocation()))
      return true;
    CallFrame Frame = U.entryFrame(Other.Entry);
    for (const Event &E : U.info(Body).Events)
      if (provides(E))
        return true;
      else if (E.Where && mayEnd(U, E, Wait))
        if (Place P = U.translate(E.Where, Frame); P && P.touches(X.Object))
          return true;
    return false;
  }
  void addLoops(const Stmt *At) {
    for (const Stmt *P = At ? Flow.parent(At) : nullptr; P; P = Flow.parent(P))
      if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(P))
        Loops.insert(P);
  }

  Unit &U;
  FunctionFlow &Flow;
  const Extent &X;
  const Event &Wait;
  const Spawn &S;
  llvm::SmallPtrSet<const Stmt *, 4> Providers, Loops;
  llvm::SmallVector<const VarDecl *, 2> Locals;
};

} // namespace

/// The task of which \p F is the entry, when the owner of \p X starts it once,
/// keeps its handle, and the task itself does nothing that ends \p Wait.
static const Spawn *waiterStartedByOwner(Unit &U, const Extent &X,
                                         const FunctionDecl *F,
                                         const Event &Wait) {
  const Spawn *Only = nullptr;
  for (const Spawn *S : U.spawns()) {
    if (S->Entry.body() != F)
      continue;
    if (Only || S->In != X.Owner || S->Loop || S->Through || !S->Entry.Lambda ||
        S->Where != Fate::Stored || S->Deferred)
      return nullptr;
    Only = S;
  }
  const VarDecl *Handle = Only ? Only->Handle.variable() : nullptr;
  if (!Handle || !Handle->hasLocalStorage() || Wait.Loop)
    return nullptr;
  for (const Event &E : U.info(F).Events)
    if (E.Where && E.Where.touches(X.Object) && &E != &Wait &&
        mayEnd(U, E, Wait))
      return nullptr;
  // A promise that dies before the task is joined wakes it.
  const VarDecl *Object = X.Object.variable();
  if ((Wait.Type->Role == Role::Promise || Wait.Type->Role == Role::Future) &&
      !U.context().getSourceManager().isBeforeInTranslationUnit(
          Object->getLocation(), Handle->getLocation()))
    return nullptr;
  return Only;
}

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
      // Anybody may notify a global condition variable, and a template that
      // nothing instantiates here may signal for who does.
      if (X->Hangs &&
          (X->Member ? isInTemplate(X->Member) : R == Role::Condition))
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
        if (X->Member)
          If.Seen = unseenMethods(X->Member);
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
      // A task that the owner of the object leaves waiting on some path?
      if (!X->Member && X->Owner && X->Owner != F && R != Role::Condition &&
          R != Role::WaitGroup)
        if (const Spawn *S = waiterStartedByOwner(U, *X, F, E))
          if (FunctionFlow *Flow = A.Paths.get(X->Owner)) {
            LeftAloneQuestion Q(A, *Flow, *X, E, *S);
            if (!followPaths(*Flow, Q) || !Q.Left)
              continue;
            Defect D;
            D.At = operationAt(E.Origin);
            D.Message =
                std::string(E.Kind == EventKind::Receive ? "this receive"
                                                         : "this wait") +
                " on '" + Name + "' never ends on a path on which nobody " +
                missing(E) +
                "; do that on every path before the task is joined";
            D.then(S->At->getBeginLoc(), "the task that waits is started here");
            for (const auto &[At, Text] : Q.Path)
              D.then(At, Text);
            D.then(Q.At, "and here its end is waited for");
            Found.push_back(std::move(D));
            continue;
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
