//===- FunctionFlow.cpp - The graph of a function and its events ----------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/PathEngine.h"
#include "task/Extract.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"

using namespace clang;

namespace joinery {

FunctionFlow::FunctionFlow(Unit &U, const FunctionDecl *F) : U(U), Function(F) {
  Stmt *Body = F->getBody();
  if (!Body)
    return;
  CFG::BuildOptions Options;
  Options.AddImplicitDtors = true;
  Options.AddInitializers = true;
  Options.AddTemporaryDtors = false;
  Options.AddEHEdges = false;
  Options.setAllAlwaysAdd();
  Graph = CFG::buildCFG(F, Body, &U.context(), Options);
  if (!Graph)
    return;
  Parents = std::make_unique<ParentMap>(Body);
  for (const Event &E : U.info(F).Events) {
    if (!E.At)
      continue;
    const Stmt *At = E.At;
    while (auto *Full = dyn_cast<FullExpr>(At))
      At = Full->getSubExpr();
    ByStatement[At].push_back(&E);
    if (E.Kind == EventKind::Throw)
      Throwing.insert(E.At);
    if (E.Kind == EventKind::MayThrow)
      MayThrow.insert(E.At);
  }
  PostOrderCFGView Blocks(Graph.get());
  unsigned Number = 0;
  for (const CFGBlock *B : Blocks)
    Order[B] = ++Number;
  for (const CFGBlock *B : *Graph) {
    if (!B)
      continue;
    if (auto *C = dyn_cast_or_null<CXXCatchStmt>(B->getLabel()))
      Handlers[C] = B;
    for (const CFGElement &Element : *B)
      if (auto S = Element.getAs<CFGStmt>())
        if (auto *D = dyn_cast<DeclStmt>(S->getStmt()))
          for (const Decl *One : D->decls())
            if (auto *V = dyn_cast<VarDecl>(One))
              Declarations[V] = D;
  }
  // Declarations that the CFG split: the ones of the source have parents.
  struct Finder : RecursiveASTVisitor<Finder> {
    llvm::DenseMap<const VarDecl *, const Stmt *> &Out;
    explicit Finder(llvm::DenseMap<const VarDecl *, const Stmt *> &Out)
        : Out(Out) {}
    bool TraverseLambdaExpr(LambdaExpr *) { return true; }
    bool VisitDeclStmt(DeclStmt *D) {
      for (const Decl *One : D->decls())
        if (auto *V = dyn_cast<VarDecl>(One))
          Out[V] = D;
      return true;
    }
  };
  Finder(Declarations).TraverseStmt(Body);
}

bool FunctionFlow::isAncestor(const Stmt *Ancestor, const Stmt *S) const {
  for (; S; S = Parents->getParent(S))
    if (S == Ancestor)
      return true;
  return false;
}

bool FunctionFlow::inScope(const VarDecl *V, const Stmt *S) const {
  if (isa<ParmVarDecl>(V))
    return true;
  const Stmt *Declaration = Declarations.lookup(V);
  if (!Declaration || !S)
    return false;
  const Stmt *Scope = Parents->getParent(Declaration);
  if (!Scope || !isAncestor(Scope, S))
    return false;
  const SourceManager &Sources = U.context().getSourceManager();
  return Sources.isBeforeInTranslationUnit(
      Sources.getExpansionLoc(V->getLocation()),
      Sources.getExpansionLoc(S->getBeginLoc()));
}

const Expr *FunctionFlow::conditionOf(const CFGBlock *B) {
  const Stmt *T = B->getTerminatorStmt();
  if (!T ||
      isa<CXXForRangeStmt, CXXTryStmt, GotoStmt, BreakStmt, ContinueStmt>(T))
    return nullptr;
  if (auto *S = dyn_cast<SwitchStmt>(T))
    return S->getCond();
  if (const Expr *Last = B->getLastCondition())
    return Last;
  return dyn_cast_or_null<Expr>(B->getTerminatorCondition());
}

llvm::ArrayRef<Event> FunctionFlow::events() const {
  return U.info(Function).Events;
}

llvm::ArrayRef<const Event *> FunctionFlow::at(const Stmt *S) const {
  auto Found = ByStatement.find(S);
  if (Found == ByStatement.end())
    return {};
  return Found->second;
}

llvm::SmallVector<QualType, 2> FunctionFlow::thrownAt(const Stmt *S,
                                                      bool Assume) const {
  llvm::SmallVector<QualType, 2> Types;
  for (const Event *E : at(S)) {
    if (E->Kind != EventKind::Throw &&
        !(Assume && E->Kind == EventKind::MayThrow))
      continue;
    QualType T = thrownType(E->Origin);
    if (!llvm::is_contained(Types, T))
      Types.push_back(T);
  }
  return Types;
}

FunctionFlow *Flows::get(const FunctionDecl *F) {
  const FunctionDecl *Definition = nullptr;
  if (!F || !F->hasBody(Definition) || Definition->isDependentContext())
    return nullptr;
  auto &Slot = Made[Definition];
  if (!Slot)
    Slot = std::make_unique<FunctionFlow>(U, Definition);
  return Slot->valid() ? Slot.get() : nullptr;
}

} // namespace joinery
