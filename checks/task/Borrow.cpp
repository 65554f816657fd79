//===- Borrow.cpp - What a task uses of its spawner's frame ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// References, pointers and views are traced to the variable that owns what
// they show. Only owners count: a pointer or reference parameter shows an
// object of somebody else's frame.
//
//===----------------------------------------------------------------------===//

#include "task/Borrow.h"
#include "task/Extract.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;
using joinery::model::Role;

namespace joinery {

static bool isView(Unit &U, QualType T) {
  const model::Type *M = U.lookup().type(T.getNonReferenceType());
  return M && M->Role == Role::View;
}

/// The automatic variable of \p F that owns the object, or null.
static const VarDecl *ownedLocal(Unit &U, const Place &P,
                                 const FunctionDecl *F) {
  const VarDecl *V = P.variable();
  if (!V || !V->hasLocalStorage() || V->isInitCapture())
    return nullptr;
  const auto *Context = dyn_cast<FunctionDecl>(V->getDeclContext());
  if (!Context || Context->getCanonicalDecl() != F->getCanonicalDecl())
    return nullptr;
  QualType T = V->getType();
  if (T->isReferenceType() || T->isPointerType() || U.isSharingPointer(T) ||
      isView(U, T))
    return nullptr;
  // Behind a pointer, reference or shared pointer is another object.
  for (const FieldDecl *Field : P.path())
    if (Field->getType()->isReferenceType() ||
        Field->getType()->isPointerType() ||
        U.isSharingPointer(Field->getType()))
      return nullptr;
  return V;
}

/// The owner of what a pointer, view or reference shows, or null.
static const VarDecl *shownLocal(Unit &U, const Expr *E, const FunctionDecl *F,
                                 unsigned Depth = 0) {
  if (!E || Depth > 6)
    return nullptr;
  E = valueOf(E);
  QualType T = E->getType();
  if (isView(U, T)) {
    if (auto *C = dyn_cast<CXXConstructExpr>(E)) {
      if (C->getNumArgs() == 0)
        return nullptr;
      return shownLocal(U, C->getArg(0), F, Depth + 1);
    }
    if (auto *Ref = dyn_cast<DeclRefExpr>(E)) {
      auto *V = dyn_cast<VarDecl>(Ref->getDecl());
      if (!V || isa<ParmVarDecl>(V) || U.isReassigned(V))
        return nullptr;
      return shownLocal(U, V->getInit(), F, Depth + 1);
    }
  }
  return ownedLocal(U, U.placeOf(E), F);
}

/// Whether an argument of this type shows another object instead of being one.
static bool shows(Unit &U, const Expr *E) {
  QualType T = E->getType();
  // A number in a pointer's clothes is copied.
  if (valueOf(E)->getType()->isIntegralOrEnumerationType())
    return false;
  if (T->isPointerType() || T->isArrayType() || isView(U, T))
    return true;
  if (const model::Type *M = U.lookup().type(T))
    return M->Role == Role::Wrapper;
  if (auto *C = dyn_cast<CallExpr>(valueOf(E)); C && C->getDirectCallee())
    if (auto Meaning = U.lookup().call(C->getDirectCallee()))
      return Meaning->Does == model::Op::Ref;
  return false;
}

/// Whether the expression names the variable itself, its address or a reference
/// to it, and not what it holds elsewhere.
static bool namesItself(Unit &U, const Expr *E, const VarDecl *V) {
  E = valueOf(E);
  if (auto *O = dyn_cast<UnaryOperator>(E); O && O->getOpcode() == UO_AddrOf)
    return namesItself(U, O->getSubExpr(), V);
  if (auto *C = dyn_cast<CallExpr>(E);
      C && C->getDirectCallee() && C->getNumArgs() == 1)
    if (auto Meaning = U.lookup().call(C->getDirectCallee());
        Meaning && Meaning->Does == model::Op::Ref)
      return namesItself(U, C->getArg(0), V);
  auto *Ref = dyn_cast<DeclRefExpr>(E);
  return Ref && Ref->getDecl() == V;
}

/// Whether what a library's object holds on the heap gets another owner
/// somewhere in the function: the object is moved from, released, swapped or
/// returned. What shows its contents then need not end with the frame.
static bool givesContentsAway(Unit &U, const VarDecl *V,
                              const FunctionDecl *F) {
  const CXXRecordDecl *R = V->getType()->getAsCXXRecordDecl();
  if (!R || !U.inSystemHeader(R->getLocation()))
    return false;
  struct Gifts : RecursiveASTVisitor<Gifts> {
    Unit &U;
    const VarDecl *V;
    bool Found = false;
    Gifts(Unit &U, const VarDecl *V) : U(U), V(V) {}
    bool shouldVisitImplicitCode() const { return true; }
    bool VisitCallExpr(CallExpr *C) {
      auto Meaning = C->getDirectCallee()
                         ? U.lookup().call(C->getDirectCallee())
                         : std::nullopt;
      if (!Meaning)
        return true;
      switch (Meaning->Does) {
      case model::Op::Move:
      case model::Op::Release:
      case model::Op::Swap:
      case model::Op::Exchange:
        if (auto *Member = dyn_cast<CXXMemberCallExpr>(C))
          Found |= namesItself(U, Member->getImplicitObjectArgument(), V);
        for (const Expr *A : C->arguments())
          Found |= namesItself(U, A, V);
        break;
      default:
        break;
      }
      return true;
    }
    bool VisitReturnStmt(ReturnStmt *S) {
      const Expr *Value =
          S->getRetValue() ? valueOf(S->getRetValue()) : nullptr;
      if (auto *Made = dyn_cast_or_null<CXXConstructExpr>(Value);
          Made && Made->getNumArgs() == 1)
        Value = Made->getArg(0); // Moved into the result.
      Found |= Value && namesItself(U, Value, V);
      return true;
    }
  } In(U, V);
  In.TraverseStmt(F->getBody());
  return In.Found;
}

static void borrowsOfLambda(Unit &U, const LambdaExpr *L, const FunctionDecl *F,
                            std::vector<Borrow> &Out) {
  for (const LambdaCapture &C : L->captures()) {
    if (!C.capturesVariable())
      continue;
    auto *V = dyn_cast<VarDecl>(C.getCapturedVar());
    if (!V)
      continue;
    const VarDecl *Local = nullptr;
    const Expr *By = nullptr;
    if (V->isInitCapture()) {
      By = V->getInit();
      if (V->getType()->isReferenceType())
        Local = ownedLocal(U, U.placeOf(V->getInit()), F);
      else if (V->getInit() && shows(U, V->getInit()))
        Local = shownLocal(U, V->getInit(), F);
    } else if (C.getCaptureKind() == LCK_ByRef) {
      Local = ownedLocal(U, U.placeOfDecl(V), F);
      // A pointer or view variable is itself a dead slot.
      if (!Local && V->hasLocalStorage() && !V->getType()->isReferenceType() &&
          V->getDeclContext() == F)
        Local = V;
    } else if (V->getType()->isPointerType() || isView(U, V->getType())) {
      By = V->getInit();
      if (!isa<ParmVarDecl>(V) && V->getInit() && !U.isReassigned(V))
        Local = shownLocal(U, V->getInit(), F);
    }
    if (!Local)
      continue;
    const bool Itself = By ? namesItself(U, By, Local) : Local == V;
    if (!Itself && givesContentsAway(U, Local, F))
      continue;
    SourceLocation At =
        C.isImplicit() ? L->getCaptureDefaultLoc() : C.getLocation();
    Out.push_back({Local, At, true});
  }
}

/// Members of reference or pointer type of a function object that is made for
/// the call.
static void borrowsOfFunctor(Unit &U, const Expr *E, const FunctionDecl *F,
                             std::vector<Borrow> &Out) {
  const Expr *Value = valueOf(E);
  const CXXRecordDecl *R = Value->getType()->getAsCXXRecordDecl();
  if (!R || R->isLambda() || U.inSystemHeader(R->getLocation()))
    return;
  auto Bound = [&](const FieldDecl *Field, const Expr *To) {
    QualType T = Field->getType();
    if (!To || (!T->isReferenceType() && !T->isPointerType()))
      return;
    const VarDecl *Local = ownedLocal(U, U.placeOf(To), F);
    if (Local && (namesItself(U, To, Local) || !givesContentsAway(U, Local, F)))
      Out.push_back({Local, To->getBeginLoc(), false});
  };
  if (auto *L = dyn_cast<InitListExpr>(Value)) {
    unsigned I = 0;
    for (const FieldDecl *Field : R->fields())
      if (I < L->getNumInits())
        Bound(Field, L->getInit(I++));
    return;
  }
  auto *C = dyn_cast<CXXConstructExpr>(Value);
  const FunctionDecl *Definition = nullptr;
  if (!C || !C->getConstructor()->hasBody(Definition))
    return;
  for (const CXXCtorInitializer *I :
       cast<CXXConstructorDecl>(Definition)->inits())
    if (I->getMember())
      if (auto *Ref = dyn_cast<DeclRefExpr>(valueOf(I->getInit())))
        if (auto *P = dyn_cast<ParmVarDecl>(Ref->getDecl());
            P && P->getFunctionScopeIndex() < C->getNumArgs() &&
            (P->getType()->isReferenceType() || P->getType()->isPointerType()))
          Bound(I->getMember(), C->getArg(P->getFunctionScopeIndex()));
}

std::vector<Borrow> borrowsOf(Unit &U, const Spawn &S) {
  std::vector<Borrow> Result;
  const FunctionDecl *F = S.In;
  if (S.Entry.Lambda)
    borrowsOfLambda(U, S.Entry.Lambda, F, Result);
  else if (S.EntryExpr)
    borrowsOfFunctor(U, S.EntryExpr, F, Result);
  auto Add = [&](const Expr *E) {
    const VarDecl *Local = shownLocal(U, E, F);
    if (Local && (namesItself(U, E, Local) || !givesContentsAway(U, Local, F)))
      Result.push_back({Local, E->getBeginLoc(), false});
  };
  // The callable itself, by std::ref.
  if (S.EntryExpr && S.EntryExpr->getType()->isRecordType() &&
      shows(U, S.EntryExpr))
    Add(S.EntryExpr);
  auto Take = [&](const Expr *E) {
    if (E && shows(U, E))
      Add(E);
  };
  for (const Expr *E : S.Entry.Arguments)
    Take(E);
  if (S.Entry.Object && S.Entry.Object != S.EntryExpr)
    Take(S.Entry.Object);
  return Result;
}

} // namespace joinery
