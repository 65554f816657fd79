//===- Loops.cpp - What ends the loops of a function ----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/LoopReader.h"
#include "task/Bounds.h"
#include "task/Extract.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;
using joinery::model::Op;
using joinery::model::Role;

namespace joinery {

/// Loops of more blocks are told by their exits' own conditions alone.
static constexpr size_t MaxLoopBlocks = 150;

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

} // namespace joinery
