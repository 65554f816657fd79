//===- Loops.cpp - What ends the loops of a function ----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Loops.h"
#include "flow/Futures.h"
#include "task/Bounds.h"
#include "task/Extract.h"
#include "task/Reads.h"
#include "task/Uses.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;
using joinery::model::Op;
using joinery::model::Role;

namespace joinery {

/// Loops of more blocks are told by their exits' own conditions alone.
static constexpr size_t MaxLoopBlocks = 150;
/// Parts of a task beyond these are not looked at.
static constexpr size_t MaxParts = 64;

/// Whether a receive puts the element into an argument and returns a status.
static bool fillsArgument(const Expr *Receive) {
  auto *Call = dyn_cast<CallExpr>(Receive);
  const FunctionDecl *Callee = Call ? Call->getDirectCallee() : nullptr;
  if (!Callee)
    return false;
  for (const ParmVarDecl *P : Callee->parameters()) {
    QualType T = P->getType();
    if ((T->isLValueReferenceType() || T->isPointerType()) &&
        !T->getPointeeType().isConstQualified())
      return true;
  }
  return false;
}

/// Whether an object of this type says itself whether there is an element (an
/// optional), so that no element means that there is none.
static bool tellsEmpty(Unit &U, QualType T) {
  const model::Type *M = U.lookup().type(T);
  return M && M->Role == Role::Value &&
         llvm::any_of(M->Members, [](const auto &Member) {
           return Member.second == Op::Joinable;
         });
}

namespace {

/// The loop statements of a body, outer ones first.
class LoopFinder : public RecursiveASTVisitor<LoopFinder> {
public:
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool TraverseDecl(Decl *D) {
    return isa_and_nonnull<TagDecl, FunctionDecl>(D) ||
           RecursiveASTVisitor::TraverseDecl(D);
  }
  bool VisitStmt(Stmt *S) {
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S))
      Loops.push_back(S);
    return true;
  }
  std::vector<const Stmt *> Loops;
};

using Blocks = llvm::SmallPtrSet<const CFGBlock *, 16>;

/// The try blocks of a loop, those of lambdas left out.
std::vector<const Stmt *> triesIn(const Stmt *Loop) {
  struct TryFinder : RecursiveASTVisitor<TryFinder> {
    bool TraverseLambdaExpr(LambdaExpr *) { return true; }
    bool VisitCXXTryStmt(CXXTryStmt *S) {
      Tries.push_back(S);
      return true;
    }
    std::vector<const Stmt *> Tries;
  } Finder;
  Finder.TraverseStmt(const_cast<Stmt *>(Loop));
  return Finder.Tries;
}

class LoopReader {
public:
  LoopReader(Unit &U, FunctionFlow &Flow) : U(U), Flow(Flow) {}

  /// Nothing when the loop never goes round.
  std::optional<LoopFacts> read(const Stmt *Loop);

private:
  bool reaches(const CFGBlock *From, const CFGBlock *To,
               const CFGBlock *Without = nullptr) const;
  bool leaves(const CFGBlock *From) const;
  bool isAssertion(const CFGBlock *From, const CFGBlock *To) const;
  bool isCaughtInside(const Stmt *S) const;
  void addExit(const CFGBlock *From, bool Truth, bool Decides);
  LoopCondition classify(const Expr *Condition, bool Truth) const;
  std::optional<LoopCondition> byEvent(const Expr *E, bool Truth) const;
  std::optional<LoopCondition> byFlag(const Expr *E, bool Truth) const;
  bool changesInLoop(const Place &P) const;
  void addFill(const VarDecl *V, LoopCondition &C) const;
  bool isOwn(const Place &P) const;
  bool mayNotReturn(const FunctionDecl *F, unsigned Depth);

  Unit &U;
  FunctionFlow &Flow;
  LoopFacts Facts;
  Blocks Inside;
  const CFGBlock *Header = nullptr;
};

} // namespace

/// Whether a path inside the loop leads from \p From to \p To without going
/// round, and without \p Without.
bool LoopReader::reaches(const CFGBlock *From, const CFGBlock *To,
                         const CFGBlock *Without) const {
  if (From == Without)
    return false;
  if (From == To)
    return true;
  Blocks Seen;
  llvm::SmallVector<const CFGBlock *, 16> Work{From};
  Seen.insert(From);
  while (!Work.empty()) {
    const CFGBlock *B = Work.pop_back_val();
    for (const CFGBlock::AdjacentBlock &Next : B->succs()) {
      const CFGBlock *To2 = Next.getReachableBlock();
      if (!To2 || !Inside.contains(To2) || To2 == Header || To2 == Without)
        continue;
      if (To2 == To)
        return true;
      if (Seen.insert(To2).second)
        Work.push_back(To2);
    }
  }
  return false;
}

