//===- Tracking.cpp - Whether a task tells when it ends -------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Tracking.h"
#include "flow/Conditions.h"
#include "flow/Handles.h"
#include "task/Extract.h"
#include "task/MainFile.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;
using joinery::model::Role;

namespace joinery {

static bool isSignalRole(Role R) {
  switch (R) {
  case Role::Promise:
  case Role::PackagedTask:
  case Role::Channel:
  case Role::WaitGroup:
  case Role::Latch:
  case Role::Barrier:
  case Role::Semaphore:
  case Role::Condition:
  case Role::Event:
    return true;
  default:
    return false;
  }
}

static bool canSignalIn(Unit &U, QualType T, unsigned Depth) {
  if (T.isNull() || Depth > 4)
    return false;
  while (T->isReferenceType() || T->isPointerType())
    T = T->getPointeeType();
  if (const model::Type *M = U.heldType(T))
    return isSignalRole(M->Role) || M->Role == Role::Atomic;
  const RecordDecl *R = T->getAsRecordDecl();
  if (!R)
    return false;
  if (U.inSystemHeader(R->getLocation())) {
    if (auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(R))
      for (const TemplateArgument &A : Special->getTemplateArgs().asArray())
        if (A.getKind() == TemplateArgument::Type &&
            canSignalIn(U, A.getAsType(), Depth + 1))
          return true;
    return false;
  }
  R = R->getDefinition();
  if (!R)
    return true; // An incomplete type may hold anything.
  for (const FieldDecl *F : R->fields())
    if (canSignalIn(U, F->getType(), Depth + 1))
      return true;
  if (auto *C = dyn_cast<CXXRecordDecl>(R))
    for (const CXXBaseSpecifier &B : C->bases())
      if (canSignalIn(U, B.getType(), Depth + 1))
        return true;
  return false;
}

bool canSignal(Unit &U, QualType T) { return canSignalIn(U, T, 0); }

/// The type of the object that a place names inside \p F.
static QualType typeOf(Unit &U, const Place &P, const FunctionDecl *F) {
  if (const ValueDecl *Last = P.last())
    return Last->getType();
  if (!P.isThis())
    return {};
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(U.outermost(F));
  return Method ? U.context().getCanonicalTagType(Method->getParent())
                : QualType();
}

/// The type of what an argument passes on, seen through std::ref and &.
static QualType valueType(Unit &U, const Expr *E) {
  if (Place P = U.placeOf(E))
    if (const ValueDecl *Last = P.last())
      return Last->getType();
  return E->getType();
}

bool looksAtMore(Unit &U, const Event &Wait) {
  struct Logic : RecursiveASTVisitor<Logic> {
    bool Found = false;
    bool VisitBinaryOperator(BinaryOperator *B) {
      Found |= B->isLogicalOp();
      return true;
    }
  } In;
  const Stmt *Condition = Wait.Origin;
  if (auto *Call = dyn_cast_or_null<CallExpr>(Wait.Origin);
      Call && Call->getNumArgs() > 0)
    if (const FunctionDecl *Body =
            U.callableOf(Call->getArg(Call->getNumArgs() - 1)).body())
      Condition = Body->getBody();
  if (Condition)
    In.TraverseStmt(const_cast<Stmt *>(Condition));
  return In.Found;
}

bool waitsFor(const Event &Wait, const Place &Signal) {
  switch (Wait.Kind) {
  case EventKind::Wait:
  case EventKind::TimedWait:
  case EventKind::Receive:
  case EventKind::TimedReceive:
    break;
  default:
    return false;
  }
  const Place &W = Wait.Where;
  if (!W)
    return false;
  if (W == Signal)
    return true;
  const VarDecl *V = Signal.variable();
  bool Fixed = V && !isa<ParmVarDecl>(V) && !V->getType()->isPointerType() &&
               !V->getType()->isReferenceType();
  for (const FieldDecl *F : Signal.path().empty()
                                ? llvm::ArrayRef<const FieldDecl *>()
                                : Signal.path().drop_back())
    Fixed &= !F->getType()->isPointerType() && !F->getType()->isReferenceType();
  if (Fixed)
    return false;
  // What stands behind the last pointer is the same object by any name; seen
  // from a frame further out, the wait's path is at least as long.
  llvm::ArrayRef<const FieldDecl *> Path = Signal.path();
  for (size_t I = Path.size(); I-- > 0;)
    if (QualType T = Path[I]->getType();
        I + 1 != Path.size() && (T->isPointerType() || T->isReferenceType())) {
      Path = Path.drop_front(I + 1);
      break;
    }
  size_t Length = Path.size();
  return Length > 0 && W.path().size() >= Length &&
         W.path().take_back(Length) == Path;
}

/// Whether a condition asks for what the tasks share and this one changes as
/// well: then one of them goes on for all.
static bool isElection(FunctionFlow &Flow, Unit &U, const Expr *Condition,
                       llvm::function_ref<bool(const Event &)> Raises) {
  return asksForChange(
      Flow, U, Condition, [&](const Event &Change, const Expr *Asks) {
        const VarDecl *V = Change.Where.variable();
        const bool Own = V && V->hasLocalStorage() && !isa<ParmVarDecl>(V) &&
                         V->getDeclContext() == Flow.function();
        if (Own || Raises(Change))
          return false;
        return Change.Kind == EventKind::Decrement ||
               Change.Kind == EventKind::CountUp ||
               (Change.Kind == EventKind::Store &&
                isMadeOrFollowed(Flow, Change, Asks));
      });
}

namespace {

/// Whether every path to the end of the entry raises a signal on the object.
class SignalledQuestion : public PathQuestion {
public:
  /// With \p LastAct, what the entry calls after the signal undoes it.
  SignalledQuestion(FunctionFlow &Flow, Unit &U, bool LastAct,
                    llvm::function_ref<bool(const Event &)> Raises)
      : Flow(Flow), U(U), LastAct(LastAct), Raises(Raises) {
    for (const Event &E : U.info(Flow.function()).Events)
      if (E.Guard && Raises(E))
        Guards.insert(E.Guard);
      else if (E.At && Raises(E))
        for (const Stmt *S = E.At; S; S = Flow.parent(S))
          if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S)) {
            RaisingLoops.insert(S);
            break;
          }
  }

