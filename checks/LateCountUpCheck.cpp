//===- LateCountUpCheck.cpp - Late count up -------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "LateCountUpCheck.h"
#include "flow/Parts.h"
#include "flow/Tracking.h"
#include "task/Extract.h"
#include "task/Reads.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Lex/Lexer.h"

using namespace clang;

using joinery::model::Role;

namespace joinery {

namespace {

/// Looks for a comparison with zero of what is read from a place.
struct ZeroTest : RecursiveASTVisitor<ZeroTest> {
  Unit &U;
  llvm::function_ref<bool(const Place &)> Ours;
  llvm::SmallPtrSet<const VarDecl *, 2> Copies;
  bool Found = false;

  ZeroTest(Unit &U, llvm::function_ref<bool(const Place &)> Ours)
      : U(U), Ours(Ours) {}

  bool reads(const Expr *E) {
    if (auto *Ref = dyn_cast<DeclRefExpr>(valueOf(E)))
      if (auto *V = dyn_cast<VarDecl>(Ref->getDecl()); V && Copies.contains(V))
        return true;
    return llvm::any_of(readsOf(U, E), Ours);
  }
  bool VisitVarDecl(VarDecl *V) {
    if (V->getInit() && V->getType()->isIntegerType() && reads(V->getInit()))
      Copies.insert(V);
    return true;
  }
  bool VisitBinaryOperator(BinaryOperator *B) {
    if (B->getOpcode() == BO_Assign) {
      auto *Ref = dyn_cast<DeclRefExpr>(B->getLHS()->IgnoreParenImpCasts());
      if (auto *V = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
          V && reads(B->getRHS()))
        Copies.insert(V);
      return true;
    }
    if (!B->isComparisonOp())
      return true;
    for (auto [Side, Other] : {std::pair(B->getLHS(), B->getRHS()),
                               std::pair(B->getRHS(), B->getLHS())}) {
      Expr::EvalResult R;
      if (!Other->isValueDependent() && Other->EvaluateAsInt(R, U.context()) &&
          (R.Val.getInt().isZero() || R.Val.getInt() == 1) && reads(Side))
        Found = true;
    }
    return true;
  }
  bool VisitUnaryOperator(UnaryOperator *O) {
    if (O->getOpcode() == UO_LNot &&
        O->getSubExpr()->IgnoreImpCasts()->getType()->isIntegerType())
      Found |= reads(O->getSubExpr());
    return true;
  }
  bool VisitWhileStmt(WhileStmt *S) { return bare(S->getCond()); }
  bool VisitDoStmt(DoStmt *S) { return bare(S->getCond()); }
  bool VisitForStmt(ForStmt *S) { return !S->getCond() || bare(S->getCond()); }
  bool bare(const Expr *E) {
    const Expr *Value = valueOf(E);
    if (isa<DeclRefExpr, MemberExpr, CXXMemberCallExpr>(Value))
      Found |= reads(Value);
    return true;
  }
};

} // namespace

/// Whether somebody waits until the counter is zero.
static bool isAwaitedAtZero(Analysis &A, const Place &Counter,
                            const FunctionDecl *Entry) {
  Unit &U = A.Tasks;
  for (const FunctionDecl *F : U.functions()) {
    if (F == Entry)
      continue;
    for (const Event &E : U.info(F).Events) {
      if (!waitsFor(E, Counter) || !E.OriginIn || !E.OriginIn->getBody() ||
          looksAtMore(U, E))
        continue;
      // The counter as the function names it in which the wait is written.
      llvm::SmallVector<Place, 2> Names;
      for (const Event &Inner : U.info(E.OriginIn).Events)
        if (Inner.Origin == E.Origin && Inner.Where &&
            Inner.Where.last() == Counter.last())
          Names.push_back(Inner.Where);
      auto Ours = [&](const Place &P) { return llvm::is_contained(Names, P); };
      ZeroTest Test(U, Ours);
      // Twice: a copy can be tested in the head of the loop that makes it.
      Test.TraverseStmt(E.OriginIn->getBody());
      Test.TraverseStmt(E.OriginIn->getBody());
      if (Test.Found)
        return true;
    }
  }
  return false;
}

/// Whether the spawner holds a count of its own while it starts the task.
static bool holdsCount(Unit &U, const Spawn &S, const Place &Counter) {
  const SourceManager &Sources = U.context().getSourceManager();
  for (const Event &E : U.info(S.In).Events) {
    if (!(E.Where == Counter) && !mayBeSameObject(E.Where, Counter))
      continue;
    if (E.Kind == EventKind::CountUp && E.At && E.At != S.At &&
        Sources.isBeforeInTranslationUnit(E.At->getBeginLoc(),
                                          S.At->getBeginLoc()))
      return true;
    // It gives one back: somebody counted it.
    if ((E.Kind == EventKind::Signal || E.Kind == EventKind::Decrement) &&
        !E.InCallable)
      return true;
  }
  // A counter that starts above zero.
  if (const VarDecl *V = Counter.variable();
      V && Counter.path().empty() && V->getInit()) {
    const Expr *Init = valueOf(V->getInit());
    if (auto *List = dyn_cast<InitListExpr>(Init); List && List->getNumInits())
      Init = List->getInit(0);
    if (auto *Made = dyn_cast<CXXConstructExpr>(Init);
        Made && Made->getNumArgs() == 1)
      Init = Made->getArg(0);
    Expr::EvalResult R;
    if (!Init->isValueDependent() && Init->getType()->isIntegerType())
      return !Init->EvaluateAsInt(R, U.context()) || !R.Val.getInt().isZero();
  }
  return false;
}

/// Whether the counter counts pieces of work: the task takes them in a loop and
/// adds more while its own still counts, and others that it does not call add
/// some as well.
static bool countsWork(Unit &U, const FunctionDecl *Body, const Event &Up) {
  auto IsSame = [&](const Event &E) {
    return E.Kind == EventKind::CountUp && E.Where &&
           E.Where.last() == Up.Where.last();
  };
  const auto Inside = U.reachedFrom(Body);
  const bool InLoop = llvm::any_of(Inside, [&](const FunctionDecl *F) {
    return llvm::any_of(U.info(F).Events,
                        [&](const Event &E) { return E.Loop && IsSame(E); });
  });
  return InLoop && llvm::any_of(U.functions(), [&](const FunctionDecl *F) {
           return !Inside.contains(F) && llvm::any_of(U.info(F).Events, IsSame);
         });
}

/// The edit that moves the count-up before the spawn, where it is the first
/// statement of a lambda.
static void offerMove(Defect &D, const Spawn &S, const Stmt *CountUp,
                      FunctionFlow *Outer, const ASTContext &Context) {
  Step Move;
  Move.At = S.At->getBeginLoc();
  Move.Text = "count it before it is started";
  const SourceManager &Sources = Context.getSourceManager();
  auto *Body = S.Entry.Lambda
                   ? dyn_cast<CompoundStmt>(S.Entry.Lambda->getBody())
                   : nullptr;
  const Stmt *First =
      Body && !Body->body_empty() ? *Body->body_begin() : nullptr;
  const Stmt *Whole = First;
  if (auto *Cleanups = dyn_cast_or_null<ExprWithCleanups>(First))
    Whole = Cleanups->getSubExpr();
  bool Renamed = false;
  if (S.Entry.Lambda)
    for (const LambdaCapture &C : S.Entry.Lambda->captures())
      Renamed |= C.capturesVariable() && C.getCapturedVar()->isInitCapture();
  // The statement around the spawn.
  const Stmt *Around = S.At;
  while (Outer && Around &&
         !isa_and_nonnull<CompoundStmt>(Outer->parent(Around)))
    Around = Outer->parent(Around);
  if (Whole && Whole == CountUp && !Renamed && Outer && Around &&
      First->getBeginLoc().isFileID() && Around->getBeginLoc().isFileID()) {
    SourceLocation End = Lexer::findLocationAfterToken(
        First->getEndLoc(), tok::semi, Sources, Context.getLangOpts(), true);
    StringRef Text = Lexer::getSourceText(
        CharSourceRange::getTokenRange(First->getSourceRange()), Sources,
        Context.getLangOpts());
    if (End.isValid() && !Text.empty()) {
      StringRef Indent =
          Lexer::getIndentationForLine(Around->getBeginLoc(), Sources);
      Move.Fixes.push_back(FixItHint::CreateRemoval(
          CharSourceRange::getCharRange(First->getBeginLoc(), End)));
      Move.Fixes.push_back(FixItHint::CreateInsertion(
          Around->getBeginLoc(), (Text + ";\n" + Indent).str()));
    }
  }
  D.Story.push_back(std::move(Move));
}

void LateCountUpCheck::find(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  for (const Spawn *S : U.spawns()) {
    const FunctionDecl *Body = S->Entry.body();
    if (S->Through || !Body || U.inSystemHeader(Body->getLocation()))
      continue;
    CallFrame Frame = U.entryFrame(S->Entry);
    std::vector<Place> Told;
    for (const Event &E : U.info(Body).Events) {
      if (E.Kind != EventKind::CountUp || E.InCallable || !E.Where || !E.Origin)
        continue;
      Place Counter = U.translate(E.Where, Frame);
      if (!Counter || llvm::is_contained(Told, Counter))
        continue;
      bool Group = E.Type && E.Type->Role == Role::WaitGroup;
      // The task counts itself: it gives back what it takes.
      // What one call both takes and gives back counts that call, not the task.
      const Stmt *Up = writtenAt(A, Body, E);
      bool GivesBack = false, InOneCall = false;
      for (const Event &B : U.info(Body).Events)
        if ((B.Kind == EventKind::Signal || B.Kind == EventKind::Decrement) &&
            B.Where == E.Where && &B != &E) {
          GivesBack = true;
          InOneCall |= !B.Guard && B.OriginIn == E.OriginIn &&
                       E.OriginIn != Body && Up != E.Origin;
        }
      if (InOneCall)
        continue;
      if (!GivesBack || holdsCount(U, *S, Counter) || countsWork(U, Body, E))
        continue;
      if (!Group && !isAwaitedAtZero(A, Counter, Body))
        continue;
      Told.push_back(Counter);
      const Stmt *At = Up;
      Defect D;
      D.At = operationAt(At);
      D.Message = "the task is counted on '" + Counter.str() +
                  "' only after it was started, so that a wait can miss it; "
                  "count it before";
      D.then(S->At->getBeginLoc(), "the task is started here");
      offerMove(D, *S, At, A.Paths.get(S->In), U.context());
      Found.push_back(std::move(D));
    }
  }
}

} // namespace joinery