/// Whether a loop compares a local that it steps in its head.
static bool countsInHead(const Stmt *Loop) {
  auto *For = dyn_cast<ForStmt>(Loop);
  auto *Condition =
      For && For->getCond() && For->getInc()
          ? dyn_cast<BinaryOperator>(For->getCond()->IgnoreParenImpCasts())
          : nullptr;
  if (!Condition || !Condition->isComparisonOp())
    return false;
  struct Steps : RecursiveASTVisitor<Steps> {
    llvm::SmallPtrSet<const Decl *, 2> Stepped;
    void step(const Expr *E) {
      if (auto *Ref = dyn_cast<DeclRefExpr>(E->IgnoreParenImpCasts()))
        Stepped.insert(Ref->getDecl());
    }
    bool VisitUnaryOperator(UnaryOperator *O) {
      if (O->isIncrementDecrementOp())
        step(O->getSubExpr());
      return true;
    }
    bool VisitCXXOperatorCallExpr(CXXOperatorCallExpr *O) {
      if (O->getOperator() == OO_PlusPlus || O->getOperator() == OO_MinusMinus)
        step(O->getArg(0));
      return true;
    }
    bool VisitBinaryOperator(BinaryOperator *B) {
      if (B->isCompoundAssignmentOp())
        step(B->getLHS());
      return true;
    }
  } Head;
  Head.TraverseStmt(const_cast<Expr *>(For->getInc()));
  for (const Expr *Side : {Condition->getLHS(), Condition->getRHS()})
    if (auto *Ref = dyn_cast<DeclRefExpr>(Side->IgnoreParenImpCasts()))
      if (auto *V = dyn_cast<VarDecl>(Ref->getDecl());
          V && V->hasLocalStorage() && Head.Stepped.contains(V))
        return true;
  return false;
}

std::optional<LoopFacts> LoopReader::read(const Stmt *Loop) {
  Facts = LoopFacts();
  Facts.Loop = Loop;
  Facts.In = Flow.function();
  Inside.clear();
  Header = nullptr;

  // The natural loop of the edge back.
  llvm::SmallVector<const CFGBlock *, 16> Work;
  for (const CFGBlock *B : Flow.graph())
    if (B && B->getLoopTarget() == Loop && B->pred_size() > 0) {
      for (const CFGBlock::AdjacentBlock &To : B->succs())
        if (const CFGBlock *Target = To.getReachableBlock())
          Header = Target;
      Work.push_back(B);
    }
  if (!Header || Work.empty())
    return std::nullopt;
  Inside.insert(Header);
  bool GoesRound = false;
  for (const CFGBlock *B : Work)
    Inside.insert(B);
  while (!Work.empty()) {
    const CFGBlock *B = Work.pop_back_val();
    if (B == Header)
      continue;
    for (const CFGBlock::AdjacentBlock &From : B->preds()) {
      const CFGBlock *P = From.getReachableBlock();
      if (!P || P->hasNoReturnElement())
        continue;
      GoesRound |= P == Header;
      if (Inside.insert(P).second)
        Work.push_back(P);
    }
  }
  if (!GoesRound)
    return std::nullopt;

  Facts.Counts = isa<CXXForRangeStmt>(Loop) || countsInHead(Loop);
  for (const CFGBlock *B : Flow.graph()) {
    if (!B || !Inside.contains(B))
      continue;
    unsigned Index = 0;
    bool TwoWay = B->succ_size() == 2;
    for (const CFGBlock::AdjacentBlock &To : B->succs()) {
      bool Truth = Index++ == 0;
      const CFGBlock *Target = To.getReachableBlock();
      // What no handler of a try block takes: of throws, only visible ones
      // count.
      if (Target == &Flow.graph().getExit() &&
          isa_and_nonnull<CXXTryStmt>(B->getTerminatorStmt()))
        continue;
      if (Target && !Inside.contains(Target) && !isAssertion(B, Target))
        addExit(B, Truth, TwoWay || B->succ_size() > 2);
    }
    // A visible throw that no handler inside the loop takes.
    for (const CFGElement &Element : *B)
      if (auto S = Element.getAs<CFGStmt>()) {
        for (const Event *E : Flow.at(S->getStmt()))
          // A cancellation point ends the task there.
          if ((E->Kind == EventKind::Throw &&
               (!E->Caught || !isCaughtInside(S->getStmt()))) ||
              E->Kind == EventKind::Exit ||
              (E->Kind == EventKind::TestStop && !E->Where)) {
            LoopExit Out;
            Out.At = S->getStmt()->getBeginLoc();
            Facts.Exits.push_back(std::move(Out));
          }
      }
  }
  // A call in the loop that may end the task or the program.
  for (const Called &Call : U.info(Flow.function()).Calls)
    if (!Call.Later && Call.At && Call.Frame.Callee &&
        Flow.isAncestor(Loop, Call.At) && mayNotReturn(Call.Frame.Callee, 0)) {
      LoopExit Out;
      Out.At = Call.At->getBeginLoc();
      Facts.Exits.push_back(std::move(Out));
    }
  // A handler that leaves the loop, for what unseen code may throw.
  for (const Stmt *Try : triesIn(Loop))
    for (unsigned I = 0; I != cast<CXXTryStmt>(Try)->getNumHandlers(); ++I)
      if (leaves(Flow.handler(cast<CXXTryStmt>(Try)->getHandler(I)))) {
        LoopExit Out;
        Out.At = cast<CXXTryStmt>(Try)->getHandler(I)->getBeginLoc();
        LoopCondition C;
        C.What = LoopCondition::Unseen;
        Out.Needs.push_back(C);
        Facts.Exits.push_back(std::move(Out));
      }
  return Facts;
}

