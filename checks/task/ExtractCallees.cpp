//===- ExtractCallees.cpp - What the functions of a unit do to others -----===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Calls of functions that are seen are replaced by what those do, as seen from
// the call. What they do not say is given away, as is all that functions that
// are not seen may keep.
//
//===----------------------------------------------------------------------===//

#include "task/Bounds.h"
#include "task/Extract.h"

using namespace clang;
using joinery::model::Op;
using joinery::model::Role;

namespace joinery {

/// Of a callee's events only so many are repeated in order, and none where a
/// function has too many already; what the others happen to is handed away.
static constexpr size_t MaxEvents = 4000;
static constexpr size_t MaxInlined = 200;

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

} // namespace joinery