  void visit(const Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    if (auto *Call = dyn_cast<CallExpr>(S); Call && LastAct)
      if (const FunctionDecl *Callee = Call->getDirectCallee();
          Callee && !U.inSystemHeader(Callee->getLocation()) &&
          !U.lookup().call(Callee))
        Now = 0;
    for (const Event *E : Flow.at(S))
      if (!E->Guard && Raises(*E))
        Now = 1;
    if (auto *D = dyn_cast<DeclStmt>(S))
      for (const Decl *One : D->decls())
        if (auto *V = dyn_cast<VarDecl>(One); V && Guards.count(V))
          Now = 1;
    Next.push_back(Now);
  }

  /// Of the tasks of an election one signals for all.
  std::optional<State> refine(const Expr *Condition, bool, State Now) override {
    return !Now && isElection(Flow, U, Condition, Raises) ? State(1) : Now;
  }

  /// A loop that signals in each round has signalled.
  State leaveLoop(const Stmt *Loop, State Now) override {
    return RaisingLoops.contains(Loop) ? 1 : Now;
  }

  void exit(const PathExit &Exit, State Now) override {
    if (Exit.How == PathExit::Throw) {
      if (!Now && ThrownAt.isInvalid()) {
        ThrownAt = Exit.Location;
        if (PassedAt.isInvalid())
          Path = Exit.Path;
      }
      return;
    }
    (Now ? Signalled : Passed) = true;
    if (!Now && PassedAt.isInvalid()) {
      PassedAt = Exit.Location;
      Path = Exit.Path;
    }
  }

  bool Signalled = false, Passed = false;
  SourceLocation PassedAt, ThrownAt;
  const Trail *Path = nullptr; ///< To the first of the two.

private:
  FunctionFlow &Flow;
  Unit &U;
  bool LastAct;
  llvm::function_ref<bool(const Event &)> Raises;
  llvm::SmallPtrSet<const VarDecl *, 2> Guards;
  llvm::SmallPtrSet<const Stmt *, 2> RaisingLoops;
};

struct Candidate {
  Place InEntry, Outside;
  const Event *By;
};

