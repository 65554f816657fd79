//===- ExtractOps.cpp - What modelled calls do ----------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A call that the model knows is an event of the object that it is about.
//
//===----------------------------------------------------------------------===//

#include "task/Extract.h"
#include "task/Reads.h"

using namespace clang;
using joinery::model::Op;
using joinery::model::Role;

namespace joinery {

std::optional<EventKind> eventOf(Op O) {
  switch (O) {
  case Op::Join:
    return EventKind::Join;
  case Op::TimedJoin:
    return EventKind::TimedJoin;
  case Op::Detach:
    return EventKind::Detach;
  case Op::Joinable:
    return EventKind::Test;
  case Op::Send:
    return EventKind::Send;
  case Op::TrySend:
  case Op::TimedSend:
  case Op::StoppableSend:
    return EventKind::TimedSend;
  case Op::Receive:
    return EventKind::Receive;
  case Op::TryReceive:
  case Op::TimedReceive:
  case Op::StoppableReceive:
    return EventKind::TimedReceive;
  case Op::Close:
    return EventKind::Close;
  case Op::CountUp:
  case Op::Increment:
    return EventKind::CountUp;
  case Op::Signal:
  case Op::SignalAndWait:
  case Op::Drop:
    return EventKind::Signal;
  case Op::Decrement:
    return EventKind::Decrement;
  case Op::Wait:
    return EventKind::Wait;
  case Op::TimedWait:
    return EventKind::TimedWait;
  case Op::TryWait:
    return EventKind::TryWait;
  case Op::GetFuture:
    return EventKind::GetFuture;
  case Op::Release:
    return EventKind::Release;
  case Op::RequestStop:
    return EventKind::RequestStop;
  case Op::TestStop:
    return EventKind::TestStop;
  case Op::Initialize:
    return EventKind::Initialize;
  case Op::Sleep:
    return EventKind::Sleep;
  case Op::Stop:
    return EventKind::StopPool;
  case Op::Clear:
    return EventKind::Reset;
  case Op::Store:
    return EventKind::Store;
  case Op::Exchange:
  case Op::Share:
    return EventKind::MoveOut;
  case Op::Exit:
  case Op::QuickExit:
    return EventKind::Exit;
  case Op::BlockForever:
  case Op::Run:
    return EventKind::BlockForever;
  case Op::Throw:
  case Op::Rethrow:
    return EventKind::Throw;
  default:
    return std::nullopt;
  }
}

void Extractor::addWaitedValues(const Expr *Predicate, EventKind Kind,
                                const Expr *At) {
  Callable C = U.callableOf(Predicate);
  const FunctionDecl *Body = C.body();
  if (!Body || U.inSystemHeader(Body->getLocation()))
    return;
  CallFrame Frame = U.entryFrame(C);
  for (const Place &P : readsOf(U, Body->getBody()))
    if (Place Seen = U.translate(P, Frame))
      add(Kind, Seen, At, At);
}

namespace {
/// The objects that conditions ask: `if (value.has_value())`, `map.count(k)
/// &&`.
struct Questions : RecursiveASTVisitor<Questions> {
  Unit &U;
  std::vector<Place> &Out;
  unsigned Inside = 0;
  Questions(Unit &U, std::vector<Place> &Out) : U(U), Out(Out) {}

  bool ask(Expr *E) {
    ++Inside;
    bool Go = TraverseStmt(E);
    --Inside;
    return Go;
  }
  bool VisitIfStmt(IfStmt *S) { return !S->getCond() || ask(S->getCond()); }
  bool VisitWhileStmt(WhileStmt *S) { return ask(S->getCond()); }
  bool VisitForStmt(ForStmt *S) { return !S->getCond() || ask(S->getCond()); }
  bool VisitSwitchStmt(SwitchStmt *S) { return ask(S->getCond()); }
  bool VisitConditionalOperator(ConditionalOperator *C) {
    return ask(C->getCond());
  }
  bool VisitBinaryOperator(BinaryOperator *B) {
    return !B->isLogicalOp() || ask(B->getLHS());
  }
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *C) {
    auto Meaning = U.lookup().call(C->getMethodDecl());
    if (Inside || (Meaning && Meaning->Does == Op::Insert))
      note(C->getImplicitObjectArgument());
    return true;
  }
  bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *C) {
    // What was just given a value has one.
    if (C->getOperator() == OO_Equal)
      note(C->getArg(0));
    return true;
  }
  bool VisitCallExpr(CallExpr *C) {
    // std::holds_alternative<T>(value), value != std::nullopt
    if (Inside && !isa<CXXMemberCallExpr>(C) && C->getNumArgs() > 0)
      note(C->getArg(0));
    return true;
  }
  void note(const Expr *E) {
    if (Place P = U.placeOf(E); P && !llvm::is_contained(Out, P))
      Out.push_back(P);
  }
};
} // namespace

