//===- Extract.cpp - From statements to events ----------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One pass over a body asks the model about every call and writes down what
// happens to which object. Calls of this unit's functions are replaced by what
// those do, as seen from here; calls of functions that are not seen give their
// non-const arguments away.
//
//===----------------------------------------------------------------------===//

#include "task/Extract.h"
#include "task/Bounds.h"
#include "task/Reads.h"

using namespace clang;
using joinery::model::Op;
using joinery::model::Role;

namespace joinery {

/// Of a callee's events only so many are repeated in order, and none where a
/// function has too many already; what the others happen to is handed away.
static constexpr size_t MaxEvents = 4000;
static constexpr size_t MaxInlined = 200;
/// Calls of calls are followed so far, for the sake of the stack.
static constexpr unsigned MaxNesting = 400;

const Expr *valueOf(const Expr *E) {
  while (E) {
    const Expr *Before = E;
    E = E->IgnoreParenCasts();
    if (auto *C = dyn_cast<ExprWithCleanups>(E))
      E = C->getSubExpr();
    else if (auto *M = dyn_cast<MaterializeTemporaryExpr>(E))
      E = M->getSubExpr();
    else if (auto *B = dyn_cast<CXXBindTemporaryExpr>(E))
      E = B->getSubExpr();
    else if (auto *K = dyn_cast<ConstantExpr>(E))
      E = K->getSubExpr();
    else if (auto *D = dyn_cast<CXXDefaultInitExpr>(E))
      E = D->getExpr();
    else if (auto *C = dyn_cast<CXXConstructExpr>(E);
             C && C->getNumArgs() == 1 && C->isElidable())
      E = C->getArg(0);
    if (E == Before)
      return E;
  }
  return E;
}

QualType thrownType(const Expr *E) {
  auto *T = dyn_cast_or_null<CXXThrowExpr>(E);
  return T && T->getSubExpr() ? T->getSubExpr()->getType() : QualType();
}

SourceLocation operationAt(const Stmt *S) {
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(S))
    if (auto *Callee =
            dyn_cast<MemberExpr>(Member->getCallee()->IgnoreParenImpCasts()))
      return Callee->getMemberLoc();
  if (auto *Operator = dyn_cast<CXXOperatorCallExpr>(S))
    return Operator->getOperatorLoc();
  if (auto *Assign = dyn_cast<BinaryOperator>(S))
    return Assign->getOperatorLoc();
  return S->getBeginLoc();
}

static bool contains(const Stmt *S, const Stmt *Part) {
  if (!S || S == Part)
    return S;
  return llvm::any_of(S->children(), [&](const Stmt *Child) {
    return Child && contains(Child, Part);
  });
}

/// The expression with \p Call in it whose value the variable holds.
static const Expr *storedCall(const ValueDecl *V, const Expr *Call,
                              const Stmt *In) {
  if (auto *Variable = dyn_cast<VarDecl>(V);
      Variable && Variable->getInit() && contains(Variable->getInit(), Call))
    return Variable->getInit();
  if (!In)
    return nullptr;
  if (auto *B = dyn_cast<BinaryOperator>(In);
      B && B->getOpcode() == BO_Assign && contains(B->getRHS(), Call)) {
    const Expr *Left = B->getLHS()->IgnoreParenImpCasts();
    auto *Ref = dyn_cast<DeclRefExpr>(Left);
    auto *Member = dyn_cast<MemberExpr>(Left);
    if ((Ref && Ref->getDecl() == V) ||
        (Member && Member->getMemberDecl() == V))
      return B->getRHS();
  }
  for (const Stmt *Child : In->children())
    if (const Expr *Found = storedCall(V, Call, Child))
      return Found;
  return nullptr;
}