/// Whether a throw at \p S is taken by a handler of the loop itself.
bool LoopReader::isCaughtInside(const Stmt *S) const {
  const Stmt *Child = S;
  for (const Stmt *P = Flow.parent(S); P && P != Facts.Loop;
       Child = P, P = Flow.parent(P))
    if (auto *Try = dyn_cast<CXXTryStmt>(P))
      if (Child == Try->getTryBlock())
        return true;
  return false;
}

/// Whether a function of this unit has a way that ends in a call without
/// return of the project's own, or that ends the task or the program.
bool LoopReader::mayNotReturn(const FunctionDecl *F, unsigned Depth) {
  const FunctionDecl *Body = nullptr;
  if (Depth > 3 || !F->hasBody(Body) || U.inSystemHeader(Body->getLocation()))
    return false;
  struct Ends : RecursiveASTVisitor<Ends> {
    Unit &U;
    bool Found = false;
    explicit Ends(Unit &U) : U(U) {}
    bool TraverseLambdaExpr(LambdaExpr *) { return true; }
    bool VisitCallExpr(CallExpr *C) {
      const FunctionDecl *Callee = C->getDirectCallee();
      if (!Callee)
        return true;
      auto Meaning = U.lookup().call(Callee);
      if (Meaning)
        Found |= Meaning->Does == Op::Exit || Meaning->Does == Op::QuickExit ||
                 Meaning->Does == Op::ExitThread;
      else
        Found |=
            Callee->isNoReturn() && !U.inSystemHeader(Callee->getLocation());
      return true;
    }
  } In(U);
  In.TraverseStmt(Body->getBody());
  if (In.Found)
    return true;
  for (const Called &Call : U.info(Body).Calls)
    if (!Call.Later && Call.Frame.Callee &&
        mayNotReturn(Call.Frame.Callee, Depth + 1))
      return true;
  return false;
}

/// Whether a branch is that of a library's assertion, which ends the program
/// because it is wrong and not because the task is to stop.
bool LoopReader::isAssertion(const CFGBlock *From, const CFGBlock *To) const {
  const Stmt *Terminator = From->getTerminatorStmt();
  if (!Terminator || !To->hasNoReturnElement())
    return false;
  const SourceManager &Sources = U.context().getSourceManager();
  for (const CFGElement &Element : *To)
    if (auto S = Element.getAs<CFGStmt>())
      if (auto *Call = dyn_cast<CallExpr>(S->getStmt());
          Call && Call->getBeginLoc().isMacroID() &&
          Sources.isInSystemHeader(Sources.getSpellingLoc(Call->getBeginLoc())))
        return true;
  return false;
}

/// Whether a way leads from a block out of the loop.
bool LoopReader::leaves(const CFGBlock *From) const {
  if (!From || Inside.contains(From))
    return false;
  Blocks Seen;
  llvm::SmallVector<const CFGBlock *, 16> Work{From};
  Seen.insert(From);
  while (!Work.empty()) {
    const CFGBlock *B = Work.pop_back_val();
    if (B->hasNoReturnElement())
      continue;
    // What follows the loop, or the end of the function.
    if (B == &Flow.graph().getExit())
      return true;
    for (const CFGBlock::AdjacentBlock &Next : B->succs())
      if (const CFGBlock *To = Next.getReachableBlock();
          To && !Inside.contains(To) && Seen.insert(To).second)
        Work.push_back(To);
  }
  return false;
}