bool isRaise(const Event &E) {
  switch (E.Kind) {
  case EventKind::Signal:
  case EventKind::Decrement:
  case EventKind::Store:
  case EventKind::CountUp:
  case EventKind::Send:
  case EventKind::TimedSend:
  case EventKind::Close:
    return true;
  default:
    return false;
  }
}

} // namespace

namespace {

/// Whether the entry can end at all.
class EndsQuestion : public PathQuestion {
public:
  void visit(const Stmt *, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    Next.push_back(Now);
  }
  void exit(const PathExit &Exit, State) override {
    Ends |= Exit.How != PathExit::Throw;
  }
  bool Ends = false;
};

} // namespace

/// Whether all that can wait for a member of this class is in this unit.
static bool allMembersVisible(Unit &U, const FieldDecl *F) {
  const auto *Class = dyn_cast<CXXRecordDecl>(F->getParent());
  if (!Class)
    return false; // C structs are everybody's.
  for (const Decl *D : Class->decls()) {
    if (auto *M = dyn_cast<CXXMethodDecl>(D)) {
      if (!M->isImplicit() && !M->isDefaulted() && !M->isDeleted() &&
          !M->hasBody() && !M->isPureVirtual())
        return false;
    }
    if (auto *T = dyn_cast<FunctionTemplateDecl>(D))
      if (!T->getTemplatedDecl()->hasBody())
        return false;
    if (isa<FriendDecl>(D))
      return false;
  }
  if (F->getAccess() == AS_public) {
    // Other units that see the class can wait by themselves.
    const SourceManager &Sources = U.context().getSourceManager();
    return isInMainFile(Sources.getExpansionLoc(F->getLocation()), Sources);
  }
  return true;
}

/// A semaphore of which the spawner takes a permit that the task gives back
/// tracks the task only when somebody takes all permits.
static bool isPermitOnly(Unit &U, const Spawn &S, const Place &Object) {
  const SourceManager &Sources = U.context().getSourceManager();
  bool Permit = false;
  for (const Event &E : U.info(S.In).Events)
    if ((E.Kind == EventKind::Wait || E.Kind == EventKind::TimedWait ||
         E.Kind == EventKind::TryWait) &&
        E.Where == Object && E.At &&
        Sources.isBeforeInTranslationUnit(E.At->getBeginLoc(),
                                          S.At->getBeginLoc()))
      Permit = true;
  if (!Permit)
    return false;
  for (const FunctionDecl *F : U.functions())
    for (const Event &E : U.info(F).Events)
      if (waitsFor(E, Object) && E.Loop && !(F == S.In && E.Loop == S.Loop))
        return false;
  return true;
}

/// Whether the spawner counts the task only after it has started it.
static bool isCountedAfter(Unit &U, const Spawn &S, const Place &Object) {
  const SourceManager &Sources = U.context().getSourceManager();
  bool After = false;
  for (const Event &E : U.info(S.In).Events) {
    if (E.Kind != EventKind::CountUp || E.Where != Object || !E.At ||
        E.At == S.At)
      continue;
    if (Sources.isBeforeInTranslationUnit(E.At->getBeginLoc(),
                                          S.At->getBeginLoc()))
      return false;
    After = true;
  }
  return After;
}

/// Whether the count that the task gives back is taken too late: inside the
/// task, so that for a moment nobody counts it, or after its start.
static bool isCountedLate(Unit &U, const Spawn &S, const FunctionDecl *Body,
                          const Candidate &C) {
  if (isCountedAfter(U, S, C.Outside))
    return true;
  auto Counts = [](const Place &P) {
    return [&P](const Event &E) {
      return E.Kind == EventKind::CountUp && E.Where == P;
    };
  };
  return C.By->Kind != EventKind::CountUp &&
         llvm::any_of(U.info(Body).Events, Counts(C.InEntry)) &&
         llvm::none_of(U.info(S.In).Events, Counts(C.Outside));
}

