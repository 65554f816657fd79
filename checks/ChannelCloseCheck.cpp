//===- ChannelCloseCheck.cpp - Channel close ------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ChannelCloseCheck.h"
#include "flow/Channels.h"
#include "flow/Handles.h"
#include "task/Extract.h"

using namespace clang;

using joinery::model::Role;

namespace joinery {

static bool isChannel(const Event &E) {
  return E.Type && E.Type->Role == Role::Channel && !E.Type->Reopens;
}

namespace {

struct Misuse {
  const Event *Second = nullptr;
  const Event *First = nullptr;
};

/// Whether the code looks at what a send answers.
bool isResultUsed(FunctionFlow &Flow, const Event &E) {
  if (!E.Origin || E.OriginIn != Flow.function() ||
      E.Origin->getType()->isVoidType())
    return false;
  const Stmt *P = Flow.parent(E.Origin);
  while (P && isa<ExprWithCleanups, ParenExpr>(P))
    P = Flow.parent(P);
  auto *If = dyn_cast_or_null<IfStmt>(P);
  auto *Loop = dyn_cast_or_null<WhileStmt>(P);
  auto *Cast = dyn_cast_or_null<CStyleCastExpr>(P);
  return (If && If->getCond() == E.Origin) ||
         (Loop && Loop->getCond() == E.Origin) ||
         (isa_and_nonnull<Expr, DeclStmt, ReturnStmt, SwitchStmt>(P) &&
          !(Cast && Cast->getType()->isVoidType()));
}

/// Follows one channel: what happens to it after its close.
class CloseQuestion : public PathQuestion {
public:
  CloseQuestion(Unit &U, FunctionFlow &Flow, const Place &Channel)
      : U(U), Flow(Flow), Channel(Channel) {
    for (const Event &E : Flow.events())
      if (E.Where && E.Where.touches(Channel)) {
        Events.push_back(&E);
        if (E.Guard && !llvm::is_contained(Locals, E.Guard))
          Locals.push_back(E.Guard);
      }
  }

  void visit(const Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    if (auto *D = dyn_cast<DeclStmt>(S))
      for (const Decl *One : D->decls())
        if (One == Channel.variable())
          Now = 0;
    for (const Event *E : Flow.at(S)) {
      if (E->Kind == EventKind::Exit || E->Kind == EventKind::BlockForever)
        return;
      if (!E->Guard && E->Where && E->Where.touches(Channel))
        Now = apply(*E, Now);
    }
    Next.push_back(Now);
  }

  /// One that was closed on this path answers so when it is asked.
  std::optional<State> refine(const Expr *Condition, bool Truth,
                              State Now) override {
    auto *Call = dyn_cast<CXXMemberCallExpr>(valueOf(Condition));
    const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
    auto Meaning = Callee ? U.lookup().call(Callee) : std::nullopt;
    if (Now && !Truth && Meaning && Meaning->Does == model::Op::IsClosed &&
        U.placeOf(Call->getImplicitObjectArgument()) == Channel)
      return std::nullopt;
    return Now;
  }

  State destroy(const VarDecl *V, const Stmt *, bool, const Trail *,
                State Now) override {
    for (const Event *E : Events)
      if (E->Guard == V)
        Now = apply(*E, Now);
    return Now;
  }

  llvm::ArrayRef<const VarDecl *> locals() override { return Locals; }

  std::vector<Misuse> Found;

private:
  State apply(const Event &E, State Now) {
    if (E.Where != Channel || E.InCallable)
      return E.Kind == EventKind::Close || E.Kind == EventKind::Escape ? 0
                                                                       : Now;
    size_t Index = 0;
    while (Index != Events.size() && Events[Index] != &E)
      ++Index;
    const Event *Closed = Now ? Events[Now - 1] : nullptr;
    switch (E.Kind) {
    case EventKind::Close:
      if (Closed && E.Type && E.Type->CloseTwiceIsError)
        note(E, *Closed);
      return Now ? Now : State(Index + 1);
    case EventKind::Send:
    case EventKind::TimedSend:
      // Who looks at the result asks whether it is closed.
      if (Closed && !isResultUsed(Flow, E))
        note(E, *Closed);
      return Now;
    case EventKind::Escape:
    case EventKind::MoveOut:
    case EventKind::Reset:
    case EventKind::Start:
      return 0;
    default:
      return Now;
    }
  }
  void note(const Event &Second, const Event &First) {
    for (const Misuse &Old : Found)
      if (Old.Second == &Second)
        return;
    Found.push_back({&Second, &First});
  }