static std::optional<int64_t> valueWhen(const Expr *E, const Expr *Call,
                                        int64_t Result, const FunctionDecl *In,
                                        bool &Speaks, unsigned Depth) {
  E = valueOf(E);
  if (!E || ++Depth > 8)
    return std::nullopt;
  if (E == Call) {
    Speaks = true;
    return Result;
  }
  if (auto *Ref = dyn_cast<DeclRefExpr>(E))
    if (auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
      if (const Expr *Stored = storedCall(V, Call, In->getBody()))
        return valueWhen(Stored, Call, Result, In, Speaks, Depth);
  // A field that remembers it: `worker->started`.
  if (auto *Member = dyn_cast<MemberExpr>(E))
    if (auto *F = dyn_cast<FieldDecl>(Member->getMemberDecl()))
      if (const Expr *Stored = storedCall(F, Call, In->getBody()))
        return valueWhen(Stored, Call, Result, In, Speaks, Depth);
  auto Value = [&](const Expr *Part) {
    return valueWhen(Part, Call, Result, In, Speaks, Depth);
  };
  if (auto *O = dyn_cast<UnaryOperator>(E); O && O->getOpcode() == UO_LNot) {
    auto V = Value(O->getSubExpr());
    return V ? std::optional<int64_t>(!*V) : std::nullopt;
  }
  if (auto *B = dyn_cast<BinaryOperator>(E)) {
    if (B->getOpcode() == BO_Assign)
      return Value(B->getRHS());
    if (B->isComparisonOp()) {
      auto L = Value(B->getLHS()), R = Value(B->getRHS());
      if (!L || !R)
        return std::nullopt;
      switch (B->getOpcode()) {
      case BO_EQ:
        return *L == *R;
      case BO_NE:
        return *L != *R;
      case BO_LT:
        return *L < *R;
      case BO_LE:
        return *L <= *R;
      case BO_GT:
        return *L > *R;
      case BO_GE:
        return *L >= *R;
      default:
        return std::nullopt;
      }
    }
  }
  if (auto *C = dyn_cast<ConditionalOperator>(E)) {
    auto Condition = Value(C->getCond());
    if (!Condition)
      return std::nullopt;
    return Value(*Condition ? C->getTrueExpr() : C->getFalseExpr());
  }
  Expr::EvalResult Known;
  if (!E->isValueDependent() && E->getType()->isIntegralOrEnumerationType() &&
      E->EvaluateAsInt(Known, In->getASTContext()) &&
      Known.Val.getInt().getSignificantBits() <= 64)
    return Known.Val.getInt().extOrTrunc(64).getSExtValue();
  return std::nullopt;
}

std::optional<int64_t> valueWhen(const Expr *E, const Expr *Call,
                                 int64_t Result, const FunctionDecl *In,
                                 bool &Speaks) {
  return valueWhen(E, Call, Result, In, Speaks, 0);
}

/// The return statement that is reached when \p Call has returned \p Result;
/// conditions that do not depend on it are taken not to hold.
static const ReturnStmt *returnWhen(const Stmt *S, const Expr *Call,
                                    int64_t Result, const FunctionDecl *In) {
  if (auto *R = dyn_cast_or_null<ReturnStmt>(S))
    return R;
  if (auto *C = dyn_cast_or_null<CompoundStmt>(S)) {
    for (const Stmt *One : C->body())
      if (const ReturnStmt *R = returnWhen(One, Call, Result, In))
        return R;
    return nullptr;
  }
  auto *If = dyn_cast_or_null<IfStmt>(S);
  if (!If)
    return nullptr;
  bool Speaks = false;
  auto Condition = valueWhen(If->getCond(), Call, Result, In, Speaks, 0);
  return returnWhen(Condition && *Condition ? If->getThen() : If->getElse(),
                    Call, Result, In);
}

/// What a helper returns when the task that it starts was started.
static std::optional<long> resultWhenStarted(const FunctionDecl *Helper,
                                             const Event &Start) {
  auto *Call = dyn_cast_or_null<Expr>(Start.At);
  if (!Call || !Start.Success)
    return std::nullopt;
  const ReturnStmt *Return =
      returnWhen(Helper->getBody(), Call, *Start.Success, Helper);
  if (!Return || !Return->getRetValue())
    return std::nullopt;
  bool Speaks = false;
  return valueWhen(Return->getRetValue(), Call, *Start.Success, Helper, Speaks,
                   0);
}

void Extractor::run() {
  const FunctionDecl *F = Info.Function;
  if (auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
    for (CXXCtorInitializer *I : Constructor->inits()) {
      const FieldDecl *Member = I->getMember();
      Place Target =
          Member ? Place::thisObject().field(Member) : Place::thisObject();
      // An initializer that stands with the member.
      Expr *Init = I->getInit();
      if (auto *Default = dyn_cast<CXXDefaultInitExpr>(Init))
        Init = Default->getExpr();
      if (const Expr *Value = valueOf(Init))
        Constructed[Value] = Target;
      TraverseStmt(Init);
      if (Member)
        land(Init, Target, Member->getType(), Init, false);
    }
  TraverseStmt(F->getBody());
}

bool Extractor::TraverseDecl(Decl *D) {
  // Local classes and their members are functions of their own.
  if (isa_and_nonnull<TagDecl, FunctionDecl>(D))
    return true;
  if (auto *V = dyn_cast_or_null<VarDecl>(D); V && V->getInit())
    if (const Expr *Value = valueOf(V->getInit()))
      Constructed[Value] = U.placeOfDecl(V);
  return Base::TraverseDecl(D);
}

bool Extractor::TraverseLambdaExpr(LambdaExpr *L) {
  for (Expr *Init : L->capture_inits())
    if (Init && !TraverseStmt(Init))
      return false;
  return true;
}

bool Extractor::TraverseCXXTryStmt(CXXTryStmt *S) {
  Tries.push_back(S);
  size_t Before = Info.Events.size();
  bool Go = TraverseStmt(S->getTryBlock());
  Tries.pop_back();
  bool Throws = false;
  for (size_t I = Before; I < Info.Events.size(); ++I)
    Throws |= Info.Events[I].Kind == EventKind::Throw;
  Rethrows.push_back(Throws);
  for (unsigned I = 0; Go && I != S->getNumHandlers(); ++I)
    Go = TraverseStmt(S->getHandler(I));
  Rethrows.pop_back();
  return Go;
}

/// The object whose method this is.
Place Extractor::ownerHere() const {
  auto *Method = dyn_cast_or_null<CXXMethodDecl>(U.outermost(Info.Function));
  return Method && Method->isInstance() ? Place::thisObject() : Place();
}

Event &Extractor::add(EventKind Kind, Place Where, const Stmt *At,
                      const Expr *Origin) {
  Event E;
  E.Kind = Kind;
  E.Where = std::move(Where);
  E.At = At;
  E.Origin = Origin;
  E.OriginIn = Info.Function;
  E.Loop = Loops.empty() ? nullptr : Loops.back();
  Info.Events.push_back(std::move(E));
  return Info.Events.back();
}

//===----------------------------------------------------------------------===//
// Modelled calls
//===----------------------------------------------------------------------===//

static std::optional<EventKind> eventOf(Op O) {
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

//===----------------------------------------------------------------------===//
// Spawns
//===----------------------------------------------------------------------===//

Spawn *Extractor::makeSpawn(const Expr *At, const model::Type *Type,
                            const model::Function *Function,
                            llvm::ArrayRef<const Expr *> Args,
                            unsigned EntryIndex, unsigned FirstArgument) {
  auto Owned = std::make_unique<Spawn>();
  Spawn *S = Owned.get();
  S->At = At;
  S->In = Info.Function;
  S->Type = Type;
  S->Function = Function;
  S->Loop = Loops.empty() ? nullptr : Loops.back();
  S->Given.append(Args.begin(), Args.end());
  S->EntryIndex = EntryIndex;
  S->FirstArgument = FirstArgument;
  if (EntryIndex < Args.size()) {
    S->EntryExpr = Args[EntryIndex];
    // A std::function made for the call was taken for one that is kept.
    SourceLocation EntryAt = S->EntryExpr->getBeginLoc();
    llvm::erase_if(Info.Events, [&](const Event &E) {
      return E.InCallable && E.At && E.At->getBeginLoc() == EntryAt;
    });
    Callable C = U.callableOf(Args[EntryIndex]);
    llvm::SmallVector<const Expr *, 4> Rest;
    for (unsigned I = FirstArgument; I < Args.size(); ++I)
      if (!isa<CXXDefaultArgExpr>(Args[I]))
        Rest.push_back(Args[I]);
    auto *Method = dyn_cast_or_null<CXXMethodDecl>(C.Function);
    if (Method && Method->isInstance() && !C.Lambda && !C.Object &&
        !Rest.empty()) {
      C.Object = Rest.front();
      Rest.erase(Rest.begin());
    }
    // A stop token that the library passes first.
    if (C.Function && C.Arguments.empty() &&
        C.Function->getNumParams() == Rest.size() + 1) {
      const model::Type *First = U.lookup().type(
          C.Function->getParamDecl(0)->getType().getNonReferenceType());
      if (First && First->Role == Role::StopToken)
        Rest.insert(Rest.begin(), nullptr);
    }
    if (C.Arguments.empty())
      C.Arguments.append(Rest.begin(), Rest.end());
    S->Entry = std::move(C);
  }
  U.SpawnStore.push_back(std::move(Owned));
  U.AllSpawns.push_back(S);
  U.SpawnOf[At] = S;
  Info.Spawns.push_back(S);
  // A task that is given a handle becomes one of its owners.
  if (const FunctionDecl *Body = S->Entry.body();
      Body && !U.inSystemHeader(Body->getLocation())) {
    CallFrame Frame = U.entryFrame(S->Entry);
    llvm::SmallVector<Place, 4> Taken;
    for (const Event &E : U.info(Body).Events) {
      if (E.Kind == EventKind::Test || E.Kind == EventKind::Start)
        continue;
      Place P = U.translate(E.Where, Frame);
      const model::Type *Held = E.Type;
      if (P && P.last())
        Held = U.heldType(P.last()->getType());
      if (!P || !Held || llvm::is_contained(Taken, P))
        continue;
      // A future is handed on also by a task that only reads it.
      bool Reads = E.Kind == EventKind::Wait ||
                   E.Kind == EventKind::TimedWait ||
                   E.Kind == EventKind::Receive;
      bool Ends = E.Kind == EventKind::Join || E.Kind == EventKind::Detach ||
                  E.Kind == EventKind::MoveOut || E.Kind == EventKind::Escape ||
                  E.Kind == EventKind::Close;
      if ((Ends && Held->Role == Role::Thread) ||
          ((Ends || Reads) && Held->Role == Role::Future))
        Taken.push_back(P);
      // The caller's channel now has ends that the caller does not see.
      bool Channels = E.Kind == EventKind::Send || Reads ||
                      E.Kind == EventKind::TimedReceive ||
                      E.Kind == EventKind::Close;
      if (Channels && Held->Role == Role::Channel && P.variable() &&
          isa<ParmVarDecl>(P.variable()))
        Taken.push_back(P);
    }
    for (const Place &P : Taken)
      add(EventKind::Escape, P, At, At);
  }
  return S;
}

/// Whether the constant policy argument says that the task only runs when
/// somebody asks for its result.
static bool isDeferred(llvm::ArrayRef<const Expr *> Args, unsigned Entry,
                       const ASTContext &Context) {
  for (unsigned I = 0; I < Entry && I < Args.size(); ++I) {
    const EnumDecl *Enum = nullptr;
    if (const auto *T = Args[I]->getType()->getAs<EnumType>())
      Enum = T->getDecl();
    if (!Enum)
      continue;
    Expr::EvalResult Value;
    if (!Args[I]->EvaluateAsInt(Value, Context))
      return true;
    for (const EnumConstantDecl *C : Enum->enumerators())
      if (C->getInitVal().extOrTrunc(64).getSExtValue() ==
          Value.Val.getInt().extOrTrunc(64).getSExtValue())
        return C->getName() == "deferred";
  }
  return false;
}

/// Whether an argument is a token by which nobody hears of the task's end.
bool Extractor::hasDetachingToken(llvm::ArrayRef<const Expr *> Args) {
  for (const Expr *A : Args)
    if (auto *Ref = dyn_cast<DeclRefExpr>(valueOf(A)))
      if (auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
        if (const model::Function *F =
                U.lookup().model().findFunction(model::qualifiedName(V));
            F && F->Does == Op::CompletionToken)
          return true;
  return false;
}

/// Constructing an element in a container or holder starts a task when the
/// element's constructor does.
bool Extractor::spawnInPlace(const Expr *C, const Expr *Object,
                             llvm::ArrayRef<const Expr *> Args) {
  QualType Holder = Object ? Object->getType() : C->getType();
  const model::Type *Held = U.heldType(Holder);
  if (!Held || !Held->SpawnsInConstructor || Args.empty())
    return false;
  unsigned Entry = 0;
  // Keys and tags before the entry.
  while (Entry < Args.size()) {
    QualType T = Args[Entry]->getType().getNonReferenceType();
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    bool IsCallable = (R && (R->isLambda() || U.callableOf(Args[Entry]))) ||
                      T->isFunctionType() || T->isFunctionPointerType() ||
                      T->isMemberPointerType() || U.callableOf(Args[Entry]);
    if (IsCallable || (R && R->getIdentifier() && R->getName() == "function"))
      break;
    ++Entry;
  }
  if (Entry == Args.size() || Entry > 1)
    return false;
  // An argument that is a handle already is stored, not started.
  if (U.heldType(Args[Entry]->getType()) == Held)
    return false;
  Spawn *S = makeSpawn(C, Held, nullptr, Args, Entry, Entry + 1);
  if (!Object)
    return true;
  if (Place Target = U.placeOf(Object))
    start(S, Target, C, U.isContainer(Holder));
  else
    S->Where = Fate::None; // Some container keeps it.
  return true;
}

void Extractor::start(Spawn *S, const Place &Target, const Stmt *At,
                      bool Element) {
  S->Where = Target ? Fate::Stored : Fate::Unknown;
  S->Handle = Target;
  S->IntoContainer = Element;
  if (!Target)
    return;
  Event &E = add(EventKind::Start, Target, At, S->At);
  E.Task = S;
  E.Type = S->Type;
  E.Element = Element;
  E.Status = S->ReportsFailure;
  E.Success = 0;
}

/// The tasks and handles of a value arrive in \p Target.
void Extractor::land(const Expr *Value, const Place &Target, QualType T,
                     const Stmt *At, bool Element) {
  if (!Value || !Target)
    return;
  const Expr *E = valueOf(Value);
  if (E->getType().isNull())
    return; // Of a variable that does not compile.
  if (Spawn *S = U.SpawnOf.lookup(E)) {
    if (S->Where == Fate::Unknown)
      start(S, Target, At == Value ? S->At : At, Element);
    return;
  }
  if (auto *C = dyn_cast<CXXConstructExpr>(E)) {
    bool System = U.inSystemHeader(C->getConstructor()->getLocation());
    bool CopyOrMove =
        C->getNumArgs() == 1 && C->getConstructor()->isCopyOrMoveConstructor();
    // A user's constructor takes over what it is given.
    // A pair or tuple of handles holds several.
    bool Several = C->getNumArgs() > 1 && U.heldType(T);
    if (System || CopyOrMove)
      for (const Expr *A : C->arguments())
        land(A, Target, T, At == Value ? (const Stmt *)C : At,
             Element || Several);
    return;
  }
  if (auto *L = dyn_cast<InitListExpr>(E)) {
    const RecordDecl *R = L->getType()->getAsRecordDecl();
    if (R && !U.inSystemHeader(R->getLocation())) {
      unsigned I = 0;
      for (const FieldDecl *F : R->fields()) {
        if (I >= L->getNumInits())
          break;
        land(L->getInit(I++), Target.field(F), F->getType(),
             At == Value ? (const Stmt *)L : At, Element);
      }
      return;
    }
    for (const Expr *I : L->inits())
      land(I, Target, T, At == Value ? (const Stmt *)L : At, true);
    return;
  }
  if (auto *L = dyn_cast<CXXStdInitializerListExpr>(E))
    return land(L->getSubExpr(), Target, T, At, true);
  if (auto *N = dyn_cast<CXXNewExpr>(E)) {
    if (const Expr *Init = N->getInitializer())
      land(Init, Target, T, At == Value ? (const Stmt *)N : At, Element);
    return;
  }
  if (auto *Cond = dyn_cast<ConditionalOperator>(E)) {
    // Only one of the two is evaluated.
    for (const Expr *Branch : {Cond->getTrueExpr(), Cond->getFalseExpr()})
      land(Branch, Target, T, At == Value ? (const Stmt *)Branch : At, Element);
    return;
  }
  auto *Call = dyn_cast<CallExpr>(E);
  if (!Call || !Call->getDirectCallee())
    return;
  auto Meaning = U.lookup().call(Call->getDirectCallee());
  if (Meaning && Meaning->Does == Op::Make) {
    // A pair or tuple of handles holds several.
    const bool Several = Call->getNumArgs() > 1;
    for (const Expr *A : Call->arguments())
      land(A, Target, T, At == Value ? (const Stmt *)Call : At,
           Element || Several);
    return;
  }
  if (Meaning && (Meaning->Does == Op::Move || Meaning->Does == Op::Exchange) &&
      Call->getNumArgs() > 0) {
    Place From = U.placeOf(Call->getArg(0));
    if (From && From != Target && U.heldType(Call->getArg(0)->getType())) {
      // A handle that the function was given.
      if (auto *Parameter = dyn_cast_or_null<ParmVarDecl>(From.variable());
          Parameter && From.path().empty() && !Target.variable() &&
          Parameter->getDeclContext() == Info.Function &&
          !Parameter->getType()->isLValueReferenceType())
        if (const model::Type *Held = U.heldType(Parameter->getType());
            Held && Held->Role == Role::Thread)
          Info.Takes.push_back({Target, Parameter->getFunctionScopeIndex()});
      // The task that the source held, as far as it is known here.
      for (size_t I = Info.Events.size(); I-- > 0;) {
        const Event &Before = Info.Events[I];
        if (Before.Kind == EventKind::Start && Before.Where == From) {
          const Spawn *Task = Before.Task;
          const model::Type *Type = Before.Type;
          Event &Moved = add(EventKind::Start, Target,
                             At == Value ? (const Stmt *)Call : At,
                             Task ? Task->At : Call);
          Moved.Task = Task;
          Moved.Type = Type;
          Moved.From = From;
          Moved.Element = Element;
          break;
        }
      }
    }
  }
}

/// The future that \p Value has just asked for stays in \p Target.
void Extractor::keepFuture(const Expr *Value, const Place &Target) {
  const Expr *Call = valueOf(Value);
  for (Event &E : Info.Events)
    if (E.Kind == EventKind::GetFuture && E.At == Call && !E.From)
      E.From = Target;
}

/// A call of a function of this unit that returns an async future, or a thread
/// that it has started, stands for the spawn inside.
void Extractor::helperSpawn(CallExpr *C, const FunctionDecl *Callee) {
  const model::Type *Result = U.lookup().type(Callee->getReturnType());
  if (!Result || !Callee->getReturnType()->isRecordType() ||
      (Result->Role != Role::Future && Result->Role != Role::Thread))
    return;
  const Spawn *Inner = Result->Role == Role::Future ? U.returnedAsync(Callee)
                                                    : U.returnedThread(Callee);
  if (!Inner)
    return;
  auto Owned = std::make_unique<Spawn>();
  Spawn *S = Owned.get();
  S->At = C;
  S->In = Info.Function;
  S->Type = Inner->Type;
  S->Function = Inner->Function;
  S->IsAsync = Inner->IsAsync;
  S->Deferred = Inner->Deferred;
  S->Through = Inner;
  S->Loop = Loops.empty() ? nullptr : Loops.back();
  U.SpawnStore.push_back(std::move(Owned));
  U.AllSpawns.push_back(S);
  U.SpawnOf[C] = S;
  Info.Spawns.push_back(S);
}

//===----------------------------------------------------------------------===//
// Calls
//===----------------------------------------------------------------------===//

/// Whether a function waits for something in an object.
static bool waitsWithin(const FunctionInfo &Info, const Place &Object) {
  for (const Event &E : Info.Events)
    if ((E.Kind == EventKind::Wait || E.Kind == EventKind::TimedWait ||
         E.Kind == EventKind::Join || E.Kind == EventKind::Escape) &&
        E.Where.within(Object))
      return true;
  return false;
}

/// Whether an event is about a handle that the callee was given for good: as a
/// parameter by value, or moved into a reference.
static bool isOfTakenHandle(Unit &U, const Event &E, const FunctionDecl *Callee,
                            const CallFrame &Frame) {
  auto *P = dyn_cast_or_null<ParmVarDecl>(E.Where.variable());
  if (!P || P->getDeclContext() != Callee || P->getType()->isPointerType() ||
      P->getType()->isLValueReferenceType() ||
      P->getFunctionScopeIndex() >= Frame.Arguments.size())
    return false;
  const model::Type *T = U.heldType(P->getType());
  // Spans and iterators own nothing.
  if (!T || T->Role != Role::Thread ||
      P->getType().getNonReferenceType().isDestructedType() !=
          QualType::DK_cxx_destructor ||
      U.isSharingPointer(P->getType().getNonReferenceType()))
    return false;
  const Expr *Given = Frame.Arguments[P->getFunctionScopeIndex()];
  if (!Given || !P->getType().getNonReferenceType()->isRecordType())
    return false;
  Given = Given->IgnoreParenImpCasts();
  return !P->getType()->isReferenceType() || Given->isXValue();
}

/// Whether an event may be what others wait for, or block on.
static bool concernsOthers(EventKind Kind) {
  switch (Kind) {
  case EventKind::Signal:
  case EventKind::Decrement:
  case EventKind::Store:
  case EventKind::Send:
  case EventKind::TimedSend:
  case EventKind::Receive:
  case EventKind::TimedReceive:
  case EventKind::Close:
  case EventKind::RequestStop:
  case EventKind::Escape:
    return true;
  default:
    return false;
  }
}

void Extractor::inlineCallee(const FunctionDecl *Callee, const CallFrame &Frame,
                             const Stmt *At) {
  Info.Calls.push_back({At, Frame, false});
  const FunctionInfo &Body = U.info(Callee);
  if (!Body.Done) {
    // Recursion through other functions: what this one adds is not known.
    if (Callee != Info.Function)
      giveAway(Frame, At);
    return;
  }
  const auto *Proto = Callee->getType()->getAs<FunctionProtoType>();
  bool Silent = Proto && Proto->isNothrow();
  // A macro of another file whose own text calls what throws is an assertion:
  // what it throws ends the program, or the test, because it is wrong.
  const SourceManager &Sources = U.context().getSourceManager();
  SourceLocation Here = At->getBeginLoc();
  bool Asserts =
      Here.isMacroID() && Sources.getFileID(Sources.getSpellingLoc(Here)) !=
                              Sources.getFileID(Sources.getExpansionLoc(Here));
  bool MayThrow = false;
  size_t Count = inlined(Body);
  const Stmt *Loop = Loops.empty() ? nullptr : Loops.back();
  for (size_t I = 0; I != Count; ++I) {
    Event E = Body.Events[I];
    if (isOfTakenHandle(U, E, Callee, Frame))
      continue;
    switch (E.Kind) {
    case EventKind::Throw:
      if (Silent || E.Caught || Asserts)
        continue;
      E.Caught = isCaught(thrownType(E.Origin));
      break;
    case EventKind::MayThrow:
      if (Silent || E.Caught || MayThrow)
        continue;
      MayThrow = true;
      E.Caught = isCaught(QualType());
      break;
    case EventKind::Exit:
    case EventKind::BlockForever:
    case EventKind::Sleep:
      break;
    case EventKind::Test:
      continue;
    case EventKind::Detach: {
      Place Owner = U.translate(E.Owner, Frame);
      // The callee's own object is gone when the callee returns; when it was
      // waited for there, the task ended there.
      if (E.Owner && !Owner && waitsWithin(Body, E.Owner))
        continue;
      E.Owner = Owner;
      E.Where = U.translate(E.Where, Frame);
      break;
    }
    default:
      E.Where = U.translate(E.Where, Frame);
      if (!E.Where)
        continue;
    }
    if (E.Kind == EventKind::Start && E.Status)
      E.Success = resultWhenStarted(Callee, E);
    if (E.Kind == EventKind::Start)
      if (const Spawn *Own = forward(E, Frame, At))
        E.Task = Own;
    E.At = At;
    E.Repeated |= E.Loop != nullptr;
    E.Loop = Loop;
    E.Guard = nullptr;
    Info.Events.push_back(std::move(E));
  }
  giveRest(Body, Count, Frame, At, {});
  takeHandles(Body, Frame, At);
  // What the tasks that it starts do, some time, to what the call gives it.
  for (const Spawn *S : Body.Spawns) {
    const FunctionDecl *Entry = S->Entry.body();
    if (!Entry || Entry == Info.Function ||
        U.inSystemHeader(Entry->getLocation()))
      continue;
    const FunctionInfo &Task = U.info(Entry);
    if (!Task.Done)
      continue;
    CallFrame Inner = U.entryFrame(S->Entry);
    for (const Event &Does :
         llvm::ArrayRef<Event>(Task.Events).take_front(inlined(Task))) {
      if (!concernsOthers(Does.Kind))
        continue;
      Place Given = U.translate(Does.Where, Inner);
      auto *Parameter = dyn_cast_or_null<ParmVarDecl>(Given.variable());
      if (!Parameter || Parameter->getDeclContext() != Callee)
        continue;
      Event E = Does;
      E.Where = U.translate(Given, Frame);
      if (!E.Where)
        continue;
      E.At = At;
      E.Repeated |= E.Loop != nullptr;
      E.Loop = Loop;
      E.Guard = nullptr;
      E.InCallable = true;
      Info.Events.push_back(std::move(E));
    }
  }
}

/// The parameter of \p F that an argument in its body passes on, or null.
static const ParmVarDecl *passedOn(Unit &U, const FunctionDecl *F,
                                   const Expr *E) {
  E = valueOf(E);
  if (auto *Call = dyn_cast<CallExpr>(E);
      Call && Call->getDirectCallee() && Call->getNumArgs() == 1)
    if (auto Meaning = U.lookup().call(Call->getDirectCallee());
        Meaning && Meaning->Does == Op::Move)
      E = valueOf(Call->getArg(0));
  auto *Ref = dyn_cast<DeclRefExpr>(E);
  auto *P = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
  return P && P->getDeclContext() == F ? P : nullptr;
}

/// The task that a wrapper starts from what this call gives it, as a spawn of
/// this function; null when the wrapper has an entry of its own.
const Spawn *Extractor::forward(const Event &Start, const CallFrame &Frame,
                                const Stmt *At) {
  const Spawn *Inner = Start.Task;
  auto *Call = dyn_cast<Expr>(At);
  if (!Inner || !Inner->Type || Inner->Type->Role != Role::Thread || !Call ||
      Inner->IsAsync || Inner->Given.empty() || !Frame.Callee)
    return nullptr;
  const FunctionDecl *Wrapper = nullptr;
  if (!Frame.Callee->hasBody(Wrapper) || Inner->In != Wrapper)
    return nullptr;
  llvm::SmallVector<const Expr *, 4> Args;
  for (const Expr *A : Inner->Given) {
    const ParmVarDecl *P = passedOn(U, Wrapper, A);
    if (!P || P->getFunctionScopeIndex() >= Frame.Arguments.size() ||
        !Frame.Arguments[P->getFunctionScopeIndex()])
      return nullptr;
    Args.push_back(Frame.Arguments[P->getFunctionScopeIndex()]);
  }
  Spawn *Before = U.SpawnOf.lookup(Call);
  Spawn *S = makeSpawn(Call, Inner->Type, Inner->Function, Args,
                       Inner->EntryIndex, Inner->FirstArgument);
  // It is the wrapper's call, no spawn by itself.
  Info.Spawns.pop_back();
  if (Before)
    U.SpawnOf[Call] = Before;
  else
    U.SpawnOf.erase(Call);
  S->Through = Inner;
  S->Forwarded = true;
  S->Where = Fate::Stored;
  S->Handle = Start.Where;
  return S;
}

/// Handles that a callee moves from its parameters into its object.
void Extractor::takeHandles(const FunctionInfo &Body, const CallFrame &Frame,
                            const Stmt *At) {
  for (const Taken &T : Body.Takes) {
    Place Target = U.translate(T.Target, Frame);
    if (!Target || T.Parameter >= Frame.Arguments.size() ||
        !Frame.Arguments[T.Parameter])
      continue;
    const Expr *Value = Frame.Arguments[T.Parameter];
    if (Spawn *S = U.SpawnOf.lookup(valueOf(Value))) {
      if (S->Where == Fate::Unknown)
        start(S, Target, At, false);
    } else {
      land(Value, Target, Value->getType(), At, false);
    }
  }
}

size_t Extractor::inlined(const FunctionInfo &Body) const {
  if (Info.Events.size() > MaxEvents) {
    hitBound("operations", Info.Function);
    return 0;
  }
  if (Body.Events.size() > MaxInlined)
    hitBound("operations for its callers", Body.Function);
  return std::min(Body.Events.size(), MaxInlined);
}

/// Hands away what the events of \p Body from \p First on happen to.
void Extractor::giveRest(const FunctionInfo &Body, size_t First,
                         const CallFrame &Frame, const Stmt *At,
                         const Place &ElementOf) {
  if (First == Body.Events.size())
    return;
  if (ElementOf)
    add(EventKind::Escape, ElementOf, At, dyn_cast<Expr>(At));
  // Several events in a row are of one object.
  llvm::SmallVector<Place, 8> Given;
  for (const Event &E : llvm::ArrayRef<Event>(Body.Events).drop_front(First)) {
    if (!E.Where || E.Kind == EventKind::Test ||
        llvm::is_contained(Given, E.Where))
      continue;
    Given.push_back(E.Where);
    if (Place Seen = U.translate(E.Where, Frame))
      add(EventKind::Escape, Seen, At, dyn_cast<Expr>(At));
    if (Given.size() < MaxInlined)
      continue;
    giveAway(Frame, At);
    return;
  }
}

/// Hands away all that a call passes on.
void Extractor::giveAway(const CallFrame &Frame, const Stmt *At) {
  if (Frame.Object)
    add(EventKind::Escape, Frame.Object, At, dyn_cast<Expr>(At));
  for (const Expr *A : Frame.Arguments)
    if (A && U.isInteresting(A->getType()))
      if (Place P = U.placeOf(A))
        add(EventKind::Escape, P, At, dyn_cast<Expr>(At));
}

void Extractor::inlineCallable(const Callable &C, const Stmt *At, bool Later,
                               Place ElementOf) {
  if (C.Modelled && (ElementOf || C.Object)) {
    if (auto Kind = eventOf(C.Modelled->Does)) {
      Event &E = add(*Kind, C.Object ? U.placeOf(C.Object) : ElementOf, At,
                     dyn_cast<Expr>(At));
      E.Type = C.Modelled->OfType;
      E.Element = !C.Object;
      E.InCallable = Later;
    }
    return;
  }
  const FunctionDecl *Body = C.body();
  if (!Body || U.inSystemHeader(Body->getLocation()))
    return;
  CallFrame Frame = U.entryFrame(C);
  Info.Calls.push_back({At, Frame, Later});
  const FunctionInfo &Inner = U.info(Body);
  if (!Inner.Done)
    return;
  size_t Count = inlined(Inner);
  const Stmt *Loop = Loops.empty() ? nullptr : Loops.back();
  for (size_t I = 0; I != Count; ++I) {
    Event E = Inner.Events[I];
    bool Placeless = E.Kind == EventKind::Throw || E.Kind == EventKind::Exit ||
                     E.Kind == EventKind::Detach;
    Place Seen;
    const VarDecl *Root = E.Where.variable();
    auto *Parameter = dyn_cast_or_null<ParmVarDecl>(Root);
    if (!ElementOf && isOfTakenHandle(U, E, Body, Frame))
      continue;
    if (Parameter && ElementOf && Body->Encloses(Parameter->getDeclContext()))
      Seen = E.Where.rebased(ElementOf);
    else if (Parameter && ElementOf && Parameter->getDeclContext() == Body)
      Seen = E.Where.rebased(ElementOf);
    else
      Seen = U.translate(E.Where, Frame);
    if (!Seen && !Placeless)
      continue;
    if (E.Kind == EventKind::Throw && (E.Caught || Later))
      continue;
    E.Where = Seen;
    E.At = At;
    E.Repeated |= E.Loop != nullptr;
    E.Loop = Loop;
    E.Guard = nullptr;
    E.InCallable |= Later;
    if (ElementOf)
      E.Element = true;
    Info.Events.push_back(std::move(E));
  }
  giveRest(Inner, Count, Frame, At, ElementOf);
}

/// Lambdas given to \p Callee: called by it right away (algorithms), or kept.
void Extractor::passCallables(const FunctionDecl *Callee,
                              llvm::ArrayRef<const Expr *> Args, const Expr *At,
                              bool Later) {
  bool Seen = Callee && U.isVisible(Callee);
  // An algorithm calls with the elements of the range that it is given first.
  Place Elements;
  if (!Seen && !Later && Args.size() > 1)
    if (Place Range = U.placeOf(Args[0]);
        Range && Range.last() && U.isContainer(Range.last()->getType()) &&
        U.heldType(Range.last()->getType()))
      Elements = Range;
  for (size_t I = 0; I != Args.size(); ++I) {
    const Expr *A = valueOf(Args[I]);
    const CXXRecordDecl *R = A->getType()->getAsCXXRecordDecl();
    Callable C;
    if (R && R->isLambda()) {
      // A visible callee that takes the closure itself calls it by its type.
      if (Seen && I < Callee->getNumParams()) {
        const CXXRecordDecl *P = Callee->getParamDecl(I)
                                     ->getType()
                                     .getNonReferenceType()
                                     ->getAsCXXRecordDecl();
        if (P && P->isLambda())
          continue;
      }
      C = U.callableOf(A);
    } else if (auto *Conv = dyn_cast<CXXConstructExpr>(A);
               Conv && Conv->getNumArgs() == 1) {
      // An implicit std::function made of a lambda was passed on when it was
      // constructed.
      continue;
    }
    if (!C && Elements && I != 0)
      if (Callable Member = U.callableOf(Args[I]); Member.Modelled)
        C = Member;
    if (C)
      inlineCallable(C, At, Later, Elements);
  }
}

/// Of C, or of C++ in a namespace of std.
static bool isOfStandardLibrary(const FunctionDecl *F) {
  for (const DeclContext *C = F->getDeclContext(); C; C = C->getParent())
    if (C->isStdNamespace())
      return true;
  return F->isExternC();
}

void Extractor::passToUnseen(const FunctionDecl *Callee, const Expr *Object,
                             llvm::ArrayRef<const Expr *> Args,
                             const Expr *At) {
  bool System = Callee && U.inSystemHeader(Callee->getLocation());
  if (Object && !System && U.isInteresting(Object->getType())) {
    auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
    if (!Method || !Method->isConst())
      if (Place P = U.placeOf(Object))
        add(EventKind::Escape, P, At, At);
  }
  // A system function with a modelled name keeps nothing; others that build
  // user objects (make_unique<Guard>(thread)) may.
  for (size_t I = 0; I != Args.size(); ++I) {
    const Expr *A = Args[I];
    if (A->getType()->isVoidPointerType())
      A = A->IgnoreParenImpCasts();
    if (isa<CXXDefaultArgExpr>(A) || !U.isInteresting(A->getType()))
      continue;
    if (System && A->getType().isConstQualified())
      continue;
    Place P = U.placeOf(A);
    if (!P)
      continue;
    QualType Parameter;
    if (Callee && I < Callee->getNumParams())
      Parameter = Callee->getParamDecl(I)->getType();
    if (!Parameter.isNull()) {
      if (Parameter->isReferenceType() || Parameter->isPointerType()) {
        // What a shared pointer points to is not const with it, and a C handle
        // is copied from where it is, or filled.
        const ValueDecl *Last = P.last();
        bool Plain = Last && !Last->getType()->isRecordType() &&
                     !U.isContainer(Last->getType());
        if (Parameter->getPointeeType().isConstQualified() && !Plain &&
            !U.isSharingPointer(Parameter->getPointeeType()))
          continue;
      } else if (System) {
        continue;
      }
    }
    add(EventKind::Escape, P, At, At);
  }
}

void Extractor::addMayThrow(const FunctionDecl *Callee, const Expr *At) {
  const auto *Proto = Callee->getType()->getAs<FunctionProtoType>();
  if (!Proto || Proto->isNothrow() || Callee->isExternC() ||
      !U.context().getLangOpts().CXXExceptions)
    return;
  add(EventKind::MayThrow, {}, At, At).Caught = isCaught(QualType());
}

/// Whether a container's elements refer to objects elsewhere.
static bool keepsReferences(Unit &U, QualType Container) {
  auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      Container.getNonReferenceType()->getAsCXXRecordDecl());
  if (!Special || Special->getTemplateArgs().size() == 0)
    return false;
  const TemplateArgument &First = Special->getTemplateArgs()[0];
  return First.getKind() == TemplateArgument::Type &&
         U.isSharingPointer(First.getAsType());
}

bool Extractor::VisitCallExpr(CallExpr *C) {
  const FunctionDecl *Callee = C->getDirectCallee();
  llvm::SmallVector<const Expr *, 6> Args(C->arguments());
  const Expr *Object = nullptr;
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(C))
    Object = Member->getImplicitObjectArgument();
  auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (isa<CXXOperatorCallExpr>(C) && Method && Method->isInstance() &&
      !Args.empty()) {
    Object = Args.front();
    Args.erase(Args.begin());
  }
  if (!Callee) {
    // (object.*member)()
    if (auto *Bound =
            dyn_cast<BinaryOperator>(C->getCallee()->IgnoreParenImpCasts());
        Bound && Bound->isPtrMemOp()) {
      Callable Called = U.callableOf(Bound->getRHS());
      Called.Object = Bound->getLHS();
      if (Called)
        inlineCallable(Called, C, false);
      else if (U.isInteresting(Bound->getLHS()->getType()))
        add(EventKind::Escape, U.placeOf(Bound->getLHS()), C, C);
    }
    for (const Expr *A : Args)
      if (U.isInteresting(A->getType()) && !A->getType().isConstQualified())
        if (Place P = U.placeOf(A))
          add(EventKind::Escape, P, C, C);
    return true;
  }

  auto *Operator = dyn_cast<CXXOperatorCallExpr>(C);
  // Assignment of a handle or of what holds one.
  if (Operator && Operator->getOperator() == OO_Equal && Object &&
      Args.size() == 1 && !U.isCounterType(Object->getType())) {
    const Expr *Source = valueOf(Args[0]);
    if (Spawn *S = U.SpawnOf.lookup(Source); S && S->Where == Fate::Unknown) {
      auto *Ref = dyn_cast<DeclRefExpr>(Object->IgnoreParenImpCasts());
      if (Ref && U.inSystemHeader(Ref->getDecl()->getLocation())) {
        S->Where = Fate::Discarded; // std::ignore = async(...)
        return true;
      }
    }
    if (U.isInteresting(Object->getType())) {
      Place Target = U.placeOf(Object);
      if (Target) {
        bool Element = Target.last() && U.isContainer(Target.last()->getType());
        size_t Before = Info.Events.size();
        land(Args[0], Target, Object->getType(), C, Element);
        if (Info.Events.size() == Before && U.heldType(Object->getType()))
          add(EventKind::Reset, Target, C, C).Element = true;
        keepFuture(Args[0], Target);
      }
      return true;
    }
    if (Callee && !U.isVisible(Callee)) {
      passCallables(Callee, Args, C, true);
      return true;
    }
  }

  if (auto Meaning = U.lookup().call(Callee)) {
    // std::move(task).detach(): the member is called on the handle itself.
    if (Object)
      if (const Expr *Moved = valueOf(Object); isa<CallExpr>(Moved))
        llvm::erase_if(Info.Events, [&](const Event &E) {
          return E.Kind == EventKind::MoveOut && E.At == Moved;
        });
    if (Meaning->Does == Op::Spawn) {
      auto Entry = U.lookup().entryArgument(*Meaning, Args);
      unsigned Index = Entry ? *Entry : ~0u;
      const model::Function *F = Meaning->OfFunction;
      unsigned First = Index + 1;
      if (F && F->EntryArgument)
        First = *F->EntryArgument;
      else if (F && F->Object && *F->Object == Index + 1)
        First = Args.size();
      Spawn *S = makeSpawn(C, Meaning->OfType, F, Args, Index, First);
      if (F) {
        S->IsAsync = F->Returns == model::Returns::AsyncFuture;
        S->Detached = F->TaskDetached || hasDetachingToken(Args);
        S->ReportsFailure = F->Handle.Argument && C->getType()->isIntegerType();
        if (F->Object && *F->Object < Args.size())
          S->Pool = U.placeOf(Args[*F->Object]);
        if (S->IsAsync)
          S->Deferred = isDeferred(Args, Index, U.context());
        if (F->Attribute && *F->Attribute < Args.size())
          if (Place Attribute = U.placeOf(Args[*F->Attribute]))
            for (const Event &E : Info.Events)
              if (E.Kind == EventKind::MarkDetached && E.Where == Attribute)
                S->Detached = true;
        if (F->Handle.Argument && *F->Handle.Argument < Args.size()) {
          Place Handle = U.placeOf(Args[*F->Handle.Argument]);
          bool Element = Handle && Handle.last() &&
                         U.isContainer(Handle.last()->getType());
          const model::Type *HandleType = nullptr;
          HandleType = U.heldType(Args[*F->Handle.Argument]->getType());
          if (!S->Type)
            S->Type = HandleType;
          if (!S->Detached)
            start(S, Handle, C, Element);
          else
            S->Where = Fate::None;
        } else if (F->Returns == model::Returns::Nothing) {
          S->Where = Fate::None;
        }
      } else if (Object) {
        S->Pool = U.placeOf(Object);
        if (Meaning->OfType && Meaning->OfType->Role == Role::Thread) {
          // wxThread::Run: an error code, of which the first is success.
          S->ReportsFailure = C->getType()->isEnumeralType();
          start(S, S->Pool, C, false);
          // (new Worker)->start(), thread()->start(): its owner is not here.
          if (!S->Pool &&
              (Object->isLValue() || Object->getType()->isPointerType()))
            S->Where = Fate::None;
        } else if (S->Where == Fate::Unknown && C->getType()->isVoidType())
          S->Where = Fate::None;
      }
      if (S->Pool && S->Where != Fate::Stored && !S->Detached) {
        Event &E = add(EventKind::Post, S->Pool, C, C);
        E.Task = S;
        E.Type =
            U.heldType(S->Pool.last() ? S->Pool.last()->getType() : QualType());
      }
      if (S->Detached) {
        Event &E = add(EventKind::Detach, {}, C, C);
        E.Task = S;
        E.Owner = ownerHere();
        E.Status = S->ReportsFailure;
      }
      return true;
    }
    if (Meaning->Does == Op::SetDetached && Meaning->OfFunction) {
      const model::Function &F = *Meaning->OfFunction;
      Expr::EvalResult Value;
      if (F.Attribute && *F.Attribute < Args.size() && !Args.empty() &&
          Args.back()->EvaluateAsInt(Value, U.context()) && F.Value &&
          Value.Val.getInt().extOrTrunc(64).getSExtValue() == *F.Value) {
        add(EventKind::MarkDetached, U.placeOf(Args[*F.Attribute]), C, C);
      }
      return true;
    }
    if (Meaning->Does == Op::Initialize && Meaning->OfFunction) {
      if (auto Object = Meaning->OfFunction->Object;
          Object && *Object < Args.size())
        add(EventKind::Initialize, U.placeOf(Args[*Object]), C, C);
      return true;
    }
    if (Meaning->Does == Op::Make && spawnInPlace(C, nullptr, Args))
      return true;
    if (Meaning->Does == Op::Insert && Object) {
      if (spawnInPlace(C, Object, Args))
        return true;
      Place Target = U.placeOf(Object);
      if (Target && U.isInteresting(Object->getType()))
        for (const Expr *A : Args)
          land(A, Target, Object->getType(), C,
               U.isContainer(Object->getType()));
      for (const Expr *A : Args)
        keepFuture(A, Target);
      // Elements that iterators of another container lead to.
      for (const Expr *A : Args)
        if (U.isIterator(A->getType()) && U.isInteresting(A->getType()))
          if (Place P = U.placeOf(A); P && P != Target)
            add(EventKind::Escape, P, C, C);
      // A C handle, or a pointer to one, is copied: the container has it now.
      // Its name is that of the variable; the parameter's type is plain.
      for (const Expr *A : Args)
        if (QualType T = valueOf(A)->getType();
            !T->isRecordType() && !U.isIterator(T) && U.isInteresting(T) &&
            !U.spawnAt(valueOf(A)))
          if (Place P = U.placeOf(A); P && P != Target)
            add(EventKind::Escape, P, C, C);
      // A reference or pointer to a handle is kept by the container.
      for (const Expr *A : Args)
        if (auto *O = dyn_cast<UnaryOperator>(valueOf(A));
            O && O->getOpcode() == UO_AddrOf && U.isInteresting(A->getType()))
          add(EventKind::Escape, U.placeOf(A), C, C);
      // So is a handle that is made into a reference in an object.
      for (const Expr *A : Args)
        if (U.isInteresting(A->getType()) &&
            keepsReferences(U, Object->getType())) {
          auto *Made = dyn_cast<CXXConstructExpr>(A->IgnoreImplicit());
          const Expr *Named =
              Made && Made->getNumArgs() > 0 ? Made->getArg(0) : A;
          if (Place P = U.placeOf(Named))
            add(EventKind::Escape, P, C, C);
        }
      passCallables(Callee, Args, C, true);
      return true;
    }
    if (Meaning->OfFunction)
      addFunctionOp(*Meaning, C);
    else if (Meaning->Does == Op::Invoke && Object)
      inlineCallable(U.callableOf(Object), C, false);
    else
      addOp(*Meaning, C, Object, Args);
    return true;
  }

  const FunctionDecl *Definition = nullptr;
  Callee->hasBody(Definition);
  if (Definition && U.isVisible(Callee)) {
    CallFrame Frame;
    Frame.Callee = Definition;
    Frame.IsLambda = Method && Method->getParent()->isLambda();
    Frame.Arguments.append(Args.begin(), Args.end());
    if (Object && !Frame.IsLambda)
      Frame.Object = U.placeOf(Object);
    inlineCallee(Definition, Frame, C);
    passCallables(Callee, Args, C, true);
    helperSpawn(C, Callee);
    return true;
  }
  bool System = U.inSystemHeader(Callee->getLocation());
  if (System && Method && Method->getOverloadedOperator() == OO_Call && Object)
    inlineCallable(U.callableOf(Object), C, false);
  passCallables(Callee, Args, C, !System);
  if (!System) {
    passToUnseen(Callee, Object, Args, C);
    addMayThrow(Callee, C);
    return true;
  }
  // The standard library keeps nothing that it is not given to keep; another
  // one may join.
  if (!isOfStandardLibrary(Callee))
    for (size_t I = 0; I != Args.size() && I < Callee->getNumParams(); ++I) {
      QualType Parameter = Callee->getParamDecl(I)->getType();
      const model::Type *Held = U.heldType(Args[I]->getType());
      if (Held && (Held->Role == Role::Thread || Held->Role == Role::Future) &&
          Parameter->isLValueReferenceType() &&
          !Parameter->getPointeeType().isConstQualified())
        if (Place P = U.placeOf(Args[I]))
          add(EventKind::Escape, P, C, C);
    }
  // memcpy(list, &thread, sizeof thread): a C handle has another name then.
  for (const Expr *A : Args) {
    const Expr *Named = A->IgnoreParenImpCasts();
    Place P =
        A->getType()->isVoidPointerType() && U.isInteresting(Named->getType())
            ? U.placeOf(Named)
            : Place();
    if (P && P.last() && !P.last()->getType()->isRecordType())
      add(EventKind::Escape, P, C, C);
  }
  return true;
}

bool Extractor::VisitCXXConstructExpr(CXXConstructExpr *C) {
  const CXXConstructorDecl *Constructor = C->getConstructor();
  llvm::SmallVector<const Expr *, 4> Args(C->arguments());
  if (auto Meaning = U.lookup().call(Constructor)) {
    if (Meaning->Does == Op::Spawn) {
      auto Entry = U.lookup().entryArgument(*Meaning, Args);
      unsigned Index = Entry ? *Entry : ~0u;
      makeSpawn(C, Meaning->OfType, nullptr, Args, Index, Index + 1);
    }
    return true;
  }
  if (Constructor->isCopyOrMoveConstructor())
    return true;
  // optional(in_place, entry, ...): a tag says that the rest makes the value.
  if (U.inSystemHeader(Constructor->getLocation()) && Args.size() > 1) {
    const CXXRecordDecl *Tag = Args[0]->getType()->getAsCXXRecordDecl();
    if (Tag && !Tag->isLambda() && Tag->isEmpty() &&
        U.inSystemHeader(Tag->getLocation()) && spawnInPlace(C, nullptr, Args))
      return true;
  }
  Place Target = Constructed.lookup(C);
  const FunctionDecl *Definition = nullptr;
  bool Visible = U.isVisible(Constructor) && Constructor->hasBody(Definition);
  if (Visible) {
    CallFrame Frame;
    Frame.Callee = Definition;
    Frame.Arguments.append(Args.begin(), Args.end());
    Frame.Object = Target;
    inlineCallee(Definition, Frame, C);
  }
  bool System = U.inSystemHeader(Constructor->getLocation());
  passCallables(Constructor, Args, C, true);
  const VarDecl *V = Target.variable();
  bool LocalObject = V && V->hasLocalStorage() && Target.path().empty();
  bool UnderstoodGuard =
      LocalObject && Visible && U.destructorVisible(Constructor->getParent());
  if (!System && !UnderstoodGuard)
    passToUnseen(Constructor, nullptr, Args, C);
  // A library's guard, which keeps a reference to a handle and ends it.
  if (System && C->getType().isDestructedType() == QualType::DK_cxx_destructor)
    for (unsigned I = 0; I != Args.size(); ++I)
      if (QualType T = I < Constructor->getNumParams()
                           ? Constructor->getParamDecl(I)->getType()
                           : QualType();
          !T.isNull() && T->isLValueReferenceType() &&
          !T->getPointeeType().isConstQualified())
        if (const model::Type *Held = U.lookup().type(T->getPointeeType());
            Held && Held->Role == Role::Thread)
          if (Place P = U.placeOf(Args[I]))
            add(EventKind::Escape, P, C, C);
  if (!System && !Visible && !Constructor->isImplicit())
    addMayThrow(Constructor, C);
  return true;
}

bool Extractor::VisitVarDecl(VarDecl *V) {
  QualType T = V->getType();
  if (const Expr *Init = V->getInit(); Init && !isa<ParmVarDecl>(V)) {
    Place Target = T->isReferenceType() ? Place() : Place::variable(V);
    // A reference that extends a temporary owns it.
    if (T->isReferenceType() && isa<CXXConstructExpr, CallExpr>(valueOf(Init)))
      if (U.spawnAt(valueOf(Init)))
        Target = Place::variable(V);
    if (Target && (U.isInteresting(T) || U.spawnAt(valueOf(Init))))
      land(Init, Target, T, Init, U.isContainer(T));
    // A copied C handle or a pointer that moves on has two names.
    bool Copies = !T->isReferenceType() && !T->isRecordType() &&
                  !V->isCXXForRangeDecl() && U.isInteresting(T);
    if (Copies && (!T->isPointerType() || U.isReassigned(V)))
      if (Place P = U.placeOf(Init))
        add(EventKind::Escape, P, Init, Init);
  }
  if (V->hasLocalStorage() && !isa<ParmVarDecl>(V) && T->isRecordType()) {
    for (Event &E : U.destructorOf(V)) {
      E.Guard = V;
      E.At = V->getInit();
      E.Loop = Loops.empty() ? nullptr : Loops.back();
      Info.Events.push_back(std::move(E));
    }
    addDeleter(V);
  }
  return true;
}

/// What the deleter that a smart pointer is given does when it dies.
void Extractor::addDeleter(const VarDecl *V) {
  const model::Type *M = U.lookup().type(V->getType());
  auto *C = V->getInit() ? dyn_cast<CXXConstructExpr>(valueOf(V->getInit()))
                         : nullptr;
  if (!M || !M->Deleter || !C || C->getNumArgs() <= *M->Deleter ||
      isa<CXXDefaultArgExpr>(C->getArg(*M->Deleter)))
    return;
  Callable Deleter = U.callableOf(C->getArg(*M->Deleter));
  const FunctionDecl *Body = Deleter.body();
  std::vector<Event> Effects;
  if (!Body || U.inSystemHeader(Body->getLocation())) {
    Event Unknown;
    Unknown.Kind = EventKind::Escape;
    Unknown.Where = Place::variable(V);
    Effects.push_back(std::move(Unknown));
  } else {
    CallFrame Frame = U.entryFrame(Deleter);
    Frame.Arguments.assign({C->getArg(0)});
    for (Event E : U.info(Body).Events) {
      Place Seen = U.translate(E.Where, Frame);
      if (auto *P = dyn_cast_or_null<ParmVarDecl>(E.Where.variable());
          !Seen && P && P->getDeclContext() == Body)
        Seen = E.Where.rebased(Place::variable(V));
      if (!Seen)
        continue;
      E.Where = Seen;
      Effects.push_back(std::move(E));
    }
  }
  for (Event &E : Effects) {
    E.Guard = V;
    E.At = V->getInit();
    E.Loop = Loops.empty() ? nullptr : Loops.back();
    Info.Events.push_back(std::move(E));
  }
}

bool Extractor::VisitReturnStmt(ReturnStmt *R) {
  const Expr *Value = R->getRetValue();
  if (!Value)
    return true;
  const Expr *E = valueOf(Value);
  if (Spawn *S = U.SpawnOf.lookup(E); S && S->Where == Fate::Unknown) {
    S->Where = Fate::Returned;
    return true;
  }
  if (U.isInteresting(Value->getType()))
    if (Place P = U.placeOf(Value); P && !P.isThis())
      add(EventKind::MoveOut, P, R, Value);
  if (auto *L = dyn_cast<InitListExpr>(E))
    for (const Expr *I : L->inits())
      if (I && U.isInteresting(I->getType()))
        if (Place P = U.placeOf(I))
          add(EventKind::MoveOut, P, R, Value);
  // An object that keeps the address of a handle: a guard.
  struct Addresses : RecursiveASTVisitor<Addresses> {
    llvm::SmallVector<const Expr *, 2> Of;
    bool TraverseLambdaExpr(LambdaExpr *) { return true; }
    bool VisitUnaryOperator(UnaryOperator *O) {
      if (O->getOpcode() == UO_AddrOf)
        Of.push_back(O->getSubExpr());
      return true;
    }
  } In;
  if (Value->getType()->isRecordType())
    In.TraverseStmt(const_cast<Expr *>(Value));
  for (const Expr *Kept : In.Of)
    if (U.isInteresting(Kept->getType()))
      if (Place P = U.placeOf(Kept))
        add(EventKind::Escape, P, R, Value);
  if (Callable C = U.callableOf(Value); C.Lambda)
    inlineCallable(C, R, true);
  return true;
}

bool Extractor::VisitInitListExpr(InitListExpr *L) {
  const InitListExpr *Semantic = L->isSemanticForm() ? L : L->getSemanticForm();
  if (Constructed.count(L) || (Semantic && Constructed.count(Semantic)))
    return true; // An aggregate guard; its destructor tells.
  for (const Expr *I : L->inits()) {
    if (!I)
      continue; // Left out after an error.
    auto *O = dyn_cast<UnaryOperator>(valueOf(I));
    const model::Type *M = U.lookup().type(I->getType());
    bool Refers = (O && O->getOpcode() == UO_AddrOf) ||
                  (M && M->Role == Role::Wrapper) ||
                  (I->isLValue() && !I->getType().isConstQualified());
    if (Refers && U.isInteresting(I->getType()))
      if (Place P = U.placeOf(I))
        add(EventKind::Escape, P, L, I);
  }
  return true;
}

/// Code that does not compile may do anything with what it names.
bool Extractor::VisitRecoveryExpr(RecoveryExpr *R) {
  for (const Expr *Part : R->subExpressions())
    if (U.isInteresting(Part->getType()))
      if (Place P = U.placeOf(Part))
        add(EventKind::Escape, P, R, R);
  return true;
}

bool Extractor::VisitBinaryOperator(BinaryOperator *B) {
  if (B->getOpcode() == BO_Comma)
    discard(B->getLHS());
  if (!B->isAssignmentOp())
    return true;
  const Expr *Left = B->getLHS();
  if (B->isCompoundAssignmentOp()) {
    if (U.isCounterType(Left->getType()) && !Left->getType()->isPointerType())
      if (Place P = U.placeOf(Left)) {
        if (B->getOpcode() == BO_AddAssign)
          add(EventKind::CountUp, P, B, B);
        else if (B->getOpcode() == BO_SubAssign)
          add(EventKind::Decrement, P, B, B);
        else
          add(EventKind::Store, P, B, B);
      }
    return true;
  }
  Place Target = U.placeOf(Left);
  if (U.isInteresting(Left->getType())) {
    // Pointers to handles, and C handles copied around.
    bool Landed = false;
    if (Target) {
      bool Element = Target.last() && U.isContainer(Target.last()->getType());
      size_t Before = Info.Events.size();
      land(B->getRHS(), Target, Left->getType(), B, Element);
      Landed = Info.Events.size() != Before;
      // A C handle that gets a value from elsewhere.
      if (!Left->getType()->isPointerType() && Info.Events.size() == Before)
        add(EventKind::Escape, Target, B, B);
    }
    if (Place Source = U.placeOf(B->getRHS()); Source && Source != Target)
      add(EventKind::Escape, Source, B, B);
    // A pointer that is given another object, and no task with it.
    if (Target && !Target.path().empty() && Left->getType()->isPointerType() &&
        !U.SpawnOf.lookup(valueOf(B->getRHS())) &&
        !(Landed && isa<CXXNewExpr>(valueOf(B->getRHS()))))
      add(EventKind::Escape, Target, B, B);
    return true;
  }
  if (Target && U.isCounterType(Left->getType()))
    add(EventKind::Store, Target, B, B);
  return true;
}

bool Extractor::VisitUnaryOperator(UnaryOperator *O) {
  if (!O->isIncrementDecrementOp() || O->getType()->isPointerType())
    return true;
  if (Place P = U.placeOf(O->getSubExpr()))
    add(O->isIncrementOp() ? EventKind::CountUp : EventKind::Decrement, P, O,
        O);
  return true;
}

/// The atomic operations of C11, of GCC and of OpenCL, which are expressions of
/// their own in Clang.
bool Extractor::VisitAtomicExpr(AtomicExpr *A) {
  Place P = U.placeOf(A->getPtr());
  if (!P)
    return true;
  llvm::StringRef Name = A->getOpAsString();
  // Of operations with a result: `__c11_atomic_fetch_add`.
  if (Name.contains("load"))
    return true;
  EventKind Kind = Name.contains("add")   ? EventKind::CountUp
                   : Name.contains("sub") ? EventKind::Decrement
                                          : EventKind::Store;
  add(Kind, P, A, A);
  return true;
}

//===----------------------------------------------------------------------===//
// Statements
//===----------------------------------------------------------------------===//

bool Extractor::isCaught(QualType Thrown) const {
  for (const CXXTryStmt *Try : Tries)
    for (unsigned I = 0; I != Try->getNumHandlers(); ++I) {
      QualType Caught = Try->getHandler(I)->getCaughtType();
      if (Caught.isNull() || Thrown.isNull())
        return true;
      Caught = Caught.getNonReferenceType().getUnqualifiedType();
      QualType T = Thrown.getNonReferenceType().getUnqualifiedType();
      if (U.context().hasSameType(Caught, T))
        return true;
      const CXXRecordDecl *Base = Caught->getAsCXXRecordDecl();
      const CXXRecordDecl *Derived = T->getAsCXXRecordDecl();
      if (Base && Derived && Derived->hasDefinition() &&
          Derived->isDerivedFrom(Base))
        return true;
    }
  return false;
}

bool Extractor::VisitCXXThrowExpr(CXXThrowExpr *T) {
  // `throw;` throws what came in, and that may be nothing that is seen.
  if (!T->getSubExpr() && !Rethrows.empty() && !Rethrows.back()) {
    add(EventKind::MayThrow, {}, T, T).Caught = isCaught(QualType());
    return true;
  }
  add(EventKind::Throw, {}, T, T).Caught = isCaught(thrownType(T));
  return true;
}

bool Extractor::VisitCXXDeleteExpr(CXXDeleteExpr *D) {
  QualType T = D->getDestroyedType();
  Place P = U.placeOf(D->getArgument());
  if (!P)
    return true;
  for (Event &E : U.destructorAt(P, T)) {
    E.At = D;
    Info.Events.push_back(std::move(E));
  }
  if (U.isInteresting(T))
    add(EventKind::Reset, P, D, D);
  return true;
}

void Extractor::discard(const Stmt *S) {
  auto *E = dyn_cast_or_null<Expr>(S);
  if (!E)
    return;
  if (auto *Either = dyn_cast<ConditionalOperator>(valueOf(E))) {
    discard(Either->getTrueExpr());
    discard(Either->getFalseExpr());
    return;
  }
  if (Spawn *Found = U.SpawnOf.lookup(valueOf(E));
      Found && Found->Where == Fate::Unknown)
    Found->Where = Fate::Discarded;
}

bool Extractor::VisitCompoundStmt(CompoundStmt *C) {
  for (const Stmt *S : C->body())
    discard(S);
  return true;
}

bool Extractor::VisitIfStmt(IfStmt *S) {
  discard(S->getThen());
  discard(S->getElse());
  return true;
}

/// A loop that looks at a counter or flag until somebody else changes it.
void Extractor::addLoopWait(const Expr *Condition, const Stmt *Loop,
                            const Stmt *Body) {
  discard(Body);
  if (!Condition)
    return;
  for (const Place &P : readsOf(U, Condition)) {
    bool ChangedInside = false;
    for (const Event &E : Info.Events)
      if (E.Loop == Loop && E.Where == P && E.OriginIn == Info.Function &&
          (E.Kind == EventKind::CountUp || E.Kind == EventKind::Decrement ||
           E.Kind == EventKind::Store))
        ChangedInside = true;
    if (!ChangedInside)
      add(EventKind::Wait, P, Condition, Condition).Element = true;
  }
}

bool Extractor::VisitForStmt(ForStmt *S) {
  if (!S->getInc())
    addLoopWait(S->getCond(), S, S->getBody());
  else
    discard(S->getBody());
  return true;
}

bool Extractor::VisitWhileStmt(WhileStmt *S) {
  addLoopWait(S->getCond(), S, S->getBody());
  return true;
}

bool Extractor::VisitDoStmt(DoStmt *S) {
  addLoopWait(S->getCond(), S, S->getBody());
  return true;
}

bool Extractor::VisitCXXForRangeStmt(CXXForRangeStmt *S) {
  discard(S->getBody());
  // Iterating over a channel receives until it is closed.
  const Expr *Range = S->getRangeInit();
  const model::Type *T =
      U.lookup().type(Range->getType().getNonReferenceType());
  if (T && T->Role == Role::Channel)
    if (Place P = U.placeOf(Range))
      add(EventKind::Receive, P, Range, Range).Type = T;
  return true;
}

//===----------------------------------------------------------------------===//
// Summaries
//===----------------------------------------------------------------------===//

const FunctionInfo &Unit::info(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (F->hasBody(Definition))
    F = Definition;
  auto &Slot = Infos[F];
  if (!Slot) {
    Slot = std::make_unique<FunctionInfo>();
    Slot->Function = F;
  }
  FunctionInfo &Info = *Slot;
  if (Info.Done || Info.Computing)
    return Info;
  if (Nesting >= MaxNesting) {
    hitBound("calls on the way to it", F);
    return Info;
  }
  Info.Computing = true;
  ++Nesting;
  if (F->getBody() && !F->isDependentContext()) {
    // Recursive calls see what is there so far: nothing.
    FunctionInfo Fresh;
    Fresh.Function = F;
    Extractor(*this, Fresh).run();
    FunctionInfo &Now = *Infos[F];
    Now.Events = std::move(Fresh.Events);
    Now.Spawns = std::move(Fresh.Spawns);
    Now.Calls = std::move(Fresh.Calls);
    Now.Takes = std::move(Fresh.Takes);
  }
  FunctionInfo &Now = *Infos[F];
  --Nesting;
  Now.Computing = false;
  Now.Done = true;
  return Now;
}

const std::vector<Event> &Unit::destructor(const CXXRecordDecl *Record) {
  static const std::vector<Event> Nothing;
  Record = Record->getDefinition();
  if (!Record || Record->isDependentType())
    return Nothing;
  auto [It, New] = Destructors.try_emplace(Record);
  if (!New)
    return It->second ? *It->second : Nothing;
  auto Events = std::make_unique<std::vector<Event>>();
  if (const CXXDestructorDecl *D = Record->getDestructor(); D && isVisible(D))
    *Events = info(D).Events;
  if (!inSystemHeader(Record->getLocation()) &&
      isInteresting(Context.getCanonicalTagType(Record))) {
    for (const FieldDecl *F : Record->fields()) {
      if (F->getType()->isReferenceType() || F->getType()->isPointerType())
        continue;
      for (Event &E : destructorAt(Place::thisObject().field(F), F->getType()))
        Events->push_back(std::move(E));
    }
    for (const CXXBaseSpecifier &B : Record->bases())
      if (const CXXRecordDecl *Base = B.getType()->getAsCXXRecordDecl())
        for (const Event &E : destructor(Base))
          Events->push_back(E);
  }
  auto &Slot = Destructors[Record];
  Slot = std::move(Events);
  return *Slot;
}

bool Unit::addDeleter(const Place &P, QualType T, std::vector<Event> &Effects) {
  const auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
      T->getAsCXXRecordDecl());
  const model::Type *M = Special ? Lookup.type(T) : nullptr;
  if (!M || !M->Deleter || Special->getTemplateArgs().size() < 2 ||
      Special->getTemplateArgs()[1].getKind() != TemplateArgument::Type)
    return false;
  QualType Deleter = Special->getTemplateArgs()[1].getAsType();
  const CXXRecordDecl *Record = Deleter->getAsCXXRecordDecl();
  if (Record && inSystemHeader(Record->getLocation()) &&
      Record->getIdentifier() && !Deleter->isFunctionType() &&
      Record->isEmpty())
    return false; // default_delete
  const FunctionDecl *Body = nullptr;
  if (Record && Record->hasDefinition())
    for (const CXXMethodDecl *Method : Record->methods())
      if (Method->getOverloadedOperator() == OO_Call && isVisible(Method))
        Method->hasBody(Body);
  if (!Body) {
    Event Unknown;
    Unknown.Kind = EventKind::Escape;
    Unknown.Where = P;
    Effects.push_back(std::move(Unknown));
    return true;
  }
  for (Event E : info(Body).Events) {
    auto *Parameter = dyn_cast_or_null<ParmVarDecl>(E.Where.variable());
    if (!Parameter || Parameter->getDeclContext() != Body)
      continue;
    E.Where = E.Where.rebased(P);
    E.Guard = nullptr;
    Effects.push_back(std::move(E));
  }
  return true;
}

std::vector<Event> Unit::destructorAt(const Place &P, QualType T) {
  std::vector<Event> Result;
  if (T->isReferenceType() || T->isPointerType())
    return Result;
  if (addDeleter(P, T, Result))
    return Result;
  // A class of this unit that derives from a handle ends it by itself.
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  bool Derived = Class && !inSystemHeader(Class->getLocation()) &&
                 Class->hasDefinition() && Class->hasUserDeclaredDestructor();
  if (const model::Type *M = heldType(T); M && !Derived) {
    if (M->OnDestroy == model::OnDestroy::Join ||
        M->OnDestroy == model::OnDestroy::StopAndJoin) {
      Event E;
      E.Kind = EventKind::Join;
      E.Where = P;
      E.Type = M;
      Result.push_back(E);
    }
    return Result;
  }
  // What a smart pointer, optional or container holds dies with it.
  QualType Element = T;
  for (unsigned Depth = 0; Depth != 4; ++Depth) {
    const auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        Element->getAsCXXRecordDecl());
    if (const ArrayType *A = Element->getAsArrayTypeUnsafe()) {
      Element = A->getElementType();
      continue;
    }
    if (!Special || !inSystemHeader(Special->getLocation()) ||
        Special->getTemplateArgs().size() == 0)
      break;
    QualType Inner;
    for (const TemplateArgument &A : Special->getTemplateArgs().asArray())
      if (A.getKind() == TemplateArgument::Type &&
          !A.getAsType()->isPointerType() && isInteresting(A.getAsType())) {
        Inner = A.getAsType();
        break;
      }
    if (Inner.isNull())
      break;
    Element = Inner;
  }
  const CXXRecordDecl *Record = Element->getAsCXXRecordDecl();
  if (!Record || inSystemHeader(Record->getLocation()))
    return Result;
  CallFrame Frame;
  Frame.Object = P;
  Frame.Callee = Record->getDestructor();
  for (const Event &E : destructor(Record)) {
    Event Seen = E;
    bool Placeless = E.Kind == EventKind::Exit || E.Kind == EventKind::Detach;
    Seen.Where = translate(E.Where, Frame);
    Seen.Owner = translate(E.Owner, Frame);
    if (!Seen.Where && !Placeless)
      continue;
    Seen.Guard = nullptr;
    Result.push_back(std::move(Seen));
  }
  return Result;
}