/// Whether a condition of this function asks the object something.
bool Extractor::isTested(const Expr *Object) {
  Place P = U.placeOf(Object);
  if (!P || !Info.Function->getBody())
    return false;
  if (!Tested) {
    Tested.emplace();
    Questions Ask(U, *Tested);
    Ask.TraverseStmt(Info.Function->getBody());
  }
  return llvm::is_contained(*Tested, P);
}

void Extractor::addOp(const model::Meaning &M, const Expr *Call,
                      const Expr *Object, llvm::ArrayRef<const Expr *> Args) {
  Place P = Object ? U.placeOf(Object) : Place();
  const model::Type *Type =
      Object ? U.lookup().type(Object->getType()->isPointerType()
                                   ? Object->getType()->getPointeeType()
                                   : Object->getType())
             : nullptr;
  if (!Type)
    Type = M.OfType;
  // Who has looked before does not run into it.
  const Expr *Accessed = Object ? Object : Args.empty() ? nullptr : Args[0];
  if (M.Does == Op::Rethrow || ((M.Throws || M.Does == Op::Throw) &&
                                !(Accessed && isTested(Accessed)))) {
    Event &E = add(EventKind::Throw, {}, Call, Call);
    E.Caught = isCaught(QualType());
  }
  // An owner that is given another object: what was in it ends, and the new one
  // is held.
  if (M.Does == Op::Clear && P && Args.size() == 1 &&
      Args[0]->getType()->isPointerType() &&
      isa<CXXNewExpr>(valueOf(Args[0]))) {
    Event &E = add(EventKind::Reset, P, Call, Call);
    E.Type = Type;
    land(Args[0], P, Object->getType(), Call, false);
    return;
  }
  // Whether an optional is engaged says nothing of a handle in it.
  if (M.Does == Op::Joinable && M.OfType && M.OfType->Role == Role::Value)
    return;
  if (M.Rethrows && P)
    for (const Event &Before : Info.Events)
      if (const FunctionDecl *Body = Before.Kind == EventKind::Start &&
                                             Before.Where == P && Before.Task
                                         ? Before.Task->Entry.body()
                                         : nullptr;
          Body && !U.inSystemHeader(Body->getLocation()))
        if (const Expr *Thrown = U.visibleThrow(Body)) {
          bool Caught = isCaught(thrownType(Thrown));
          add(EventKind::Throw, {}, Call, Thrown).Caught = Caught;
          break;
        }
  if (M.Does == Op::Swap) {
    add(EventKind::Escape, P, Call, Call);
    for (const Expr *A : Args)
      if (Place Other = U.placeOf(A); Other && U.isInteresting(A->getType()))
        add(EventKind::Escape, Other, Call, Call);
    return;
  }
  // Who has a handle's stop source can ask for the stop.
  if (M.Does == Op::GetStop && P && Type && Type->Role == Role::Thread)
    add(EventKind::RequestStop, P, Call, Call).InCallable = true;
  auto Kind = eventOf(M.Does);
  if (!Kind || *Kind == EventKind::Throw)
    return;
  // What is done to the handle that a call has just returned.
  const Spawn *Temporary = nullptr;
  if (Object && !P) {
    const Expr *Value = valueOf(Object);
    if (Spawn *S = U.SpawnOf.lookup(Value)) {
      if (S->Where == Fate::Unknown)
        S->Where = Fate::Chained;
      Temporary = S;
      P = Place::temporary(Value);
    }
  }
  if (*Kind == EventKind::Release) {
    // `p.release()` in an initializer hands the object over.
    add(P && P.valid() ? EventKind::Release : EventKind::Escape, P, Call, Call);
    return;
  }
  Event &E = add(*Kind, P, Call, Call);
  E.Quick = M.Does == Op::QuickExit;
  E.Task = Temporary;
  E.Type = Type;
  if (M.Rethrows)
    E.Caught = isCaught(QualType());
  if (*Kind == EventKind::Detach) {
    if (!E.Task)
      for (const Event &Before : Info.Events)
        if (Before.Kind == EventKind::Start && Before.Where == P && P)
          E.Task = Before.Task;
    E.Owner = ownerHere();
  }
  bool Element = Object && U.isContainer(Object->getType());
  E.Element = Element;
  if (M.Does == Op::SignalAndWait) {
    add(EventKind::Wait, P, Call, Call).Type = Type;
  }
  if (*Kind == EventKind::Wait || *Kind == EventKind::TimedWait)
    for (const Expr *A : Args)
      if (const model::Type *Token =
              U.lookup().type(A->getType().getNonReferenceType());
          Token &&
          (Token->Role == Role::StopToken || Token->Role == Role::StopSource))
        Info.Events.back().Stop = U.placeOf(A);
  if (Type && Type->Role == Role::Condition &&
      (*Kind == EventKind::Wait || *Kind == EventKind::TimedWait))
    for (const Expr *A : Args)
      addWaitedValues(A, *Kind, Call);
}

