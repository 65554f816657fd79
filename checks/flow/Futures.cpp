//===- Futures.cpp - The life of a future on the paths of a function ------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Futures.h"
#include "task/Extract.h"

using namespace clang;

namespace joinery {

/// Whether \p E is the result of \p Call, directly or in a variable.
static bool isResultOf(const Expr *E, const Expr *Call, FunctionFlow &Flow) {
  E = valueOf(E);
  if (E == Call)
    return true;
  // (status = f.wait_for(...)) == ready
  if (auto *Assign = dyn_cast<BinaryOperator>(E);
      Assign && Assign->getOpcode() == BO_Assign)
    return valueOf(Assign->getRHS()) == Call;
  auto *Ref = dyn_cast<DeclRefExpr>(E);
  auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!V)
    return false;
  if (V->getInit() && valueOf(V->getInit()) == Call)
    return true;
  for (const Stmt *P = Flow.parent(Call); isa_and_nonnull<Expr>(P);
       P = Flow.parent(P)) {
    if (auto *Assign = dyn_cast<BinaryOperator>(P);
        Assign && Assign->getOpcode() == BO_Assign) {
      auto *Left =
          dyn_cast<DeclRefExpr>(Assign->getLHS()->IgnoreParenImpCasts());
      return Left && Left->getDecl() == V;
    }
    if (auto *Assign = dyn_cast<CXXOperatorCallExpr>(P);
        Assign && Assign->getOperator() == OO_Equal) {
      auto *Left =
          dyn_cast<DeclRefExpr>(Assign->getArg(0)->IgnoreParenImpCasts());
      return Left && Left->getDecl() == V;
    }
  }
  return false;
}

/// What an enumerator of a status type says.
static TimedResult meaningOf(const Expr *Value) {
  auto *Ref = dyn_cast<DeclRefExpr>(Value->IgnoreParenImpCasts());
  auto *Constant = Ref ? dyn_cast<EnumConstantDecl>(Ref->getDecl()) : nullptr;
  if (!Constant)
    return TimedResult::Unknown;
  switch (model::statusOf(Constant->getName())) {
  case model::Status::Success:
    return TimedResult::Done;
  case model::Status::Failure:
    return TimedResult::GaveUp;
  case model::Status::Other:
    break;
  }
  return TimedResult::Unknown;
}

static TimedResult opposite(TimedResult R) {
  if (R == TimedResult::Done)
    return TimedResult::GaveUp;
  if (R == TimedResult::GaveUp)
    return TimedResult::Done;
  return R;
}

TimedResult timedResult(const Expr *Condition, bool Truth, const Expr *Call,
                        FunctionFlow &Flow) {
  const Expr *E = valueOf(Condition);
  const Expr *Left = nullptr, *Right = nullptr;
  bool Equal = true;
  if (auto *B = dyn_cast<BinaryOperator>(E); B && B->isEqualityOp()) {
    Left = B->getLHS();
    Right = B->getRHS();
    Equal = B->getOpcode() == BO_EQ;
  } else if (auto *O = dyn_cast<CXXOperatorCallExpr>(E);
             O && O->getNumArgs() == 2 &&
             (O->getOperator() == OO_EqualEqual ||
              O->getOperator() == OO_ExclaimEqual)) {
    Left = O->getArg(0);
    Right = O->getArg(1);
    Equal = O->getOperator() == OO_EqualEqual;
  } else if (auto *R = dyn_cast<CXXRewrittenBinaryOperator>(E)) {
    auto Form = R->getDecomposedForm();
    Left = Form.LHS;
    Right = Form.RHS;
    Equal = Form.Opcode == BO_EQ;
  }
  if (Left) {
    TimedResult Named = meaningOf(Right);
    const Expr *Value = Left;
    if (Named == TimedResult::Unknown) {
      Named = meaningOf(Left);
      Value = Right;
    }
    if (Named == TimedResult::Unknown || !isResultOf(Value, Call, Flow))
      return TimedResult::Unknown;
    return Equal == Truth ? Named : opposite(Named);
  }
  // The truth of a bool, an optional or a pointer.
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
    const CXXMethodDecl *M = Member->getMethodDecl();
    if (M && (isa<CXXConversionDecl>(M) ||
              (M->getReturnType()->isBooleanType() && M->isConst() &&
               Member->getNumArgs() == 0 && E != Call)))
      if (isResultOf(Member->getImplicitObjectArgument(), Call, Flow))
        return Truth ? TimedResult::Done : TimedResult::GaveUp;
  }
  if (E->getType()->isBooleanType() && isResultOf(E, Call, Flow))
    return Truth ? TimedResult::Done : TimedResult::GaveUp;
  return TimedResult::Unknown;
}

