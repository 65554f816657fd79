//===- Conditions.cpp - What conditions ask for ---------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Conditions.h"
#include "task/Extract.h"
#include "task/Reads.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace joinery {

/// A local can remember what another local remembers.
static constexpr unsigned MaxRemembered = 3;

/// What the body gives to a variable of its own, its initializer included.
static llvm::SmallVector<const Expr *, 2> valuesOf(const VarDecl *V,
                                                   const Stmt *Body) {
  struct Assigned : RecursiveASTVisitor<Assigned> {
    const VarDecl *V;
    llvm::SmallVector<const Expr *, 2> Values;
    explicit Assigned(const VarDecl *V) : V(V) {}
    bool VisitBinaryOperator(BinaryOperator *B) {
      auto *Left = dyn_cast<DeclRefExpr>(B->getLHS()->IgnoreParens());
      if (B->getOpcode() == BO_Assign && Left && Left->getDecl() == V)
        Values.push_back(B->getRHS());
      return true;
    }
  } All(V);
  All.TraverseStmt(const_cast<Stmt *>(Body));
  if (V->getInit())
    All.Values.push_back(V->getInit());
  return All.Values;
}

static bool asks(FunctionFlow &Flow, Unit &U, const Expr *E,
                 llvm::function_ref<bool(const Event &, const Expr *)> Counts,
                 unsigned Depth) {
  if (!E || Depth == MaxRemembered)
    return false;
  for (const Place &P : readsOf(U, E)) {
    const VarDecl *V = P.variable();
    if (V && V->hasLocalStorage() && P.path().empty() && !isa<ParmVarDecl>(V) &&
        V->getDeclContext() == Flow.function() &&
        llvm::any_of(valuesOf(V, Flow.function()->getBody()),
                     [&](const Expr *Value) {
                       return asks(Flow, U, Value, Counts, Depth + 1);
                     }))
      return true;
    if (llvm::any_of(Flow.events(), [&](const Event &Change) {
          return Change.Where == P && Counts(Change, E);
        }))
      return true;
  }
  return false;
}

bool asksForChange(
    FunctionFlow &Flow, Unit &U, const Expr *Condition,
    llvm::function_ref<bool(const Event &, const Expr *)> Counts) {
  return asks(Flow, U, Condition, Counts, 0);
}

bool isMadeOrFollowed(const FunctionFlow &Flow, const Event &Change,
                      const Expr *Asks) {
  if (!Change.At)
    return false;
  if (!Flow.isAncestor(Asks, Change.At)) {
    const SourceManager &Sources = Flow.unit().context().getSourceManager();
    return Sources.isBeforeInTranslationUnit(Asks->getEndLoc(),
                                             Change.At->getBeginLoc());
  }
  const Stmt *By = Change.Origin ? Change.Origin : Change.At;
  auto *Plain = dyn_cast<BinaryOperator>(By);
  auto *Operator = dyn_cast<CXXOperatorCallExpr>(By);
  return !(Plain && Plain->getOpcode() == BO_Assign) &&
         !(Operator && Operator->getOperator() == OO_Equal);
}

} // namespace joinery