void Extractor::addFunctionOp(const model::Meaning &M, CallExpr *C) {
  const model::Function &F = *M.OfFunction;
  llvm::ArrayRef<const Expr *> Args(C->getArgs(), C->getNumArgs());
  // The object of a function object's call is no argument.
  if (isa<CXXOperatorCallExpr>(C) &&
      isa_and_nonnull<CXXMethodDecl>(C->getDirectCallee()) && !Args.empty())
    Args = Args.drop_front();
  auto Arg = [&](std::optional<unsigned> Index) -> const Expr * {
    if (Index && *Index == model::LastArgument)
      return Args.empty() ? nullptr : Args.back();
    return Index && *Index < Args.size() ? Args[*Index] : nullptr;
  };
  switch (M.Does) {
  case Op::Move: {
    // A moved-from handle has given its task away.
    if (Args.empty() || !C->isXValue())
      return;
    if (U.isInteresting(Args[0]->getType()))
      if (Place P = U.placeOf(Args[0]))
        add(EventKind::MoveOut, P, C, C);
    return;
  }
  case Op::Bind:
    // What is bound by reference is in the hands of who calls it.
    for (const Expr *A : Args.drop_front(Args.empty() ? 0 : 1)) {
      const Expr *Value = valueOf(A);
      auto *Address = dyn_cast<UnaryOperator>(Value);
      auto *Call = dyn_cast<CallExpr>(Value);
      auto Meaning = Call && Call->getDirectCallee()
                         ? U.lookup().call(Call->getDirectCallee())
                         : std::nullopt;
      if (((Address && Address->getOpcode() == UO_AddrOf) ||
           (Meaning && Meaning->Does == Op::Ref)) &&
          U.isInteresting(A->getType()))
        if (Place P = U.placeOf(A))
          add(EventKind::Escape, P, C, C).InCallable = true;
    }
    return;
  case Op::Exchange:
    if (!Args.empty() && U.isInteresting(Args[0]->getType()))
      add(EventKind::MoveOut, U.placeOf(Args[0]), C, C);
    if (Args.size() > 1 && U.heldType(Args[0]->getType()))
      if (Place Target = U.placeOf(Args[0]))
        land(Args[1], Target, Args[0]->getType(), C, false);
    return;
  case Op::Swap:
    for (const Expr *A : Args)
      if (U.isInteresting(A->getType()))
        add(EventKind::Escape, U.placeOf(A), C, C);
    return;
  case Op::ForEach: {
    while (Args.size() > 1 && isa<CXXDefaultArgExpr>(Args.back()))
      Args = Args.drop_back();
    if (Args.empty())
      return;
    inlineCallable(U.callableOf(Args.back()), C, false, U.placeOf(Args[0]));
    return;
  }
  case Op::AtExit:
  case Op::Invoke:
    if (const Expr *Entry = Arg(F.Entry)) {
      Callable Called = U.callableOf(Entry);
      if (Called.Modelled && !Called.Object)
        Called.Object = Arg(F.Entry + 1);
      inlineCallable(Called, C, M.Does == Op::AtExit);
      // Which argument, or element of one, becomes which parameter is not told.
      if (M.Does == Op::Invoke && !Called.Modelled)
        for (const Expr *Given : Args.drop_front(F.Entry + 1))
          if (U.heldType(Given->getType()))
            if (Place P = U.placeOf(Given))
              add(EventKind::Escape, P, C, C);
    }
    return;
  case Op::Make:
    passToUnseen(C->getDirectCallee(), nullptr, Args, C);
    passCallables(C->getDirectCallee(), Args, C, true);
    return;
  default:
    break;
  }
  const Expr *Object = Arg(F.Object);
  if (!Object)
    Object = Arg(F.Handle.Argument);
  if (Object)
    if (auto *Self = dyn_cast<CallExpr>(valueOf(Object));
        Self && Self->getDirectCallee())
      if (auto Meaning = U.lookup().call(Self->getDirectCallee());
          Meaning && Meaning->Does == Op::SelfHandle) {
        if (auto Kind = eventOf(M.Does)) {
          Event &E = add(*Kind, {}, C, C);
          E.Self = true;
          E.Owner = ownerHere();
        }
        return;
      }
  addOp(M, C, Object, Args);
}

} // namespace joinery