/// The loop is left from \p From when its condition turns out as \p Truth.
void LoopReader::addExit(const CFGBlock *From, bool Truth, bool Decides) {
  LoopExit Out;
  const Stmt *Terminator = From->getTerminatorStmt();
  const Expr *Condition = FunctionFlow::conditionOf(From);
  if (Terminator)
    Out.At = Terminator->getBeginLoc();
  auto *Range = dyn_cast_or_null<CXXForRangeStmt>(Terminator);
  if (Range) {
    LoopCondition C;
    C.At = Range->getRangeInit();
    for (const Event *E : Flow.at(Range->getRangeInit()))
      if (E->Kind == EventKind::Receive) {
        C.What = LoopCondition::Closed;
        C.Where = E->Where;
        Facts.Counts = false;
      }
    Out.Needs.push_back(C);
  } else if (isa_and_nonnull<SwitchStmt>(Terminator)) {
    LoopCondition C;
    C.What = LoopCondition::Unseen;
    C.At = Condition;
    Out.Needs.push_back(C);
  } else if (Decides && Condition) {
    Out.At = Condition->getBeginLoc();
    Out.Needs.push_back(classify(Condition, Truth));
  }
  // What has to hold on every way to that place, in this round.
  if (Inside.size() <= MaxLoopBlocks)
    for (const CFGBlock *B : Inside) {
      const Expr *Earlier = FunctionFlow::conditionOf(B);
      if (B == From || B->succ_size() != 2 || !Earlier ||
          isa_and_nonnull<SwitchStmt, CXXForRangeStmt>(B->getTerminatorStmt()))
        continue;
      const CFGBlock *Then = B->succ_begin()->getReachableBlock();
      const CFGBlock *Else = (B->succ_begin() + 1)->getReachableBlock();
      auto Leads = [&](const CFGBlock *To) {
        return To && Inside.contains(To) && To != Header && reaches(To, From);
      };
      bool ByThen = Leads(Then), ByElse = Leads(Else);
      if (From == Header || ByThen == ByElse || reaches(Header, From, B))
        continue;
      // Where the contrary leaves the loop, this is what goes on as usual.
      const CFGBlock *Other = ByThen ? Else : Then;
      if (!Other || !Inside.contains(Other))
        continue;
      Out.Needs.push_back(classify(Earlier, ByThen));
    }
  else
    hitBound("branches in a loop", Flow.function());
  Facts.Exits.push_back(std::move(Out));
}

bool LoopReader::changesInLoop(const Place &P) const {
  for (const Event &E : U.info(Flow.function()).Events)
    if (E.Where == P && !E.InCallable && E.At &&
        (E.Kind == EventKind::Store || E.Kind == EventKind::CountUp ||
         E.Kind == EventKind::Decrement || E.Kind == EventKind::Escape) &&
        Flow.isAncestor(Facts.Loop, E.At))
      return true;
  return false;
}

/// Whether only this function can change the object: a local that nobody else
/// was given.
bool LoopReader::isOwn(const Place &P) const {
  const VarDecl *V = P.variable();
  if (!V || !V->hasLocalStorage())
    return false;
  // A captured variable belongs to the function around the lambda.
  if (V->getDeclContext() != Flow.function())
    return false;
  QualType T = V->getType();
  return !T->isReferenceType() && !T->isPointerType();
}

namespace {
/// What code that is not seen says of a loop's end.
enum class Unseen : unsigned char {
  Nothing,
  Stream, ///< It reads on in what has an end of its own, such as a file.
  Open,   ///< It decides.
};
} // namespace

/// A pointer to what a C library keeps of a stream: FILE, DIR.
static bool isStream(Unit &U, QualType T) {
  const RecordDecl *R =
      T->isPointerType() ? T->getPointeeType()->getAsRecordDecl() : nullptr;
  return R && U.inSystemHeader(R->getLocation()) && !U.lookup().type(R);
}

/// `fgetc(File)`, `std::getline(In, Line)`; not those of the console.
static bool readsStream(Unit &U, const CallExpr *C,
                        const FunctionDecl *Callee) {
  if (!U.inSystemHeader(Callee->getLocation()))
    return false;
  for (const Expr *A : C->arguments())
    if (auto *Ref = dyn_cast<DeclRefExpr>(A->IgnoreParenImpCasts()))
      if (auto *V = dyn_cast<VarDecl>(Ref->getDecl());
          V && V->hasGlobalStorage() && U.inSystemHeader(V->getLocation()))
        return false;
  if (Callee->isInStdNamespace())
    return true;
  // What begins with a descriptor is a socket's, or can be.
  return Callee->isExternC() && Callee->getNumParams() > 0 &&
         !Callee->getParamDecl(0)->getType()->isIntegerType() &&
         llvm::any_of(C->arguments(), [&](const Expr *A) {
           A = A->IgnoreParenImpCasts();
           return isa<DeclRefExpr, MemberExpr>(A) && isStream(U, A->getType());
         });
}