/// Whether a shared pointer of the spawner is copied by anybody but the task:
/// its object has other names then.
static bool isSharedOnward(Unit &U, const Spawn &S, const VarDecl *V) {
  struct Copies : RecursiveASTVisitor<Copies> {
    const VarDecl *V;
    const Expr *Skipped;
    bool Found = false;
    Copies(const VarDecl *V, const Expr *Skipped) : V(V), Skipped(Skipped) {}
    bool names(const Expr *E) const {
      auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
      return Ref && Ref->getDecl() == V;
    }
    bool TraverseStmt(Stmt *Part) {
      if (!Part || Part == Skipped)
        return true;
      if (auto *O = dyn_cast<CXXOperatorCallExpr>(Part);
          O && (O->getOperator() == OO_Arrow || O->getOperator() == OO_Star) &&
          names(O->getArg(0)))
        return true;
      if (auto *M = dyn_cast<CXXMemberCallExpr>(Part);
          M && names(M->getImplicitObjectArgument())) {
        for (Expr *Argument : M->arguments())
          TraverseStmt(Argument);
        return true;
      }
      return RecursiveASTVisitor::TraverseStmt(Part);
    }
    bool VisitDeclRefExpr(DeclRefExpr *Ref) {
      Found |= Ref->getDecl() == V;
      return true;
    }
  };
  if (!U.isSharingPointer(V->getType()) || !S.In->hasBody())
    return false;
  Copies All(V, S.At);
  All.TraverseStmt(S.In->getBody());
  return All.Found;
}

static Tracking judge(Analysis &A, const Spawn &S, const FunctionDecl *Body,
                      const Candidate &C) {
  Unit &U = A.Tasks;
  Tracking Result;
  Result.Signal = C.Outside;
  Result.By = C.By;

  if (isCountedLate(U, S, Body, C))
    return Result;

  // The object, and where the future of a promise is kept.
  llvm::SmallVector<Place, 2> Awaited{C.Outside};
  for (const Event &E : U.info(S.In).Events)
    if (E.Kind == EventKind::GetFuture && E.Where == C.Outside && E.From)
      Awaited.push_back(E.From);
  for (const FunctionDecl *F : U.functions()) {
    if (F == Body)
      continue;
    for (const Event &E : U.info(F).Events)
      if (llvm::any_of(Awaited,
                       [&](const Place &P) { return waitsFor(E, P); })) {
        Result.Wait = &E;
        break;
      }
    if (Result.Wait)
      break;
  }
  if (C.By->Type && C.By->Type->Role == Role::Semaphore &&
      isPermitOnly(U, S, C.Outside)) {
    // Whoever takes all permits may stand in another unit.
    for (const FieldDecl *F : C.Outside.path())
      if (!allMembersVisible(U, F))
        Result.Is = Tracking::Unknown;
    if (const VarDecl *V = C.Outside.variable(); V && U.isReachedElsewhere(V))
      Result.Is = Tracking::Unknown;
    return Result;
  }

  bool Passed = false;
  bool OwnedPromise = C.By->Type && C.By->Type->Role == Role::Promise;
  if (FunctionFlow *Flow = A.Paths.get(Body); Flow && !OwnedPromise) {
    auto Raises = [&](const Event &E) {
      return isRaise(E) && E.Where == C.InEntry && !E.InCallable;
    };
    bool Sends =
        C.By->Kind == EventKind::Send || C.By->Kind == EventKind::TimedSend;
    SignalledQuestion Q(*Flow, U, Sends, Raises);
    if (!followPaths(*Flow, Q)) {
      Result.Is = Tracking::Unknown;
      return Result;
    }
    if (!Q.Signalled)
      return Result; // It never ends, or never signals at its end.
    Passed = Q.Passed;
    Result.PassedAt = Q.PassedAt;
  }

  if (Result.Wait) {
    Result.Is = Passed ? Tracking::Skipped : Tracking::Tracked;
    return Result;
  }
  // Plain stores, counts and notifications are everyday work; only together
  // with a wait are they a completion signal.
  bool Dedicated =
      C.By->Kind == EventKind::Signal || C.By->Kind == EventKind::Decrement;
  if (const VarDecl *V = C.Outside.variable()) {
    if (isa<ParmVarDecl>(V))
      Result.Is = Dedicated ? Tracking::Unknown : Tracking::Untracked;
    else if (U.isReachedElsewhere(V)) {
      Result.Is = Dedicated ? Tracking::Unknown : Tracking::Untracked;
      // Who waits for a function's result has no name for it.
      Result.HangsOnWait = Dedicated && !Passed && !V->isStaticLocal();
    } else
      Result.Is = Dedicated ? Tracking::NeverWaited : Tracking::Untracked;
    if (Dedicated && isSharedOnward(U, S, V)) {
      Result.Is = Tracking::Unknown;
      Result.HangsOnWait = false;
    }
    if (Dedicated)
      for (const Event &E : U.info(S.In).Events)
        if ((E.Kind == EventKind::Escape || E.Kind == EventKind::MoveOut) &&
            E.Where == C.Outside && E.Origin != C.By->Origin && E.At != S.At &&
            !(OwnedPromise)) {
          Result.Is = Tracking::Unknown;
          Result.HangsOnWait = false;
        }
    return Result;
  }
  if (!Dedicated)
    return Result;
  bool AllSeen = true;
  for (const FieldDecl *F : C.Outside.path())
    AllSeen &= allMembersVisible(U, F);
  Result.Is = AllSeen ? Tracking::NeverWaited : Tracking::Unknown;
  Result.HangsOnWait = !AllSeen && !Passed;
  return Result;
}