std::vector<Event> Unit::destructorOf(const VarDecl *V) {
  QualType T = V->getType();
  // The destructors of bare handles are the path engine's business.
  const CXXRecordDecl *Class = T->getAsCXXRecordDecl();
  if (heldType(T) && (!Class || inSystemHeader(Class->getLocation()))) {
    std::vector<Event> Effects;
    addDeleter(Place::variable(V), T, Effects);
    return Effects;
  }
  if (!T->isRecordType() || !isInteresting(T)) {
    // A guard may hold only a reference or a callable.
    const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
    if (!Record || inSystemHeader(Record->getLocation()))
      return {};
  }
  return destructorAt(Place::variable(V), T);
}

const Expr *Unit::visibleThrow(const FunctionDecl *F, bool Assume) {
  const Event *E = visibleThrowEvent(F, Assume);
  return E ? E->Origin : nullptr;
}

const Event *Unit::visibleThrowEvent(const FunctionDecl *F, bool Assume) {
  const auto *Proto = F->getType()->getAs<FunctionProtoType>();
  if (Proto && Proto->isNothrow())
    return nullptr;
  for (const Event &E : info(F).Events)
    if (!E.Caught && (E.Kind == EventKind::Throw ||
                      (Assume && E.Kind == EventKind::MayThrow)))
      return &E;
  return nullptr;
}