namespace {
/// Looks for calls of code that is neither seen nor modelled.
struct UnseenCalls : RecursiveASTVisitor<UnseenCalls> {
  Unit &U;
  explicit UnseenCalls(Unit &U) : U(U) {}
  bool VisitCallExpr(CallExpr *C) {
    const FunctionDecl *Callee = C->getDirectCallee();
    if (!Callee) {
      Found = Unseen::Open;
      return true;
    }
    auto *Method = dyn_cast<CXXMethodDecl>(Callee);
    bool Open = Method && Method->isVirtual() &&
                !Method->hasAttr<FinalAttr>() &&
                !Method->getParent()->hasAttr<FinalAttr>();
    if ((!U.isVisible(Callee) || Open) && !U.lookup().call(Callee) &&
        !isPlain(C, Callee))
      Found = std::max(Found, readsStream(U, C, Callee) ? Unseen::Stream
                                                        : Unseen::Open);
    return true;
  }
  /// A library's answer about values: `index < values.size()`, `it != end`,
  /// `clock::now() < deadline`.
  bool isPlain(CallExpr *C, const FunctionDecl *Callee) {
    if (!U.inSystemHeader(Callee->getLocation()))
      return false;
    if (isa<CXXOperatorCallExpr>(C))
      return true;
    auto *M = dyn_cast<CXXMethodDecl>(Callee);
    if (M && M->isStatic())
      return C->getNumArgs() == 0;
    auto *Member = dyn_cast<CXXMemberCallExpr>(C);
    return Member && M && M->isConst() &&
           U.isContainer(Member->getImplicitObjectArgument()->getType());
  }
  static Unseen in(Unit &U, const Expr *E) {
    UnseenCalls Calls(U);
    Calls.TraverseStmt(const_cast<Expr *>(E));
    return Calls.Found;
  }
  Unseen Found = Unseen::Nothing;
};

void addUnseen(Unseen Says, LoopCondition &C) {
  if (Says == Unseen::Nothing)
    return;
  C.Ends =
      Says == Unseen::Stream && (C.What != LoopCondition::Unseen || C.Ends);
  C.What = LoopCondition::Unseen;
}

/// Looks for assignments of what unseen code returns to a variable.
struct UnseenFills : RecursiveASTVisitor<UnseenFills> {
  Unit &U;
  const VarDecl *V;
  Unseen Found = Unseen::Nothing;
  UnseenFills(Unit &U, const VarDecl *V) : U(U), V(V) {}
  bool VisitBinaryOperator(BinaryOperator *B) {
    auto *Ref = dyn_cast<DeclRefExpr>(B->getLHS()->IgnoreParenImpCasts());
    if (B->isAssignmentOp() && Ref && Ref->getDecl() == V)
      Found = std::max(Found, UnseenCalls::in(U, B->getRHS()));
    return true;
  }
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool VisitCallExpr(CallExpr *C) {
    // next(&value), next(value)
    const FunctionDecl *Callee = C->getDirectCallee();
    if (Callee && (U.isVisible(Callee) || U.lookup().call(Callee)))
      return true;
    const Unseen Says =
        Callee && readsStream(U, C, Callee) ? Unseen::Stream : Unseen::Open;
    for (unsigned I = 0; I != C->getNumArgs(); ++I) {
      const Expr *A = C->getArg(I)->IgnoreParenImpCasts();
      auto *O = dyn_cast<UnaryOperator>(A);
      bool Given = O && O->getOpcode() == UO_AddrOf;
      if (Given)
        A = O->getSubExpr()->IgnoreParenImpCasts();
      else if (Callee && I < Callee->getNumParams())
        if (QualType T = Callee->getParamDecl(I)->getType();
            T->isReferenceType() && !T->getPointeeType().isConstQualified())
          Given = true;
      if (auto *Ref = dyn_cast<DeclRefExpr>(A);
          Ref && Given && Ref->getDecl() == V)
        Found = std::max(Found, Says);
    }
    return true;
  }
};
} // namespace

/// Notes in \p C whether a local has its value from code that is not seen.
void LoopReader::addFill(const VarDecl *V, LoopCondition &C) const {
  UnseenFills Fills(U, V);
  if (V->getInit())
    Fills.Found = UnseenCalls::in(U, V->getInit());
  Fills.TraverseStmt(const_cast<Stmt *>(Facts.Loop));
  addUnseen(Fills.Found, C);
}

