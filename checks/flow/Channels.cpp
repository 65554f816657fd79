//===- Channels.cpp - Sends against capacity and receives -----------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Channels.h"
#include "flow/Futures.h"
#include "flow/Handles.h"
#include "task/Extract.h"

using namespace clang;
using joinery::model::Role;

namespace joinery {

//===----------------------------------------------------------------------===//
// Numbers
//===----------------------------------------------------------------------===//

Amount amountOf(Unit &U, const Expr *E) {
  Amount Result;
  if (!E || E->isValueDependent())
    return Result;
  Expr::EvalResult R;
  if (E->EvaluateAsInt(R, U.context()) && !R.HasSideEffects)
    return Amount::constant(R.Val.getInt().extOrTrunc(64).getSExtValue());
  const Expr *Value = valueOf(E);
  if (auto *Cast = dyn_cast<ExplicitCastExpr>(Value))
    return amountOf(U, Cast->getSubExpr());
  if (auto *Call = dyn_cast<CXXMemberCallExpr>(Value)) {
    // c.size(): the number of what the container holds.
    const Expr *Object = Call->getImplicitObjectArgument();
    if (Call->getNumArgs() == 0 && Object && U.isContainer(Object->getType()) &&
        Call->getType()->isIntegerType()) {
      Result.Of = U.placeOf(Object);
      Result.Text = E;
      Result.Is = Result.Of ? Amount::SizeOf : Amount::Unknown;
    }
    return Result;
  }
  if (auto *Call = dyn_cast<CallExpr>(Value);
      Call && Call->getNumArgs() == 1 && Call->getType()->isIntegerType() &&
      U.isContainer(Call->getArg(0)->getType())) {
    Result.Of = U.placeOf(Call->getArg(0)); // std::size(c)
    Result.Text = E;
    Result.Is = Result.Of ? Amount::SizeOf : Amount::Unknown;
    return Result;
  }
  if (auto *Ref = dyn_cast<DeclRefExpr>(Value)) {
    auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    if (!V || U.isReassigned(V))
      return Result;
    if (V->getInit() && !isa<ParmVarDecl>(V)) {
      Result = amountOf(U, V->getInit());
      if (Result.Is == Amount::SizeOf)
        Result.Text = E;
      if (Result.Is != Amount::Unknown)
        return Result;
    }
    Result.Is = Amount::SizeOf;
    Result.Of = Place::variable(V);
    Result.Text = E;
    return Result;
  }
  if (isa<MemberExpr>(Value)) {
    Result.Of = U.placeOf(Value);
    Result.Text = E;
    Result.Is = Result.Of ? Amount::SizeOf : Amount::Unknown;
  }
  return Result;
}

Amount roundsOf(Unit &U, const Stmt *Loop) {
  Amount Result;
  if (auto *Range = dyn_cast<CXXForRangeStmt>(Loop)) {
    const Expr *Init = Range->getRangeInit();
    QualType T = Init->getType().getNonReferenceType();
    if (const ConstantArrayType *A = U.context().getAsConstantArrayType(T))
      return Amount::constant(A->getSize().getSExtValue());
    if (auto *List = dyn_cast<CXXStdInitializerListExpr>(valueOf(Init)))
      if (const ConstantArrayType *A =
              U.context().getAsConstantArrayType(List->getSubExpr()->getType()))
        return Amount::constant(A->getSize().getSExtValue());
    // A container with its size in the type.
    if (auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
            T->getAsCXXRecordDecl()))
      if (Special->getTemplateArgs().size() == 2 &&
          Special->getTemplateArgs()[1].getKind() == TemplateArgument::Integral)
        return Amount::constant(Special->getTemplateArgs()[1]
                                    .getAsIntegral()
                                    .extOrTrunc(64)
                                    .getSExtValue());
    Result.Of = U.placeOf(Init);
    Result.Text = Init;
    Result.Is = Result.Of ? Amount::SizeOf : Amount::Unbounded;
    return Result;
  }
  auto *For = dyn_cast<ForStmt>(Loop);
  auto *Condition =
      For ? dyn_cast_or_null<BinaryOperator>(
                For->getCond() ? For->getCond()->IgnoreParenImpCasts()
                               : nullptr)
          : nullptr;
  if (!Condition || !For->getInit())
    return Amount::unbounded();
  const VarDecl *Counter = nullptr;
  if (auto *D = dyn_cast<DeclStmt>(For->getInit()))
    for (const Decl *One : D->decls())
      if (auto *V = dyn_cast<VarDecl>(One); V && !Counter)
        Counter = V;
  if (!Counter || !Counter->getInit())
    return Amount::unbounded();
  auto Names = [&](const Expr *E) {
    auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts());
    return Ref && Ref->getDecl() == Counter;
  };
  const Expr *Left = Condition->getLHS(), *Right = Condition->getRHS();
  BinaryOperatorKind Op = Condition->getOpcode();
  if (!Names(Left) && Names(Right)) {
    std::swap(Left, Right);
    if (!Condition->isEqualityOp())
      Op = BinaryOperator::reverseComparisonOp(Op);
  }
  // i < n && ...: the other half can only end it earlier.
  if (!Names(Left))
    return Amount::unbounded();
  Amount Start = amountOf(U, Counter->getInit());
  Amount Limit = amountOf(U, Right);
  bool Down = Op == BO_GT || Op == BO_GE ||
              (Op == BO_NE && Limit.Is == Amount::Constant &&
               Limit.Value == 0 && Start.Is != Amount::Constant);
  if (Down) {
    if (Limit.Is == Amount::Constant && Limit.Value == 0 && Op != BO_GE)
      return Start.Is == Amount::Unknown ? Amount::unbounded() : Start;
    return Amount::unbounded();
  }
  if (Start.Is != Amount::Constant)
    return Amount::unbounded();
  if (Limit.Is == Amount::Constant)
    return Amount::constant(Limit.Value - Start.Value + (Op == BO_LE ? 1 : 0));
  if (Limit.Is == Amount::SizeOf && Start.Value == 0 && Op != BO_LE)
    return Limit;
  return Amount::unbounded();
}