Passing passedBy(Analysis &A, FunctionFlow &Flow, const Place &Signal,
                 bool CallsMayThrow) {
  auto Raises = [&](const Event &E) {
    return isRaise(E) && E.Where == Signal && !E.InCallable;
  };
  SignalledQuestion Q(Flow, A.Tasks, false, Raises);
  Q.AssumeCallsMayThrow = CallsMayThrow;
  Passing Result;
  Result.Complete = followPaths(Flow, Q);
  Result.Signals = Q.Signalled;
  Result.ByReturn = Q.PassedAt;
  Result.ByThrow = Q.ThrownAt;
  Result.Path = tellPath(Q.Path, A.Tasks.context());
  for (const Trail *T = Q.Path; T; T = T->Before) {
    const Expr *E = T->Condition ? valueOf(T->Condition) : nullptr;
    bool Truth = T->Truth;
    auto *Not = dyn_cast_or_null<UnaryOperator>(E);
    if (Not && Not->getOpcode() == UO_LNot) {
      E = valueOf(Not->getSubExpr());
      Truth = !Truth;
    }
    auto *Ref = dyn_cast_or_null<DeclRefExpr>(E);
    auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (V && !Truth && V->hasLocalStorage() && !A.Tasks.isReassigned(V))
      Result.Unset.push_back(V);
  }
  return Result;
}

/// Whether the end of an object of the type may raise a signal: its destructor
/// does, or is not seen and could.
static bool mayRaiseAtItsEnd(Unit &U, QualType T, unsigned Depth = 0) {
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition() || R->hasTrivialDestructor() || Depth > 4)
    return false;
  if (U.inSystemHeader(R->getLocation())) {
    auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(R);
    return Special &&
           llvm::any_of(Special->getTemplateArgs().asArray(),
                        [&](const TemplateArgument &A) {
                          return A.getKind() == TemplateArgument::Type &&
                                 mayRaiseAtItsEnd(U, A.getAsType(), Depth + 1);
                        });
  }
  if (!U.destructorVisible(R))
    return canSignal(U, T);
  // A permit that is taken when it is made and given back tells of nothing.
  for (const CXXConstructorDecl *Made : R->ctors())
    for (const Event &E : U.info(Made).Events)
      if (E.Kind == EventKind::Wait && E.Type &&
          E.Type->Role == Role::Semaphore)
        return false;
  return llvm::any_of(U.destructor(R), [](const Event &E) {
    return isRaise(E) || E.Kind == EventKind::Escape;
  });
}

/// A shared pointer that the task keeps and whose deleter signals: the last of
/// its owners to end raises the signal.
static Tracking trackedByToken(Analysis &A, const Spawn &S) {
  Unit &U = A.Tasks;
  Tracking Result;
  if (!S.Entry.Lambda)
    return Result;
  for (const LambdaCapture &Capture : S.Entry.Lambda->captures()) {
    if (!Capture.capturesVariable() || Capture.getCaptureKind() != LCK_ByCopy)
      continue;
    auto *V = dyn_cast<VarDecl>(Capture.getCapturedVar());
    if (!V)
      continue;
    if (mayRaiseAtItsEnd(U, V->getType()))
      Result.Is = Tracking::Unknown;
    if (!U.isSharingPointer(V->getType()))
      continue;
    Place Token = U.placeOfDecl(V);
    for (const Event &Raise : U.info(S.In).Events) {
      if (!Raise.Guard || !isRaise(Raise) || Raise.Guard != Token.variable())
        continue;
      Result.Is = Tracking::NeverWaited;
      Result.Signal = Raise.Where;
      Result.By = &Raise;
      for (const FunctionDecl *F : U.functions())
        for (const Event &E : U.info(F).Events)
          if (waitsFor(E, Raise.Where)) {
            Result.Is = Tracking::Tracked;
            Result.Wait = &E;
            return Result;
          }
    }
  }
  return Result;
}