/// The condition as the answer of a modelled call.
std::optional<LoopCondition> LoopReader::byEvent(const Expr *E,
                                                 bool Truth) const {
  LoopCondition C;
  C.At = E;
  const Expr *Value = valueOf(E);
  // A variable that was just filled.
  if (auto *Ref = dyn_cast<DeclRefExpr>(Value))
    if (auto *V = dyn_cast<VarDecl>(Ref->getDecl());
        V && V->getInit() && V->hasLocalStorage() && !isa<ParmVarDecl>(V) &&
        V->getType()->isBooleanType() && !U.isReassigned(V))
      return byEvent(V->getInit(), Truth);
  for (const Event *Seen : Flow.at(Value))
    if (Seen->Kind == EventKind::TestStop) {
      C.What = Truth ? LoopCondition::Token : LoopCondition::Own;
      C.Where = Seen->Where;
      return C;
    }
  for (const Event &Seen : U.info(Flow.function()).Events) {
    bool Receives = Seen.Kind == EventKind::Receive;
    bool Waits = Seen.Kind == EventKind::TimedWait ||
                 Seen.Kind == EventKind::TryWait ||
                 (Seen.Kind == EventKind::Wait && Seen.Stop);
    bool Tries = Seen.Kind == EventKind::TimedReceive ||
                 Seen.Kind == EventKind::Send ||
                 Seen.Kind == EventKind::TimedSend;
    if ((!Receives && !Waits && !Tries) || !Seen.Origin || Seen.InCallable ||
        Seen.OriginIn != Flow.function())
      continue;
    TimedResult R = timedResult(E, Truth, Seen.Origin, Flow);
    if (R == TimedResult::Unknown)
      continue;
    C.Where = Seen.Where;
    if (Receives) {
      C.What =
          R == TimedResult::GaveUp ? LoopCondition::Closed : LoopCondition::Own;
      C.ByElement =
          !fillsArgument(Seen.Origin) && !tellsEmpty(U, Seen.Origin->getType());
    } else if (Seen.Kind == EventKind::Send) {
      // A send that fails says that the channel is closed.
      C.What =
          R == TimedResult::GaveUp ? LoopCondition::Closed : LoopCondition::Own;
    } else if (Waits && Seen.Stop && R == TimedResult::GaveUp) {
      C.What = LoopCondition::Token;
      C.Where = Seen.Stop;
    } else if (Waits) {
      C.What =
          R == TimedResult::Done ? LoopCondition::Signal : LoopCondition::Own;
    } else {
      C.What = LoopCondition::Own;
    }
    return C;
  }
  return std::nullopt;
}

/// The first read through a pointer in an expression: `*flag`,
/// atomic_load(flag).
static const Expr *readThrough(const Expr *E) {
  auto *Deref = dyn_cast<UnaryOperator>(E);
  if ((Deref && Deref->getOpcode() == UO_Deref) || isa<AtomicExpr>(E))
    return E;
  for (const Stmt *Child : E->children())
    if (auto *Part = dyn_cast_or_null<Expr>(Child))
      if (const Expr *Found = readThrough(Part))
        return Found;
  return nullptr;
}

/// Whether a plain object is read as an atomic one (`__atomic_load_n`).
static bool isAtomicRead(const Expr *E) {
  struct Finder : RecursiveASTVisitor<Finder> {
    bool VisitAtomicExpr(AtomicExpr *) { return !(Found = true); }
    bool Found = false;
  } In;
  In.TraverseStmt(const_cast<Expr *>(E));
  return In.Found;
}

/// The flag that the condition looks at, if it is one thing alone.
std::optional<LoopCondition> LoopReader::byFlag(const Expr *E,
                                                bool Truth) const {
  llvm::SmallVector<Place, 4> Read = readsOf(U, E);
  llvm::SmallVector<Place, 2> Others;
  for (const Place &P : Read) {
    if (changesInLoop(P) || isOwn(P)) {
      LoopCondition C;
      C.At = E;
      if (isOwn(P) && P.path().empty())
        addFill(P.variable(), C);
      return C;
    }
    if (!llvm::is_contained(Others, P))
      Others.push_back(P);
  }
  if (Others.size() != 1)
    return std::nullopt;
  LoopCondition C;
  C.What = LoopCondition::Flag;
  C.Where = Others.front();
  C.At = E;
  const ValueDecl *Last = C.Where.last();
  if (!Last)
    return std::nullopt;
  QualType T = Last->getType().getNonReferenceType();
  while (T->isPointerType())
    T = T->getPointeeType();
  // The argument of a C thread is what the task makes of it.
  if (T->isVoidType()) {
    const Expr *Read = readThrough(E);
    if (!Read)
      return std::nullopt;
    T = Read->getType();
  }
  if (!U.isCounterType(T))
    return std::nullopt; // What a container or object says of itself.
  const model::Type *M = U.lookup().type(T);
  C.Plain = !(M && M->Role == Role::Atomic) && !T.isVolatileQualified() &&
            !T->isAtomicType() && !isAtomicRead(E);
  // `flag`, `flag == constant`, `flag.load()`, `!flag`.
  bool Flip = false;
  const Expr *Value = valueOf(E);
  if (auto *B = dyn_cast<BinaryOperator>(Value); B && B->isEqualityOp()) {
    Expr::EvalResult R;
    if (B->getRHS()->isValueDependent() ||
        !B->getRHS()->EvaluateAsInt(R, U.context()))
      return C;
    bool Zero = R.Val.getInt().isZero();
    bool Boolean =
        T->isBooleanType() ||
        B->getLHS()->IgnoreParenImpCasts()->getType()->isBooleanType();
    if (!Zero && !Boolean) {
      if (auto Constant = R.Val.getInt().tryExtValue())
        C.Wants = FlagTest{*Constant, (B->getOpcode() == BO_EQ) == Truth};
      return C;
    }
    // flag == 0 holds when the flag is not set.
    Flip = (B->getOpcode() == BO_EQ) == Zero;
  } else if (isa<BinaryOperator>(Value)) {
    return C; // count > limit
  } else if (auto *Call = dyn_cast<CallExpr>(Value);
             Call && !isPlainRead(U, Call)) {
    return C; // What a function makes of it.
  }
  C.When = Truth != Flip;
  C.Wants = FlagTest{0, !*C.When};
  return C;
}