//===----------------------------------------------------------------------===//
// Channels
//===----------------------------------------------------------------------===//

/// The class of the channel behind pointers and smart pointers.
static const CXXRecordDecl *channelClass(Unit &U, QualType T,
                                         const model::Type *M) {
  for (unsigned Depth = 0; Depth != 5; ++Depth) {
    T = T.getNonReferenceType();
    if (T->isPointerType())
      T = T->getPointeeType();
    const CXXRecordDecl *R = T->getAsCXXRecordDecl();
    if (!R || U.lookup().type(R) == M)
      return R;
    auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(R);
    if (!Special || Special->getTemplateArgs().size() == 0 ||
        Special->getTemplateArgs()[0].getKind() != TemplateArgument::Type)
      return nullptr;
    T = Special->getTemplateArgs()[0].getAsType();
  }
  return nullptr;
}

/// The bound that a channel without one is given by the only call that gives it
/// any (tbb set_capacity), in the function that has it.
static const Expr *boundOf(Unit &U, const VarDecl *V) {
  auto *F = dyn_cast<FunctionDecl>(V->getDeclContext());
  const Expr *Bound = nullptr;
  for (const FunctionDecl *In : U.functions())
    for (const Event &E : U.info(In).Events) {
      if (E.Kind != EventKind::Initialize ||
          !E.Where.touches(Place::variable(V)))
        continue;
      auto *Call = dyn_cast_or_null<CallExpr>(E.Origin);
      if (Bound || In != F || E.OriginIn != F || E.Loop || !Call ||
          Call->getNumArgs() != 1)
        return nullptr;
      Bound = Call->getArg(0);
    }
  return Bound;
}