  Unit &U;
  FunctionFlow &Flow;
  const Place &Channel;
  std::vector<const Event *> Events;
  llvm::SmallVector<const VarDecl *, 2> Locals;
};

/// Follows a pointer to a channel: whether it is null or moved from.
class PointerQuestion : public PathQuestion {
public:
  enum Kind : State { Unknown, Null, Moved };

  PointerQuestion(Unit &U, const VarDecl *Pointer) : U(U), Pointer(Pointer) {}

  void visit(const Stmt *S, State Now,
             llvm::SmallVectorImpl<State> &Next) override {
    if (auto *D = dyn_cast<DeclStmt>(S)) {
      for (const Decl *One : D->decls())
        if (One == Pointer)
          return given(Pointer->getInit(), S, Next);
    } else if (auto *B = dyn_cast<BinaryOperator>(S)) {
      if (B->getOpcode() == BO_Assign && names(B->getLHS()))
        return given(B->getRHS(), S, Next);
    } else if (auto *O = dyn_cast<CXXOperatorCallExpr>(S)) {
      if (O->getOperator() == OO_Equal && O->getNumArgs() == 2 &&
          names(O->getArg(0)))
        return given(O->getArg(1), S, Next);
    }
    auto *C = dyn_cast<CallExpr>(S);
    if (const FunctionDecl *Callee = C ? C->getDirectCallee() : nullptr) {
      if (auto Meaning = U.lookup().call(Callee)) {
        auto *Member = dyn_cast<CXXMemberCallExpr>(C);
        if (Meaning->Does == model::Op::Move && C->getNumArgs() > 0 &&
            C->isXValue() && names(C->getArg(0)) &&
            Pointer->getType()->isRecordType()) {
          Change[Moved] = S;
          Now = Moved;
        } else if (Member && Meaning->Does != model::Op::Close &&
                   names(Member->getImplicitObjectArgument())) {
          if (Meaning->Does == model::Op::Clear) {
            bool ToNull = Member->getNumArgs() == 0 ||
                          isa<CXXDefaultArgExpr>(Member->getArg(0));
            if (ToNull)
              Change[Null] = S;
            Now = ToNull ? Null : Unknown;
          } else if (Meaning->Does == model::Op::Release) {
            Change[Null] = S;
            Now = Null;
          } else if (Meaning->Does == model::Op::Swap) {
            Now = Unknown;
          }
        } else if (Meaning->Does == model::Op::Close && Now != Unknown &&
                   throughPointer(C)) {
          Closed = S;
          Was = Kind(Now);
        }
      } else if (handedOut(C)) {
        Now = Unknown;
      }
    }
    Next.push_back(Now);
  }

  std::optional<State> refine(const Expr *Condition, bool Truth,
                              State Now) override {
    const Expr *E = valueOf(Condition);
    const Expr *Tested = E;
    bool NonNull = Truth;
    if (auto *B = dyn_cast<BinaryOperator>(E); B && B->isEqualityOp()) {
      Tested = valueOf(B->getLHS());
      NonNull = (B->getOpcode() == BO_NE) == Truth;
      if (isNull(Tested))
        Tested = valueOf(B->getRHS());
      else if (!isNull(B->getRHS()))
        return Now;
    } else if (auto *O = dyn_cast<CXXOperatorCallExpr>(E);
               O && O->getNumArgs() == 2) {
      bool Equal = O->getOperator() == OO_EqualEqual;
      if (!Equal && O->getOperator() != OO_ExclaimEqual)
        return Now;
      Tested = valueOf(O->getArg(0));
      NonNull = Equal != Truth;
    } else if (auto *Rewritten = dyn_cast<CXXRewrittenBinaryOperator>(E)) {
      auto Form = Rewritten->getDecomposedForm();
      Tested = valueOf(Form.LHS);
      NonNull = (Form.Opcode == BO_NE) == Truth;
    } else if (auto *Member = dyn_cast<CXXMemberCallExpr>(E);
               Member &&
               isa_and_nonnull<CXXConversionDecl>(Member->getMethodDecl())) {
      Tested = valueOf(Member->getImplicitObjectArgument());
    }
    if (!names(Tested))
      return Now;
    if (NonNull && Now != Unknown)
      return std::nullopt;
    return Now;
  }