LoopCondition LoopReader::classify(const Expr *Condition, bool Truth) const {
  const Expr *E = Condition->IgnoreParenImpCasts();
  while (auto *Not = dyn_cast<UnaryOperator>(E)) {
    if (Not->getOpcode() != UO_LNot)
      break;
    Truth = !Truth;
    E = Not->getSubExpr()->IgnoreParenImpCasts();
  }
  if (auto C = byEvent(E, Truth))
    return *C;
  LoopCondition C;
  C.At = E;
  // A local bool that remembers one condition.
  if (auto *Ref = dyn_cast<DeclRefExpr>(E))
    if (auto *V = dyn_cast<VarDecl>(Ref->getDecl());
        V && V->hasLocalStorage() && !isa<ParmVarDecl>(V) && V->getInit() &&
        V->getDeclContext() == Flow.function() && !U.isReassigned(V) &&
        V->getType()->isBooleanType() &&
        Flow.isAncestor(Facts.Loop, Flow.declaration(V)))
      return classify(V->getInit(), Truth);
  // Does code that is not seen have a say?
  addUnseen(UnseenCalls::in(U, E), C);
  if (C.What != LoopCondition::Unseen)
    if (auto Flag = byFlag(E, Truth))
      return *Flag;
  // A local that unseen code has filled: a socket, a line that was read.
  struct Locals : RecursiveASTVisitor<Locals> {
    llvm::SmallPtrSet<const VarDecl *, 4> Named;
    bool VisitDeclRefExpr(DeclRefExpr *R) {
      if (auto *V = dyn_cast<VarDecl>(R->getDecl());
          V && V->hasLocalStorage() && !isa<ParmVarDecl>(V))
        Named.insert(V);
      return true;
    }
  } In;
  In.TraverseStmt(const_cast<Expr *>(E));
  for (const VarDecl *V : In.Named)
    if (!isStream(U, V->getType()))
      addFill(V, C);
  return C;
}

llvm::ArrayRef<LoopFacts> loopsIn(Analysis &A, const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (!F || !F->hasBody(Definition))
    return {};
  auto &Slot = A.Loops[Definition];
  if (Slot)
    return *Slot;
  auto Made = std::make_unique<std::vector<LoopFacts>>();
  LoopFinder Finder;
  Finder.TraverseStmt(Definition->getBody());
  if (!Finder.Loops.empty())
    if (FunctionFlow *Flow = A.Paths.get(Definition)) {
      LoopReader Reader(A.Tasks, *Flow);
      for (const Stmt *Loop : Finder.Loops)
        if (auto Facts = Reader.read(Loop))
          Made->push_back(std::move(*Facts));
    }
  auto &Kept = A.Loops[Definition];
  Kept = std::move(Made);
  return *Kept;
}

bool isPlainRead(Unit &U, const CallExpr *Call) {
  if (!isa<CXXMemberCallExpr>(Call) || !Call->getDirectCallee())
    return false;
  auto Meaning = U.lookup().call(Call->getDirectCallee());
  return (Meaning && Meaning->Does == Op::Load) ||
         llvm::all_of(Call->arguments(),
                      [](const Expr *A) { return isa<CXXDefaultArgExpr>(A); });
}

Place TaskPart::outside(Unit &U, Place P) const {
  for (const CallFrame &Frame : llvm::reverse(Frames)) {
    if (!P)
      return P;
    P = U.translate(P, Frame);
  }
  return P;
}

std::vector<TaskPart> partsOf(Analysis &A, const Spawn &S) {
  Unit &U = A.Tasks;
  std::vector<TaskPart> Parts;
  const FunctionDecl *Body = S.Entry.body();
  if (!Body || U.inSystemHeader(Body->getLocation()))
    return Parts;
  TaskPart Entry;
  Entry.Function = Body;
  Entry.Frames.push_back(U.entryFrame(S.Entry));
  Parts.push_back(std::move(Entry));
  llvm::SmallPtrSet<const FunctionDecl *, 16> Seen{Body};
  for (size_t I = 0; I != Parts.size() && Parts.size() < MaxParts; ++I)
    for (const Called &Call : U.info(Parts[I].Function).Calls) {
      const FunctionDecl *Callee = nullptr;
      if (Call.Later || !Call.Frame.Callee ||
          !Call.Frame.Callee->hasBody(Callee) ||
          // A coroutine runs as far as it is asked to.
          isa<CoroutineBodyStmt>(Callee->getBody()) ||
          !Seen.insert(Callee).second)
        continue;
      TaskPart Next;
      Next.Function = Callee;
      Next.Frames = Parts[I].Frames;
      Next.Frames.push_back(Call.Frame);
      Parts.push_back(std::move(Next));
    }
  if (Parts.size() >= MaxParts)
    hitBound("functions that the task calls", Body);
  return Parts;
}