std::optional<ChannelInfo> channelOf(Unit &U, const VarDecl *V) {
  const model::Type *M = U.heldType(V->getType());
  if (!M || M->Role != Role::Channel || !M->Capacity ||
      M->Blocks == model::Blocks::Awaited || U.isContainer(V->getType()))
    return std::nullopt;
  ChannelInfo C;
  C.Variable = V;
  C.Type = M;
  const model::Count &Count = *M->Capacity;
  if (Count.Unlimited) {
    C.Argument = boundOf(U, V);
    if (!C.Argument)
      return std::nullopt;
    C.Capacity = amountOf(U, C.Argument);
  } else if (Count.Fixed) {
    C.Capacity = Amount::constant(*Count.Fixed);
  } else if (Count.TemplateArgument) {
    auto *Special = dyn_cast_or_null<ClassTemplateSpecializationDecl>(
        channelClass(U, V->getType(), M));
    if (Special &&
        *Count.TemplateArgument < Special->getTemplateArgs().size()) {
      const TemplateArgument &A =
          Special->getTemplateArgs()[*Count.TemplateArgument];
      if (A.getKind() == TemplateArgument::Integral)
        C.Capacity =
            Amount::constant(A.getAsIntegral().extOrTrunc(64).getSExtValue());
    }
  } else if (Count.ConstructorArgument && V->getInit()) {
    // The construction, or the call that constructs behind a pointer.
    const Expr *Init = valueOf(V->getInit());
    if (auto *C1 = dyn_cast<CXXConstructExpr>(Init);
        C1 && U.lookup().type(C1->getType()) != M && C1->getNumArgs() > 0)
      Init = valueOf(C1->getArg(0));
    if (auto *New = dyn_cast<CXXNewExpr>(Init))
      Init = New->getInitializer() ? valueOf(New->getInitializer()) : nullptr;
    llvm::SmallVector<const Expr *, 2> Args;
    bool Known = false;
    if (auto *Construct = dyn_cast_or_null<CXXConstructExpr>(Init)) {
      Args.append(Construct->arg_begin(), Construct->arg_end());
      Known = U.lookup().type(Construct->getType()) == M;
    } else if (auto *Call = dyn_cast_or_null<CallExpr>(Init)) {
      if (const FunctionDecl *Callee = Call->getDirectCallee())
        if (auto Meaning = U.lookup().call(Callee);
            Meaning && Meaning->Does == model::Op::Make) {
          Args.append(Call->arg_begin(), Call->arg_end());
          Known = true;
        }
    }
    if (!Known)
      return std::nullopt;
    C.Made = Init;
    unsigned Index = *Count.ConstructorArgument;
    if (Index < Args.size() && !isa<CXXDefaultArgExpr>(Args[Index])) {
      C.Argument = Args[Index];
      C.Capacity = amountOf(U, Args[Index]);
    } else if (Count.Default) {
      C.Capacity = Amount::constant(*Count.Default);
    }
  }
  if (C.Capacity.Is == Amount::Constant)
    C.Capacity.Value = std::max(0L, C.Capacity.Value + Count.Usable);
  if (C.Capacity.Is != Amount::Constant && C.Capacity.Is != Amount::SizeOf)
    return std::nullopt;
  return C;
}

//===----------------------------------------------------------------------===//
// Senders
//===----------------------------------------------------------------------===//

namespace {

/// Numbers the blocking sends of an entry along its paths.
class SendQuestion : public PathQuestion {
public:
  SendQuestion(Unit &U, FunctionFlow &Flow,
               llvm::function_ref<bool(const Event &)> Ours)
      : U(U), Flow(Flow), Ours(Ours) {}

  void visit(const Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    for (const Event *E : Flow.at(S)) {
      if (E->Kind != EventKind::Send || E->InCallable || !Ours(*E))
        continue;
      size_t Index = 0;
      while (Index != Sites.size() && Sites[Index].At != E)
        ++Index;
      if (Index == Sites.size())
        Sites.push_back({E, 0});
      // A site in a loop is counted once, for all rounds.
      State Bit = State(1) << (8 + std::min<size_t>(Index, 23));
      State Count = Now & 7;
      if (E->Repeated) {
        Count = ManySends;
      } else if (E->Loop) {
        Amount Rounds = roundsOf(U, E->Loop);
        if (!(Now & Bit))
          Count = Rounds.Is == Amount::Constant
                      ? std::min<long>(Count + std::max(0L, Rounds.Value),
                                       ManySends)
                      : ManySends;
        Now |= Bit;
      } else {
        Count = std::min<State>(Count + 1, ManySends);
      }
      Now = (Now & ~State(7)) | Count;
      Most = std::max<unsigned>(Most, Count);
      Sites[Index].Ordinal = std::max<unsigned>(Sites[Index].Ordinal, Count);
    }
    Next.push_back(Now);
  }

