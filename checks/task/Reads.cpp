//===- Reads.cpp - The counters and flags that code looks at --------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "task/Reads.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace joinery {

namespace {

class ScalarReads : public RecursiveASTVisitor<ScalarReads> {
public:
  ScalarReads(Unit &U, llvm::SmallVectorImpl<Place> &Out) : U(U), Out(Out) {}

  bool VisitMemberExpr(MemberExpr *M) { return note(M); }
  bool VisitDeclRefExpr(DeclRefExpr *R) { return note(R); }
  // What a pointer leads to: `*flag`, `flag->load()`, atomic_load(flag).
  bool VisitUnaryOperator(UnaryOperator *O) {
    return O->getOpcode() != UO_Deref || note(O);
  }
  bool VisitCXXMemberCallExpr(CXXMemberCallExpr *C) {
    const Expr *Object = C->getImplicitObjectArgument();
    return !Object || notePointee(Object);
  }
  // What a macro keeps a value in on its way (g_atomic_int_get) is nobody's.
  bool VisitStmtExpr(StmtExpr *S) {
    for (Stmt *Part : S->getSubStmt()->body())
      if (auto *D = dyn_cast<DeclStmt>(Part))
        Passing.insert(D->decl_begin(), D->decl_end());
    return true;
  }
  bool VisitAtomicExpr(AtomicExpr *A) { return notePointee(A->getPtr()); }
  bool VisitCallExpr(CallExpr *C) {
    // A getter of this unit: what it reads, as seen from here.
    const FunctionDecl *Callee = C->getDirectCallee();
    if (!Callee || !U.isVisible(Callee) || ++Depth > 4)
      return true;
    // A derived class may answer otherwise.
    if (auto *Method = dyn_cast<CXXMethodDecl>(Callee);
        Method && Method->isVirtual() && !Method->hasAttr<FinalAttr>() &&
        !Method->getParent()->hasAttr<FinalAttr>())
      return true;
    const FunctionDecl *Definition = Callee->getDefinition();
    auto *Body = dyn_cast_or_null<CompoundStmt>(
        Definition ? Definition->getBody() : nullptr);
    if (!Body || Body->size() > 3)
      return true;
    llvm::SmallVector<Place, 4> Inner;
    ScalarReads Reads(U, Inner);
    Reads.Depth = Depth;
    for (Stmt *S : Body->body())
      Reads.TraverseStmt(S);
    CallFrame Frame;
    Frame.Callee = Definition;
    if (auto *Member = dyn_cast<CXXMemberCallExpr>(C))
      Frame.Object = U.placeOf(Member->getImplicitObjectArgument());
    for (const Expr *A : C->arguments())
      Frame.Arguments.push_back(A);
    for (const Place &P : Inner)
      if (Place Seen = U.translate(P, Frame))
        Out.push_back(Seen);
    return true;
  }

private:
  bool note(Expr *E) {
    if (auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      // A constant is no flag: std::memory_order_acquire.
      auto *V = dyn_cast<VarDecl>(Ref->getDecl());
      if (Passing.contains(Ref->getDecl()) || (V && V->isConstexpr()))
        return true;
    }
    if (U.isCounterType(E->getType()))
      if (Place P = U.placeOf(E))
        Out.push_back(P);
    return true;
  }

  bool notePointee(const Expr *Pointer) {
    const Expr *E = Pointer->IgnoreParenImpCasts();
    if (isa<DeclRefExpr, MemberExpr>(E) && E->getType()->isPointerType() &&
        U.isCounterType(E->getType()->getPointeeType()))
      if (Place P = U.placeOf(E))
        Out.push_back(P);
    return true;
  }

  Unit &U;
  llvm::SmallVectorImpl<Place> &Out;
  llvm::SmallPtrSet<const Decl *, 4> Passing;
  unsigned Depth = 0;
};

} // namespace

llvm::SmallVector<Place, 4> readsOf(Unit &U, const Stmt *S) {
  llvm::SmallVector<Place, 4> Result;
  ScalarReads(U, Result).TraverseStmt(const_cast<Stmt *>(S));
  return Result;
}

} // namespace joinery