std::vector<Place> placesUsedBy(Analysis &A, const Spawn &S) {
  Unit &U = A.Tasks;
  std::vector<Place> Result;
  for (const TaskPart &Part : partsOf(A, S))
    for (const Place &P : placesNamedIn(U, Part.Function))
      if (Place Outside = Part.outside(U, P);
          Outside && !llvm::is_contained(Result, Outside))
        Result.push_back(Outside);
  return Result;
}

std::vector<const Stmt *> callsTo(Analysis &A, const FunctionDecl *From,
                                  const FunctionDecl *To) {
  struct Step {
    const FunctionDecl *Function;
    size_t Before;
    const Stmt *Call;
  };
  std::vector<Step> Steps{{From, 0, nullptr}};
  llvm::SmallPtrSet<const FunctionDecl *, 16> Seen{From};
  for (size_t I = 0; I != Steps.size() && I < MaxParts; ++I) {
    if (Steps[I].Function == To) {
      std::vector<const Stmt *> Result;
      for (size_t At = I; At != 0; At = Steps[At].Before)
        Result.push_back(Steps[At].Call);
      std::reverse(Result.begin(), Result.end());
      return Result;
    }
    for (const Called &Call : A.Tasks.info(Steps[I].Function).Calls) {
      const FunctionDecl *Callee = nullptr;
      if (Call.Frame.Callee && Call.Frame.Callee->hasBody(Callee) &&
          Seen.insert(Callee).second)
        Steps.push_back({Callee, I, Call.At});
    }
  }
  return {};
}

Written writtenIn(Analysis &A, const FunctionDecl *F, const Event &E) {
  const FunctionDecl *In = F;
  const Event *Here = &E;
  for (unsigned Depth = 0; Depth != 8; ++Depth) {
    if (Here->OriginIn == In || !Here->Origin)
      return {In, Here, Here->Origin};
    const Event *Inner = nullptr;
    const FunctionDecl *Callee = nullptr;
    for (const Called &Call : A.Tasks.info(In).Calls) {
      if (Call.At != Here->At || !Call.Frame.Callee)
        continue;
      // A member of the object that the event is about, or of a part of the
      // function's own object; a guard.
      const Place &Object = Call.Frame.Object;
      if (isa<CXXConstructorDecl>(Call.Frame.Callee) ||
          (Object && !(Object.isThis() && Object.path().empty()) &&
           Here->Where.within(Object)))
        return {In, Here, Here->At};
      for (const Event &Candidate : A.Tasks.info(Call.Frame.Callee).Events)
        if (Candidate.Origin == Here->Origin && Candidate.Kind == Here->Kind) {
          Inner = &Candidate;
          Callee = Call.Frame.Callee;
          break;
        }
    }
    if (!Inner)
      return {In, Here, Here->At};
    Here = Inner;
    In = Callee;
  }
  return {In, Here, Here->At};
}

const Stmt *writtenAt(Analysis &A, const FunctionDecl *F, const Event &E) {
  return writtenIn(A, F, E).At;
}

bool isOwnToken(const Spawn &S, const TaskPart &Part, const Place &P) {
  auto *Parameter = dyn_cast_or_null<ParmVarDecl>(P.variable());
  if (!Parameter || Part.Frames.empty())
    return false;
  // Followed outwards through the calls, by position.
  for (size_t I = Part.Frames.size(); I-- > 0;) {
    const CallFrame &Frame = Part.Frames[I];
    const auto *Owner = dyn_cast<FunctionDecl>(Parameter->getDeclContext());
    if (!Owner || !Frame.Callee ||
        Owner->getCanonicalDecl() != Frame.Callee->getCanonicalDecl())
      return false;
    unsigned Index = Parameter->getFunctionScopeIndex();
    if (Index >= Frame.Arguments.size())
      return false;
    const Expr *Argument = Frame.Arguments[Index];
    if (!Argument)
      return I == 0;
    auto *Ref = dyn_cast<DeclRefExpr>(valueOf(Argument));
    if (auto *Copy = dyn_cast<CXXConstructExpr>(valueOf(Argument));
        !Ref && Copy && Copy->getNumArgs() == 1)
      Ref = dyn_cast<DeclRefExpr>(valueOf(Copy->getArg(0)));
    Parameter = Ref ? dyn_cast<ParmVarDecl>(Ref->getDecl()) : nullptr;
    if (!Parameter)
      return false;
  }
  return false;
}

} // namespace joinery