TimedResult timedCase(const Expr *Condition, const Expr *Value,
                      const Expr *Call, FunctionFlow &Flow) {
  if (!Value || !isResultOf(Condition, Call, Flow))
    return TimedResult::Unknown;
  const Expr *E = Value;
  if (auto *C = dyn_cast<ConstantExpr>(E))
    E = C->getSubExpr();
  return meaningOf(E);
}

Given givenTo(Analysis &A, const Spawn &S) {
  Unit &U = A.Tasks;
  Given Result;
  auto Take = [&](const Expr *E) {
    if (!E)
      return;
    Place P = U.placeOf(E);
    if (P.isThis())
      Result.This = true;
    else if (const VarDecl *V = P.variable())
      Result.Variables.insert(V->getCanonicalDecl());
  };
  for (const Expr *E : S.Entry.Arguments)
    Take(E);
  Take(S.Entry.Object);
  if (const LambdaExpr *L = S.Entry.Lambda)
    for (const LambdaCapture &C : L->captures()) {
      if (C.capturesThis())
        Result.This = true;
      else if (C.capturesVariable()) {
        if (auto *V = dyn_cast<VarDecl>(C.getCapturedVar())) {
          Result.Variables.insert(V->getCanonicalDecl());
          if (Place P = U.placeOfDecl(V))
            if (const VarDecl *Root = P.variable())
              Result.Variables.insert(Root->getCanonicalDecl());
        }
      }
    }
  return Result;
}

FutureQuestion::FutureQuestion(Analysis &A, FunctionFlow &Flow, Place Subject,
                               const VarDecl *Owner)
    : A(A), Flow(Flow), Subject(std::move(Subject)), Owner(Owner) {
  Unit &U = A.Tasks;
  if (const ValueDecl *Last = this->Subject.last())
    IsContainer = U.isContainer(Last->getType());
  IsContainer |= U.isContainer(Owner->getType());
  Locals.push_back(Owner);
  for (const Event &E : U.info(Flow.function()).Events) {
    if (!E.Where || !E.Where.touches(this->Subject))
      continue;
    if (E.Kind == EventKind::Start && Starts.size() < 250) {
      Starts.push_back(&E);
      if (E.Task && !Gifts.count(E.Task))
        Gifts[E.Task] = givenTo(A, *E.Task);
    }
    if ((E.Kind == EventKind::TimedWait || E.Kind == EventKind::TryWait) &&
        Waits.size() < 250)
      Waits.push_back(&E);
    bool Ends = E.Kind == EventKind::Wait || E.Kind == EventKind::MoveOut ||
                E.Kind == EventKind::Escape;
    if (E.Loop && Ends && IsContainer)
      EndingLoops.insert(E.Loop);
  }
}

void FutureQuestion::lose(FutureLoss::Kind How, State Now, SourceLocation At,
                          const Trail *Path) {
  FutureLoss L{How, start(Now), wait(Now), At, Path};
  for (const FutureLoss &Old : Losses)
    if (Old.How == How && Old.Start == L.Start && Old.Wait == L.Wait)
      return;
  Losses.push_back(L);
}