  std::vector<SendSite> Sites;
  unsigned Most = 0;

private:
  Unit &U;
  FunctionFlow &Flow;
  llvm::function_ref<bool(const Event &)> Ours;
};

} // namespace

std::vector<Sender> sendersOf(Analysis &A, const FunctionDecl *F,
                              const ChannelInfo &C) {
  Unit &U = A.Tasks;
  std::vector<Sender> Result;
  Place Channel = Place::variable(C.Variable);
  for (const Spawn *S : U.info(F).Spawns) {
    const FunctionDecl *Body = S->Entry.body();
    if (!Body || U.inSystemHeader(Body->getLocation())) {
      for (const Expr *E : S->Entry.Arguments)
        if (E && U.placeOf(E).touches(Channel))
          return {}; // Handed to code that is not seen.
      continue;
    }
    CallFrame Frame = U.entryFrame(S->Entry);
    auto Ours = [&](const Event &E) {
      return E.Where && U.translate(E.Where, Frame) == Channel;
    };
    bool Sends = false;
    for (const Event &E : U.info(Body).Events) {
      if (!Ours(E))
        continue;
      switch (E.Kind) {
      case EventKind::Receive:
      case EventKind::TimedReceive:
      case EventKind::Escape:
      case EventKind::MoveOut:
        return {};
      case EventKind::Send:
        if (E.InCallable)
          return {};
        Sends = true;
        break;
      default:
        break;
      }
    }
    if (!Sends)
      continue;
    FunctionFlow *Flow = A.Paths.get(Body);
    if (!Flow)
      return {};
    SendQuestion Q(U, *Flow, Ours);
    if (!followPaths(*Flow, Q))
      return {};
    if (Q.Most == 0)
      continue;
    Sender One;
    One.Task = S;
    One.Most = Q.Most;
    One.Sites = std::move(Q.Sites);
    One.Times = Amount::constant(1);
    if (S->Loop) {
      One.Times = roundsOf(U, S->Loop);
      // A channel of the loop's own is new in each round.
      if (const FunctionFlow *Outer = A.Paths.get(F))
        if (const Stmt *D = Outer->declaration(C.Variable))
          if (Outer->isAncestor(S->Loop, D))
            One.Times = Amount::constant(1);
    }
    Result.push_back(std::move(One));
    if (Result.size() == 8)
      break;
  }
  return Result;
}

bool outnumber(const ChannelInfo &C, llvm::ArrayRef<const Sender *> Senders,
               unsigned Received, unsigned Ordinal, const Sender *Last) {
  if (Received >= ManySends)
    return false;
  long Total = 0;
  bool Many = false;
  llvm::SmallVector<Amount, 2> Sizes;
  for (const Sender *S : Senders) {
    unsigned Each = S == Last ? Ordinal : S->Most;
    if (Each >= ManySends)
      Many = true;
    switch (S->Times.Is) {
    case Amount::Constant:
      // Of several alike, all but the last send what they send at most.
      if (S == Last)
        Total += (S->Times.Value - 1) * long(S->Most) + Each;
      else
        Total += S->Times.Value * long(Each);
      break;
    case Amount::SizeOf:
      if (C.Capacity.Is == Amount::SizeOf && Each == 1 &&
          S->Times.Of == C.Capacity.Of) {
        Sizes.push_back(S->Times);
        break;
      }
      Many = true;
      break;
    case Amount::Unbounded:
    case Amount::Unknown:
      Many = true;
      break;
    }
  }
  if (C.Capacity.Is == Amount::SizeOf) {
    // The size of the container that is looped over holds one send of each
    // round; against anything else it cannot be compared.
    return Sizes.size() == 1 && !Many && Total > long(Received);
  }
  if (Many || !Sizes.empty())
    return true;
  return Total > C.Capacity.Value + long(Received);
}

//===----------------------------------------------------------------------===//
// Receivers
//===----------------------------------------------------------------------===//