Tracking trackingOf(Analysis &A, const Spawn &S) {
  Unit &U = A.Tasks;
  Tracking Best;
  if (!S.EntryExpr)
    return Best;
  // A packaged task's future tells when it ends; it was asked for or not.
  const model::Type *Entry = U.heldType(S.EntryExpr->getType());
  if (Entry && Entry->Role == Role::PackagedTask) {
    Place Task = U.placeOf(S.EntryExpr);
    Best.Is = Tracking::Unknown;
    if (Task && Task.variable() && Task.variable()->hasLocalStorage() &&
        !isa<ParmVarDecl>(Task.variable())) {
      Best.Is = Tracking::Untracked;
      for (const Event &E : U.info(S.In).Events)
        if (E.Kind == EventKind::GetFuture && E.Where == Task)
          Best.Is = Tracking::Tracked;
    }
    return Best;
  }
  const FunctionDecl *Body = S.Entry.body();
  if (!Body || U.inSystemHeader(Body->getLocation())) {
    // Whoever runs it may signal on what it is given.
    llvm::SmallVector<const Expr *, 4> Given(S.Entry.Arguments.begin(),
                                             S.Entry.Arguments.end());
    if (S.Entry.Object)
      Given.push_back(S.Entry.Object);
    for (const Expr *E : Given)
      if (E && canSignal(U, valueType(U, E)))
        Best.Is = Tracking::Unknown;
    return Best;
  }
  CallFrame Frame = U.entryFrame(S.Entry);
  std::vector<Candidate> Candidates;
  bool Escapes = false;
  for (const Event &E : U.info(Body).Events) {
    if (E.Kind == EventKind::Escape && E.Where &&
        canSignal(U, typeOf(U, E.Where, Body)))
      Escapes |= bool(U.translate(E.Where, Frame));
    if (!isRaise(E) || !E.Where)
      continue;
    Place Outside = U.translate(E.Where, Frame);
    if (!Outside)
      continue;
    if (llvm::none_of(Candidates, [&](const Candidate &C) {
          return C.InEntry == E.Where && C.By->Kind != EventKind::CountUp;
        }))
      Candidates.push_back({E.Where, Outside, &E});
  }
  // A count that goes up and down again is no signal by its going up.
  llvm::erase_if(Candidates, [&](const Candidate &C) {
    return C.By->Kind == EventKind::CountUp &&
           llvm::any_of(Candidates, [&](const Candidate &Other) {
             return Other.By != C.By && Other.InEntry == C.InEntry;
           });
  });
  // Where the count that a condition variable is about comes too late, its
  // notification does not track the task either.
  auto Counts = [&](const Candidate &C) {
    return C.By->Kind == EventKind::Decrement;
  };
  auto CountsLate = [&](const Candidate &C) {
    return !Counts(C) || isCountedLate(U, S, Body, C);
  };
  if (llvm::any_of(Candidates, Counts) && llvm::all_of(Candidates, CountsLate))
    llvm::erase_if(Candidates, [](const Candidate &C) {
      return C.By->Type && C.By->Type->Role == Role::Condition;
    });
  if (Tracking Token = trackedByToken(A, S); Token.Is > Best.Is)
    Best = Token;
  for (const Candidate &C : Candidates) {
    Tracking One = judge(A, S, Body, C);
    if (One.Is > Best.Is)
      Best = One;
  }
  Best.HangsOnWait &= !Escapes;
  if (Escapes && Best.Is < Tracking::Unknown) {
    // What never ends never tells that it has ended.
    EndsQuestion Q;
    FunctionFlow *Flow = A.Paths.get(Body);
    if (!Flow || !followPaths(*Flow, Q) || Q.Ends)
      Best.Is = Tracking::Unknown;
  }
  return Best;
}

} // namespace joinery