/// A stop request on what the task was given: then the wait is short.
bool FutureQuestion::asksToStop(const Stmt *S, State Now) const {
  const Event *Begun = start(Now);
  const Given *Gift = nullptr;
  if (Begun && Begun->Task)
    if (auto Found = Gifts.find(Begun->Task); Found != Gifts.end())
      Gift = &Found->second;
  auto Reaches = [&](const Place &P) {
    if (!Gift)
      return true;
    if (P.isThis())
      return Gift->This;
    const VarDecl *V = P.variable();
    return V && (V->hasGlobalStorage() || Gift->Variables.count(V));
  };
  for (const Event *E : Flow.at(S)) {
    switch (E->Kind) {
    case EventKind::RequestStop:
    case EventKind::Close:
    case EventKind::StopPool:
      return true;
    case EventKind::Store:
    case EventKind::Signal:
    case EventKind::Escape:
    case EventKind::CountUp:
    case EventKind::Decrement:
      if (E->Where && !E->Where.touches(Subject) && Reaches(E->Where))
        return true;
      break;
    default:
      break;
    }
  }
  // A member of an object that the task uses: cancel() and the like.
  if (auto *Call = dyn_cast<CXXMemberCallExpr>(S))
    if (const CXXMethodDecl *M = Call->getMethodDecl();
        M && !M->isConst() && Gift) {
      Place P = A.Tasks.placeOf(Call->getImplicitObjectArgument());
      if (P && !P.touches(Subject) && !A.Tasks.inSystemHeader(M->getLocation()))
        return Reaches(P);
    }
  return false;
}

/// Whether the result of a callee that starts the task tells if it did.
bool FutureQuestion::startsSometimes(const Event &E) const {
  if (E.OriginIn == Flow.function())
    return false;
  auto *Call = dyn_cast<CallExpr>(E.At);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee || !A.Paths.get(Callee))
    return false;
  QualType T = Callee->getReturnType();
  if (!T->isScalarType() && !T->isRecordType())
    return false;
  unsigned Returns = 0;
  for (const CFGBlock *B : A.Paths.get(Callee)->graph())
    for (const CFGElement &Element : *B)
      if (auto S = Element.getAs<CFGStmt>())
        Returns += isa<ReturnStmt>(S->getStmt());
  return Returns > 1;
}

/// Whether a callee may repeat the timed wait until it succeeds.
bool FutureQuestion::waitsAgain(const Event &E) const {
  if (E.OriginIn == Flow.function() || !E.OriginIn)
    return false;
  FunctionFlow *Inner = A.Paths.get(E.OriginIn);
  for (const Stmt *P = Inner ? Inner->parent(E.Origin) : nullptr; P;
       P = Inner->parent(P))
    if (isa<WhileStmt, DoStmt, ForStmt>(P))
      return true;
  return false;
}

void FutureQuestion::visit(const Stmt *S, State Now,
                           llvm::SmallVectorImpl<State> &Next) {
  for (const Event *E : Flow.at(S)) {
    if (E->Kind == EventKind::Exit)
      return;
    if (!E->Where || !E->Where.touches(Subject))
      continue;
    if (E->InCallable && E->Kind != EventKind::Start) {
      Now = with(Now, Gone);
      continue;
    }
    switch (E->Kind) {
    case EventKind::Start: {
      if (!E->Element && !IsContainer &&
          (kind(Now) == Running || kind(Now) == Maybe || kind(Now) == GaveUp))
        lose(FutureLoss::Overwritten, Now, S->getBeginLoc(), Here);
      size_t Index = 0;
      for (size_t I = 1; I != Starts.size(); ++I)
        if (Starts[I] == E)
          Index = I;
      if (kind(Now) != Gone)
        Now = Running | State(Index << 3);
      if (startsSometimes(*E))
        Now = with(Now, Gone);
      break;
    }
    case EventKind::Wait:
    case EventKind::Join:
      Now = with(Now, kind(Now) == Gone ? Gone : Read);
      break;
    case EventKind::TimedWait:
    case EventKind::TryWait: {
      if (waitsAgain(*E)) {
        Now = with(Now, Gone);
        break;
      }
      size_t Index = 0;
      for (size_t I = 1; I != Waits.size(); ++I)
        if (Waits[I] == E)
          Index = I;
      if (kind(Now) == Running || kind(Now) == GaveUp || kind(Now) == Maybe)
        Now = with((Now & 2047) | State(Index << 11), Maybe);
      break;
    }
    case EventKind::MoveOut:
      Now = IsContainer || E->Where != Subject ? with(Now, Gone) : State(Empty);
      break;
    case EventKind::Escape:
    case EventKind::Release:
      Now = with(Now, Gone);
      break;
    case EventKind::Reset:
      if (kind(Now) != Gone)
        Now = Empty;
      break;
    default:
      break;
    }
  }
  if ((kind(Now) == GaveUp || kind(Now) == Maybe) && asksToStop(S, Now))
    Now = with(Now, Read);
  Next.push_back(Now);
}

