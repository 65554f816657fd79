//===- Stops.cpp - What ends a task, and whether it was said --------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Stops.h"
#include "flow/Channels.h"
#include "flow/Parts.h"
#include "task/Extract.h"
#include "task/Reads.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;
using joinery::model::Role;

namespace joinery {

/// The one flag that a predicate looks at, and when it lets its waiter go; none
/// when it looks at more.
static std::optional<StopNeed> flagOf(Unit &U, const Expr *Predicate) {
  Callable C = U.callableOf(Predicate);
  auto *Body =
      dyn_cast_or_null<CompoundStmt>(C.body() ? C.body()->getBody() : nullptr);
  auto *Return = Body && Body->size() == 1
                     ? dyn_cast<ReturnStmt>(Body->body_front())
                     : nullptr;
  if (!Return || !Return->getRetValue())
    return std::nullopt;
  bool Truth = true;
  const Expr *E = valueOf(Return->getRetValue());
  for (const auto *Not = dyn_cast<UnaryOperator>(E);
       Not && Not->getOpcode() == UO_LNot; Not = dyn_cast<UnaryOperator>(E)) {
    Truth = !Truth;
    E = valueOf(Not->getSubExpr());
  }
  const Expr *Object = E;
  if (auto *Call = dyn_cast<CXXMemberCallExpr>(E);
      Call && isPlainRead(U, Call) &&
      U.isCounterType(Call->getImplicitObjectArgument()->getType()))
    Object = valueOf(Call->getImplicitObjectArgument());
  if (!isa<DeclRefExpr, MemberExpr>(Object) ||
      !U.isCounterType(Object->getType()))
    return std::nullopt;
  StopNeed Need;
  Need.Where = U.translate(U.placeOf(Object), U.entryFrame(C));
  Need.Wants = FlagTest{0, !Truth};
  Need.At = E;
  if (!Need.Where)
    return std::nullopt;
  return Need;
}

/// Whether a send on the channel waits for its receiver.
static bool isUnbuffered(Unit &U, const Place &Channel) {
  if (const VarDecl *V = Channel.variable(); V && Channel.path().empty()) {
    auto C = channelOf(U, V);
    return C && C->Capacity.Is == Amount::Constant && C->Capacity.Value == 0;
  }
  const ValueDecl *Last = Channel.last();
  const model::Type *T = Last ? U.heldType(Last->getType()) : nullptr;
  return T && T->Role == Role::Channel && T->Capacity && T->Capacity->Fixed &&
         *T->Capacity->Fixed == 0;
}

/// What the blocking call \p E of a task's part waits for.
static std::optional<StopNeed> needOf(Unit &U, const TaskPart &Part,
                                      const Event &E) {
  StopNeed Need;
  Need.At = E.Origin;
  Need.Where = E.Where;
  if (E.Kind == EventKind::Wait && E.Type && E.Type->Role == Role::Atomic)
    return Need;
  if (E.Kind == EventKind::Wait && E.Type && E.Type->Role == Role::Condition) {
    auto *Call = dyn_cast<CallExpr>(E.Origin);
    if (!Call || Call->getNumArgs() < 2)
      return std::nullopt;
    return flagOf(U, Call->getArg(Call->getNumArgs() - 1));
  }
  Need.What = LoopCondition::Closed;
  if (E.Kind == EventKind::Receive && E.Type && E.Type->Role == Role::Channel &&
      E.Type->Blocks != model::Blocks::Awaited) {
    Need.ByElement = true;
    return Need;
  }
  if (E.Kind == EventKind::Send && E.Type && E.Type->Role == Role::Channel &&
      E.Type->Blocks != model::Blocks::Awaited &&
      isUnbuffered(U, Part.outside(U, E.Where))) {
    Need.ByReceive = true;
    return Need;
  }
  return std::nullopt;
}

std::string tellNeed(const StopNeed &Need) {
  std::string Name = "'" + Need.Where.str() + "'";
  if (Need.OwnToken)
    return "its stop token says so";
  if (Need.ByReceive)
    return Name + " is received from or closed";
  if (Need.What == LoopCondition::Closed)
    return Name + (Need.ByElement ? " is sent to or closed" : " is closed");
  return Name + " says so";
}

std::vector<StopLoop> stopLoopsOf(Analysis &A, const Spawn &S) {
  std::vector<StopLoop> Result;
  for (const TaskPart &Part : partsOf(A, S))
    for (const LoopFacts &L : loopsIn(A, Part.Function)) {
      if (!L.endsOnlyByStop())
        continue;
      StopLoop Found;
      Found.Loop = L.Loop;
      bool Named = true;
      for (const LoopExit &E : L.Exits) {
        const LoopCondition &C = *E.stop();
        StopNeed Need;
        Need.What = C.What;
        Need.Wants = C.Wants;
        Need.At = C.At;
        Need.ByElement = C.ByElement;
        if (C.What == LoopCondition::Token)
          Need.OwnToken = isOwnToken(S, Part, C.Where);
        if (!Need.OwnToken)
          Need.Where = Part.outside(A.Tasks, C.Where);
        Named &= Need.OwnToken || Need.Where.valid();
        Found.Needs.push_back(std::move(Need));
      }
      if (Named)
        Result.push_back(std::move(Found));
    }
  for (const TaskPart &Part : partsOf(A, S))
    for (const Event &E : A.Tasks.info(Part.Function).Events) {
      if (E.OriginIn != Part.Function || E.InCallable || E.Guard || E.Stop ||
          !E.Origin || !E.Where)
        continue;
      auto Need = needOf(A.Tasks, Part, E);
      if (!Need)
        continue;
      Need->Where = Part.outside(A.Tasks, Need->Where);
      if (!Need->Where)
        continue;
      StopLoop Found;
      Found.Loop = E.Origin;
      Found.IsCall = true;
      Found.Needs.push_back(std::move(*Need));
      Result.push_back(std::move(Found));
    }
  return Result;
}

/// The constant that a store writes.
static std::optional<int64_t> storedValue(Unit &U, const Event &E) {
  const Expr *Value = nullptr;
  if (auto *B = dyn_cast_or_null<BinaryOperator>(E.Origin))
    Value = B->getRHS();
  else if (auto *O = dyn_cast_or_null<CXXOperatorCallExpr>(E.Origin))
    Value = O->getNumArgs() == 2 ? O->getArg(1) : nullptr;
  else if (auto *C = dyn_cast_or_null<CXXMemberCallExpr>(E.Origin))
    Value = C->getNumArgs() > 0 ? C->getArg(0) : nullptr;
  else if (auto *A = dyn_cast_or_null<AtomicExpr>(E.Origin))
    Value = A->getOpAsString().contains("store") ? A->getVal1() : nullptr;
  if (Value && Value->getType()->isAtomicType())
    Value = Value->IgnoreParenImpCasts();
  Expr::EvalResult R;
  if (!Value || Value->isValueDependent() ||
      !Value->getType()->isIntegralOrEnumerationType() ||
      !Value->EvaluateAsInt(R, U.context()))
    return std::nullopt;
  return R.Val.getInt().tryExtValue();
}

bool saysStop(Unit &U, const Event &E, const StopNeed &Need,
              const Place &Handle) {
  const Place &P = Need.OwnToken ? Handle : Need.Where;
  if (!E.Where || !E.Where.touches(P))
    return false;
  switch (E.Kind) {
  case EventKind::Escape:
  case EventKind::MoveOut:
  case EventKind::Release:
    return true;
  case EventKind::RequestStop:
    return Need.What == LoopCondition::Token;
  case EventKind::Close:
  case EventKind::StopPool:
    return true;
  case EventKind::Signal:
    return Need.What == LoopCondition::Signal ||
           Need.What == LoopCondition::Closed;
  case EventKind::Send:
  case EventKind::TimedSend:
    return Need.What == LoopCondition::Closed && Need.ByElement;
  case EventKind::Receive:
  case EventKind::TimedReceive:
    return Need.What == LoopCondition::Closed && Need.ByReceive;
  case EventKind::Store:
    if (Need.Wants)
      if (auto Value = storedValue(U, E))
        return Need.Wants->holds(*Value);
    return Need.What == LoopCondition::Flag;
  case EventKind::CountUp:
  case EventKind::Decrement:
    return Need.What == LoopCondition::Flag;
  default:
    return false;
  }
}

Place sleepsOn(Analysis &A, const Spawn &S, const Place &Flag) {
  Unit &U = A.Tasks;
  for (const TaskPart &Part : partsOf(A, S)) {
    FunctionFlow *Flow = A.Paths.get(Part.Function);
    if (!Flow)
      continue;
    for (const Event &E : Flow->events()) {
      if (E.Kind != EventKind::Wait || !E.Type || E.Stop || E.InCallable ||
          !E.At || !E.Where)
        continue;
      Place Object = Part.outside(U, E.Where);
      if (E.Type->Role == Role::Atomic) {
        if (Object == Flag)
          return Object;
        continue;
      }
      if (E.Type->Role != Role::Condition || !Object)
        continue;
      // Its predicate, or the loop around it, looks at the flag.
      for (const Event &Other : Flow->events())
        if (Other.Kind == EventKind::Wait && Other.At == E.At &&
            Part.outside(U, Other.Where) == Flag)
          return Object;
      for (const LoopFacts &L : loopsIn(A, Part.Function)) {
        if (!Flow->isAncestor(L.Loop, E.At))
          continue;
        for (const LoopExit &Exit : L.Exits)
          for (const LoopCondition &C : Exit.Needs)
            if (C.What == LoopCondition::Flag &&
                Part.outside(U, C.Where) == Flag)
              return Object;
      }
    }
  }
  return {};
}

const Stmt *withoutBound(Analysis &A, const Spawn &S) {
  Unit &U = A.Tasks;
  for (const TaskPart &Part : partsOf(A, S)) {
    for (const LoopFacts &L : loopsIn(A, Part.Function)) {
      if (L.Counts || L.endsOnlyByStop())
        continue;
      bool Bounded = false;
      for (const LoopExit &E : L.Exits) {
        bool Outside = false; // By a throw, at its latest.
        for (const LoopCondition &C : E.Needs)
          Outside |= C.isStop() || (C.What == LoopCondition::Unseen && !C.Ends);
        Bounded |= !Outside;
      }
      if (!Bounded)
        return L.Loop;
    }
    for (const Event &E : U.info(Part.Function).Events)
      if (E.Kind == EventKind::BlockForever && E.OriginIn == Part.Function)
        return E.Origin;
  }
  return nullptr;
}

namespace {
/// Looks for a field that is handed out: returned by reference, or given to
/// another member that keeps it.
struct FieldLender : RecursiveASTVisitor<FieldLender> {
  const FieldDecl *Field;
  bool Found = false;
  explicit FieldLender(const FieldDecl *Field) : Field(Field) {}
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitMemberExpr(MemberExpr *M) {
    Found |= M->getMemberDecl()->getCanonicalDecl() == Field;
    return true;
  }
  bool in(const Expr *E) {
    TraverseStmt(const_cast<Expr *>(E));
    return Found;
  }
};
struct FieldReturns : RecursiveASTVisitor<FieldReturns> {
  const FieldDecl *Field;
  bool Found = false;
  explicit FieldReturns(const FieldDecl *Field) : Field(Field) {}
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitReturnStmt(ReturnStmt *R) {
    if (R->getRetValue())
      Found |= FieldLender(Field).in(R->getRetValue());
    return true;
  }
};
} // namespace

/// Whether code of the class lends \p Field to somebody who keeps it: another
/// member, a caller.
static bool isLent(const CXXRecordDecl *Class, const FieldDecl *Field,
                   const FieldDecl *Holder) {
  auto Keeps = [&](const FieldDecl *Other, const Expr *Init) {
    QualType T = Other->getType();
    return Init && Other != Holder && Other != Field &&
           (T->isReferenceType() || T->isPointerType() || T->isRecordType()) &&
           FieldLender(Field).in(Init);
  };
  for (const FieldDecl *Other : Class->fields())
    if (Keeps(Other->getCanonicalDecl(), Other->getInClassInitializer()))
      return true;
  for (const CXXMethodDecl *M : Class->methods()) {
    const FunctionDecl *Body = nullptr;
    if (!M->hasBody(Body))
      continue;
    if (auto *C = dyn_cast<CXXConstructorDecl>(Body))
      for (const CXXCtorInitializer *I : C->inits())
        if (I->isMemberInitializer() &&
            Keeps(I->getMember()->getCanonicalDecl(), I->getInit()))
          return true;
    if (M->getReturnType()->isReferenceType() ||
        M->getReturnType()->isPointerType()) {
      FieldReturns Returns(Field);
      Returns.TraverseStmt(Body->getBody());
      if (Returns.Found)
        return true;
    }
  }
  return false;
}

bool isPrivate(const FieldDecl *F, const FieldDecl *Holder) {
  const auto *Class = dyn_cast<CXXRecordDecl>(F->getParent());
  return Class && F->getAccess() == AS_private &&
         llvm::none_of(Class->decls(),
                       [](const Decl *D) { return isa<FriendDecl>(D); }) &&
         !isLent(Class, F->getCanonicalDecl(), Holder);
}

bool isPrivateAndSeen(Unit &U, const FieldDecl *F, const FieldDecl *Holder) {
  if (!isPrivate(F, Holder))
    return false;
  const auto *Class = cast<CXXRecordDecl>(F->getParent());
  for (const Decl *D : Class->decls()) {
    if (auto *M = dyn_cast<CXXMethodDecl>(D))
      if (!M->isImplicit() && !M->isDefaulted() && !M->isDeleted() &&
          !M->hasBody() && !M->isPureVirtual())
        return false;
    if (auto *T = dyn_cast<FunctionTemplateDecl>(D))
      if (!T->getTemplatedDecl()->hasBody())
        return false;
  }
  return true;
}

} // namespace joinery