namespace {

class ChannelQuestion : public PathQuestion {
public:
  ChannelQuestion(Analysis &A, FunctionFlow &Flow, const ChannelInfo &C,
                  llvm::ArrayRef<Sender> Senders)
      : A(A), Flow(Flow), C(C), Senders(Senders),
        Channel(Place::variable(C.Variable)) {
    for (const Event &E : A.Tasks.info(Flow.function()).Events) {
      if (!E.Where || !E.Where.touches(Channel))
        continue;
      if (E.Guard && !llvm::is_contained(Locals, E.Guard))
        Locals.push_back(E.Guard);
      if (E.Kind == EventKind::TimedReceive && Timed.size() < 14)
        Timed.push_back(&E);
      if (E.Kind == EventKind::Receive && E.Origin)
        Receives.push_back(&E);
      if (E.Loop &&
          (E.Kind == EventKind::Receive || E.Kind == EventKind::TimedReceive)) {
        auto &Kind = Loops[E.Loop];
        Kind |= E.Kind == EventKind::Receive ? 1 : 2;
      }
    }
  }

  void visit(const Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    for (unsigned I = 0; I != Senders.size(); ++I)
      if (Senders[I].Task->At == S)
        Now |= 1u << (8 + I);
    for (const Event *E : Flow.at(S)) {
      if (E->Kind == EventKind::BlockForever)
        return;
      if (E->Guard || !E->Where || !E->Where.touches(Channel))
        continue;
      Now = apply(*E, S, Now);
    }
    Next.push_back(Now);
  }

  std::optional<State> refine(const Expr *Condition, bool Truth,
                              State Now) override {
    for (const Event *E : Flow.at(valueOf(Condition)))
      if (E->Kind == EventKind::Test)
        for (unsigned I = 0; I != Senders.size(); ++I)
          if (Senders[I].Task->Where == Fate::Stored &&
              E->Where == Senders[I].Task->Handle &&
              Truth != bool(Now & (1u << (8 + I))))
            return std::nullopt;
    // A receive that waits fails when the channel is closed.
    if (C.Type->CloseReleasesSender)
      for (const Event *E : Receives)
        if (timedResult(Condition, Truth, E->Origin, Flow) ==
            TimedResult::GaveUp)
          return Now | Over;
    const Event *Pending = pending(Now);
    if (!Pending)
      return Now;
    return decide(timedResult(Condition, Truth, Pending->Origin, Flow), Now);
  }

  std::optional<State> refineCase(const Expr *Condition, const Expr *Value,
                                  State Now) override {
    const Event *Pending = pending(Now);
    if (C.Type->CloseReleasesSender)
      for (const Event *E : Receives)
        if (timedCase(Condition, Value, E->Origin, Flow) == TimedResult::GaveUp)
          return Now | Over;
    if (!Pending)
      return Now;
    return decide(timedCase(Condition, Value, Pending->Origin, Flow), Now);
  }

  State leaveLoop(const Stmt *Loop, State Now) override {
    auto Found = Loops.find(Loop);
    if (Found == Loops.end())
      return Now;
    Amount Rounds = roundsOf(A.Tasks, Loop);
    if (Found->second & 1) {
      // Received until closed, or as often as the loop says.
      bool Endless = llvm::any_of(
          Senders, [](const Sender &S) { return S.Most >= ManySends; });
      if (Rounds.Is == Amount::Constant && !Endless)
        return withReceived(
            Now, std::min<unsigned>(std::max(0L, Rounds.Value), ManySends));
      return withReceived(Now, ManySends);
    }
    // Timed receives: a number of attempts is a way to give up; a loop until
    // enough have come is not.
    if (Rounds.Is == Amount::Constant || pending(Now) || gaveUp(Now))
      return Now;
    return withReceived(Now, ManySends);
  }

  State destroy(const VarDecl *V, const Stmt *, bool, const Trail *,
                State Now) override {
    if (!llvm::is_contained(Locals, V))
      return Now;
    for (const Event &E : A.Tasks.info(Flow.function()).Events)
      if (E.Guard == V && E.Where && E.Where.touches(Channel))
        Now = apply(E, E.At, Now);
    return Now;
  }