std::optional<PathQuestion::State>
FutureQuestion::refine(const Expr *Condition, bool Truth, State Now) {
  const Expr *E = valueOf(Condition);
  for (const Event *Seen : Flow.at(E))
    if (Seen->Kind == EventKind::Test && Seen->Where.touches(Subject) &&
        !IsContainer) {
      if (Truth && kind(Now) == Empty)
        return std::nullopt;
      if (!Truth &&
          (kind(Now) == Running || kind(Now) == Maybe || kind(Now) == GaveUp))
        return std::nullopt;
      return Now;
    }
  if (auto NonNull = nullTest(E, Truth, Subject, A.Tasks);
      NonNull && !IsContainer) {
    bool Held =
        kind(Now) == Running || kind(Now) == Maybe || kind(Now) == GaveUp;
    if (*NonNull ? kind(Now) == Empty : Held)
      return std::nullopt;
    return Now;
  }
  if (IsContainer && kind(Now) != Gone)
    if (auto Empty = emptyTest(E, Truth, Subject, A.Tasks); Empty && *Empty)
      return with(Now, Read);
  if (kind(Now) != Maybe || !wait(Now))
    return Now;
  switch (timedResult(E, Truth, wait(Now)->Origin, Flow)) {
  case TimedResult::Done:
    return with(Now, Read);
  case TimedResult::GaveUp:
    return with(Now, GaveUp);
  case TimedResult::Unknown:
    break;
  }
  return Now;
}

std::optional<PathQuestion::State>
FutureQuestion::refineCase(const Expr *Condition, const Expr *Value,
                           State Now) {
  if (kind(Now) != Maybe || !wait(Now))
    return Now;
  switch (timedCase(Condition, Value, wait(Now)->Origin, Flow)) {
  case TimedResult::Done:
    return with(Now, Read);
  case TimedResult::GaveUp:
    return with(Now, GaveUp);
  case TimedResult::Unknown:
    break;
  }
  return Now;
}

PathQuestion::State FutureQuestion::leaveLoop(const Stmt *Loop, State Now) {
  return EndingLoops.count(Loop) && kind(Now) != Empty ? with(Now, Read) : Now;
}

PathQuestion::State FutureQuestion::destroy(const VarDecl *V, const Stmt *Cause,
                                            bool Unwinding, const Trail *Path,
                                            State Now) {
  if (V != Owner)
    return Now;
  // A class that waits for its futures when it dies.
  if (!Subject.path().empty()) {
    const CXXRecordDecl *R = V->getType()->getAsCXXRecordDecl();
    if (R && !A.Tasks.destructorVisible(R))
      return Empty;
    for (const Event &E : A.Tasks.destructorOf(V))
      if (E.Origin && E.Where.touches(Subject) &&
          (E.Kind == EventKind::Wait || E.Kind == EventKind::Join ||
           E.Kind == EventKind::TimedWait || E.Kind == EventKind::MoveOut ||
           E.Kind == EventKind::Escape))
        return Empty;
  }
  SourceLocation At;
  if (Cause)
    At = isa<CompoundStmt>(Cause) ? Cause->getEndLoc() : Cause->getBeginLoc();
  if (kind(Now) == Running && !Unwinding)
    lose(FutureLoss::Unread, Now, At, Path);
  if (kind(Now) == GaveUp || kind(Now) == Maybe)
    lose(FutureLoss::TimedOut, Now, At, Path);
  return Empty;
}

} // namespace joinery