  const Stmt *Closed = nullptr;
  Kind Was = Unknown;
  llvm::DenseMap<State, const Stmt *> Change;

private:
  bool names(const Expr *E) const {
    auto *Ref = E ? dyn_cast<DeclRefExpr>(valueOf(E)) : nullptr;
    return Ref && Ref->getDecl() == Pointer;
  }
  bool isNull(const Expr *E) const {
    return E->IgnoreParenImpCasts()->isNullPointerConstant(
               const_cast<ASTContext &>(U.context()),
               Expr::NPC_NeverValueDependent) != Expr::NPCK_NotNull;
  }
  bool throughPointer(const CallExpr *C) const {
    auto *Member = dyn_cast<CXXMemberCallExpr>(C);
    if (!Member)
      return C->getNumArgs() > 0 && names(C->getArg(0));
    const Expr *Object = valueOf(Member->getImplicitObjectArgument());
    if (auto *Arrow = dyn_cast<CXXOperatorCallExpr>(Object);
        Arrow &&
        (Arrow->getOperator() == OO_Arrow || Arrow->getOperator() == OO_Star))
      Object = Arrow->getArg(0);
    else if (auto *Deref = dyn_cast<UnaryOperator>(Object);
             Deref && Deref->getOpcode() == UO_Deref)
      Object = Deref->getSubExpr();
    return names(Object);
  }
  /// Whether a call can give the pointer another value.
  bool handedOut(const CallExpr *C) const {
    for (const Expr *A : C->arguments()) {
      const Expr *Value = A->IgnoreParenImpCasts();
      if (auto *O = dyn_cast<UnaryOperator>(Value);
          O && O->getOpcode() == UO_AddrOf)
        Value = O->getSubExpr();
      if (names(Value) && (A->isLValue() || Value != A->IgnoreParenImpCasts()))
        return true;
    }
    return false;
  }
  void given(const Expr *Value, const Stmt *S,
             llvm::SmallVectorImpl<State> &Next) {
    const Expr *E = Value ? valueOf(Value) : nullptr;
    auto Add = [&](State New) {
      if (!llvm::is_contained(Next, New))
        Next.push_back(New);
    };
    if (!E)
      return Add(Pointer->getType()->isRecordType() ? Null : Unknown);
    auto One = [&](const Expr *Part) {
      auto *Made = dyn_cast<CXXConstructExpr>(valueOf(Part));
      bool IsNull =
          isNull(Part) || (Made && Made->getNumArgs() == 0) ||
          (Made && Made->getNumArgs() == 1 && isNull(Made->getArg(0)));
      if (IsNull)
        Change[Null] = S;
      Add(IsNull ? Null : Unknown);
    };
    if (auto *C = dyn_cast<ConditionalOperator>(E)) {
      One(C->getTrueExpr());
      One(C->getFalseExpr());
    } else {
      One(E);
    }
  }