  void exit(const PathExit &Exit, State Now) override {
    unsigned Received = Now & 7;
    if ((Now & Over) || Found)
      return;
    std::vector<const Sender *> Started;
    for (unsigned I = 0; I != Senders.size(); ++I)
      if (Now & (1u << (8 + I)))
        Started.push_back(&Senders[I]);
    if (Started.empty())
      return;
    bool Bad = false;
    for (const Sender *S : Started)
      Bad |= outnumber(C, Started, Received, S->Most, S);
    if (!Bad)
      return;
    Found.emplace();
    Found->Received = Received;
    Found->Started = std::move(Started);
    Found->Exit = Exit.Location;
    Found->Throws = Exit.How == PathExit::Throw;
    Found->Returned = Now & IsReturned;
    Found->GaveUp = pending(Now);
    if (!Found->GaveUp)
      Found->GaveUp = gaveUp(Now);
    Found->Path = tellPath(Exit.Path, A.Tasks.context());
  }

  llvm::ArrayRef<const VarDecl *> locals() override { return Locals; }

  std::optional<Forgotten> Found;

private:
  // Bits: 0-2 received, 3 over, 4 returned, 8-15 started, 16-19 pending timed
  // receive, 20-23 the one that gave up.
  static constexpr State Over = 8, IsReturned = 16;

  const Event *pending(State Now) const {
    unsigned I = (Now >> 16) & 15;
    return I ? Timed[I - 1] : nullptr;
  }
  const Event *gaveUp(State Now) const {
    unsigned I = (Now >> 20) & 15;
    return I ? Timed[I - 1] : nullptr;
  }
  static State withReceived(State Now, unsigned N) {
    return (Now & ~State(7)) | N;
  }
  static State received(State Now) {
    return withReceived(Now, std::min<unsigned>((Now & 7) + 1, ManySends - 1));
  }

  State decide(TimedResult R, State Now) const {
    State Pending = (Now >> 16) & 15;
    switch (R) {
    case TimedResult::Done:
      return received(Now & ~(State(15) << 16));
    case TimedResult::GaveUp:
      Now &= ~(State(15) << 16) & ~(State(15) << 20);
      return Now | (Pending << 20);
    case TimedResult::Unknown:
      return Now;
    }
    return Now;
  }

  State apply(const Event &E, const Stmt *S, State Now) {
    if (E.InCallable)
      return Now | Over;
    switch (E.Kind) {
    case EventKind::Receive:
      if (E.Repeated)
        return withReceived(Now, ManySends);
      return received(Now & ~(State(15) << 16));
    case EventKind::TimedReceive: {
      Now &= ~(State(15) << 16);
      for (unsigned I = 0; I != Timed.size(); ++I)
        if (Timed[I] == &E)
          Now |= State(I + 1) << 16;
      return Now;
    }
    case EventKind::Close:
      return C.Type->CloseReleasesSender ? Now | Over : Now;
    case EventKind::Escape:
      return Now | Over;
    case EventKind::MoveOut:
      return isa_and_nonnull<ReturnStmt>(S) ? Now | IsReturned : Now | Over;
    case EventKind::Send:
      // The frame sends as well: somebody else receives.
      return Now | Over;
    default:
      return Now;
    }
  }

  Analysis &A;
  FunctionFlow &Flow;
  const ChannelInfo &C;
  llvm::ArrayRef<Sender> Senders;
  Place Channel;
  std::vector<const Event *> Timed, Receives;
  llvm::SmallVector<const VarDecl *, 2> Locals;
  llvm::DenseMap<const Stmt *, unsigned> Loops;
};

} // namespace

std::optional<Forgotten> forgottenOn(Analysis &A, const FunctionDecl *F,
                                     const ChannelInfo &C,
                                     llvm::ArrayRef<Sender> Senders,
                                     bool CallsMayThrow) {
  FunctionFlow *Flow = A.Paths.get(F);
  if (!Flow)
    return std::nullopt;
  ChannelQuestion Q(A, *Flow, C, Senders);
  Q.AssumeCallsMayThrow = CallsMayThrow;
  if (!followPaths(*Flow, Q))
    return std::nullopt;
  return Q.Found;
}

} // namespace joinery