/// The first of the spawns of \p Info that \p Is picks and whose handle is
/// returned.
static const Spawn *returnedSpawn(const FunctionInfo &Info,
                                  llvm::function_ref<bool(const Spawn &)> Is) {
  for (const Spawn *S : Info.Spawns) {
    if (!Is(*S))
      continue;
    if (S->Where == Fate::Returned)
      return S;
    if (S->Where == Fate::Stored)
      for (const Event &E : Info.Events)
        if (E.Kind == EventKind::MoveOut && E.Where == S->Handle &&
            isa<ReturnStmt>(E.At))
          return S;
  }
  return nullptr;
}

const Spawn *Unit::returnedAsync(const FunctionDecl *F) {
  return returnedSpawn(info(F), [](const Spawn &S) { return S.IsAsync; });
}

const Spawn *Unit::returnedThread(const FunctionDecl *F) {
  // With several returns, one may return a handle without a task.
  struct Returns : RecursiveASTVisitor<Returns> {
    unsigned Count = 0;
    bool TraverseLambdaExpr(LambdaExpr *) { return true; }
    bool VisitReturnStmt(ReturnStmt *) { return ++Count; }
    bool VisitIfStmt(IfStmt *) { return Count += 2; }
  } In;
  const FunctionDecl *Body = nullptr;
  if (!F->hasBody(Body))
    return nullptr;
  In.TraverseStmt(Body->getBody());
  if (In.Count != 1)
    return nullptr;
  return returnedSpawn(info(F), [](const Spawn &S) {
    return S.Type && S.Type->Role == Role::Thread && !S.Through;
  });
}

} // namespace joinery