  Unit &U;
  const VarDecl *Pointer;
};

/// Whether a statement stands under a condition that looks at a count: the
/// last one closes.
bool isLastOnes(Unit &U, FunctionFlow &Flow, const Stmt *S) {
  const FunctionInfo &Info = U.info(Flow.function());
  for (const Stmt *P = Flow.parent(S); P; P = Flow.parent(P))
    if (auto *If = dyn_cast<IfStmt>(P))
      for (const Event &E : Info.Events)
        if ((E.Kind == EventKind::Decrement || E.Kind == EventKind::CountUp ||
             E.Kind == EventKind::TryWait) &&
            E.At && Flow.isAncestor(If->getCond(), E.At))
          return true;
  return false;
}

} // namespace

static void findOnPaths(Analysis &A, const FunctionDecl *F, Defects &Found) {
  Unit &U = A.Tasks;
  std::vector<Place> Channels;
  for (const Event &E : U.info(F).Events)
    if (E.Kind == EventKind::Close && isChannel(E) && E.Where && !E.Element &&
        !E.InCallable && !llvm::is_contained(Channels, E.Where))
      Channels.push_back(E.Where);
  FunctionFlow *Flow = Channels.empty() ? nullptr : A.Paths.get(F);
  if (!Flow)
    return;
  for (const Place &Channel : Channels) {
    const ValueDecl *Last = Channel.last();
    if (!Last || U.isContainer(Last->getType()))
      continue;
    CloseQuestion Q(U, *Flow, Channel);
    if (!followPaths(*Flow, Q))
      continue;
    for (const Misuse &M : Q.Found) {
      // Both in one callee: it is told there.
      if (M.First->At == M.Second->At && M.Second->OriginIn != F)
        continue;
      bool Twice = M.Second->Kind == EventKind::Close;
      const Stmt *Second = M.Second->Guard ? M.Second->Origin : M.Second->At;
      Defect D;
      D.At = operationAt(Second);
      D.Message =
          Twice ? "'" + Channel.str() +
                      "' is closed a second time, which is an error here; "
                      "close it once"
                : "'" + Channel.str() +
                      "' is closed when this is sent; send before the close";
      D.then(operationAt(M.First->Guard ? M.First->Origin : M.First->At),
             "it is closed here");
      Found.push_back(std::move(D));
    }
  }
}

/// Closes through pointers that are null or moved from.
static void findPointers(Analysis &A, const FunctionDecl *F, Defects &Found) {
  Unit &U = A.Tasks;
  llvm::SmallVector<const VarDecl *, 2> Pointers;
  for (const Event &E : U.info(F).Events) {
    auto *Call = dyn_cast_or_null<CallExpr>(E.Origin);
    if (E.Kind != EventKind::Close || !isChannel(E) || E.OriginIn != F || !Call)
      continue;
    const Expr *Object = nullptr;
    if (auto *Member = dyn_cast<CXXMemberCallExpr>(Call))
      Object = valueOf(Member->getImplicitObjectArgument());
    else if (Call->getNumArgs() > 0)
      Object = valueOf(Call->getArg(0));
    if (auto *Operator = dyn_cast_or_null<CXXOperatorCallExpr>(Object))
      Object = valueOf(Operator->getArg(0));
    else if (auto *Deref = dyn_cast_or_null<UnaryOperator>(Object))
      Object = valueOf(Deref->getSubExpr());
    auto *Ref = dyn_cast_or_null<DeclRefExpr>(Object);
    auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
    if (V && V->hasLocalStorage() && V->getDeclContext() == F &&
        U.lookup().type(V->getType()) != E.Type &&
        !V->getType()->isReferenceType() && !llvm::is_contained(Pointers, V))
      Pointers.push_back(V);
  }
  FunctionFlow *Flow = Pointers.empty() ? nullptr : A.Paths.get(F);
  if (!Flow)
    return;
  for (const VarDecl *V : Pointers) {
    PointerQuestion Q(U, V);
    if (!followPaths(*Flow, Q) || !Q.Closed)
      continue;
    bool Moved = Q.Was == PointerQuestion::Moved;
    Defect D;
    D.At = operationAt(Q.Closed);
    D.Message = "'" + V->getNameAsString() + "' is " +
                (Moved ? "moved from" : "null") +
                " when its channel is closed here; test it first";
    if (const Stmt *S = Q.Change.lookup(Q.Was))
      D.then(S->getBeginLoc(),
             Moved ? "it is moved from here" : "it can become null here");
    Found.push_back(std::move(D));
  }
}

/// A send on a local channel by the function that starts \p S, made while that
/// task may run, by code that does not ask whether it was taken.
static const Event *sendBySpawner(Analysis &A, const Spawn &S,
                                  const Place &Channel) {
  Unit &U = A.Tasks;
  const SourceManager &Sources = U.context().getSourceManager();
  FunctionFlow *Flow = A.Paths.get(S.In);
  if (!Flow || !Channel.variable())
    return nullptr;
  for (const Event &E : U.info(S.In).Events) {
    if (!E.At || E.InCallable || E.Guard ||
        Sources.isBeforeInTranslationUnit(E.At->getBeginLoc(),
                                          S.At->getEndLoc()))
      continue;
    // Who waits for something may wait for this task.
    if (E.Kind == EventKind::Join || E.Kind == EventKind::Wait ||
        E.Kind == EventKind::TimedWait || E.Kind == EventKind::Receive)
      return nullptr;
    if (E.Kind == EventKind::Send && E.Where == Channel &&
        !isResultUsed(*Flow, E))
      return &E;
  }
  return nullptr;
}

/// Closes by tasks that do not own the channel, while others may still send.
static void findTasks(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  for (const Spawn *S : U.spawns()) {
    const FunctionDecl *Body = S->Entry.body();
    if (S->Through || !Body || U.inSystemHeader(Body->getLocation()))
      continue;
    CallFrame Frame = U.entryFrame(S->Entry);
    for (const Event &Close : U.info(Body).Events) {
      if (Close.Kind != EventKind::Close || !isChannel(Close) || !Close.Where ||
          Close.InCallable || !Close.Origin)
        continue;
      Place Channel = U.translate(Close.Where, Frame);
      // The channel of a frame or object, not of the task.
      const VarDecl *V = Channel.variable();
      if (!Channel || (V && isa<ParmVarDecl>(V) && Channel.path().empty()))
        continue;
      bool Sends = false, Receives = false, Waits = false;
      for (const Event &E : U.info(Body).Events) {
        bool Ours = E.Where == Close.Where;
        Sends |= Ours &&
                 (E.Kind == EventKind::Send || E.Kind == EventKind::TimedSend);
        Receives |= Ours && (E.Kind == EventKind::Receive ||
                             E.Kind == EventKind::TimedReceive);
        Waits |=
            E.Kind == EventKind::Join || (E.Kind == EventKind::Wait && !Ours);
      }
      FunctionFlow *Flow = A.Paths.get(Body);
      if (Waits || (!Sends && !Receives) || !Flow ||
          isLastOnes(U, *Flow, Close.Guard ? Close.Guard->getInit() : Close.At))
        continue;
      // Other tasks that send on it.
      const Spawn *Other = nullptr;
      bool Several = false;
      for (const Spawn *Peer : U.spawns()) {
        const FunctionDecl *PeerBody = Peer->Entry.body();
        if (Peer->Through || !PeerBody || Peer->In != S->In ||
            U.inSystemHeader(PeerBody->getLocation()))
          continue;
        CallFrame PeerFrame = U.entryFrame(Peer->Entry);
        for (const Event &E : U.info(PeerBody).Events)
          if ((E.Kind == EventKind::Send || E.Kind == EventKind::TimedSend) &&
              E.Where && U.translate(E.Where, PeerFrame) == Channel &&
              Peer != S)
            Other = Peer;
      }
      if (Sends && S->Loop) {
        Amount Times = roundsOf(U, S->Loop);
        Several = !(Times.Is == Amount::Constant && Times.Value <= 1);
        // A channel of the round's own has one sender.
        if (FunctionFlow *Outer = A.Paths.get(S->In); Outer && V)
          if (const Stmt *D = Outer->declaration(V))
            Several &= !Outer->isAncestor(S->Loop, D);
      }
      const Event *Spawner =
          Other || Several ? nullptr : sendBySpawner(A, *S, Channel);
      if (!Other && !Several && !Spawner)
        continue;
      // The spawner may order its tasks by joining one before the next.
      if (Other && !Several) {
        bool Ordered = false;
        const SourceManager &Sources = U.context().getSourceManager();
        for (const Event &E : U.info(S->In).Events)
          Ordered |=
              (E.Kind == EventKind::Join || E.Kind == EventKind::Wait) &&
              E.At &&
              Sources.isBeforeInTranslationUnit(
                  std::min(S->At->getBeginLoc(), Other->At->getBeginLoc()),
                  E.At->getBeginLoc()) &&
              Sources.isBeforeInTranslationUnit(
                  E.At->getBeginLoc(),
                  std::max(S->At->getBeginLoc(), Other->At->getBeginLoc()));
        if (Ordered)
          continue;
      }
      Defect D;
      D.At = operationAt(Close.Origin);
      D.Message =
          "'" + Channel.str() + "' is closed by " +
          (Sends
               ? "one of several tasks that send on it"
               : "a task that receives from it, while others may still send") +
          "; let its owner close it when all have ended";
      D.then(S->At->getBeginLoc(), Several
                                       ? "the closing tasks are started here"
                                       : "the closing task is started here");
      if (Other)
        D.then(Other->At->getBeginLoc(), "this task sends on it as well");
      if (Spawner)
        D.then(operationAt(Spawner->At),
               Sends ? "who started it sends on it as well"
                     : "who started it sends on it here");
      Found.push_back(std::move(D));
    }
  }
}

void ChannelCloseCheck::find(Analysis &A, Defects &Found) {
  for (const FunctionDecl *F : A.Tasks.functions()) {
    findOnPaths(A, F, Found);
    findPointers(A, F, Found);
  }
  findTasks(A, Found);
}

} // namespace joinery
