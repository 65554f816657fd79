//===- UnstoppableWorkerCheck.cpp - Unstoppable worker --------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "UnstoppableWorkerCheck.h"
#include "flow/Loops.h"
#include "flow/Parts.h"
#include "task/Extract.h"
#include "clang/AST/ExprCXX.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

using joinery::model::Role;

namespace joinery {

/// Whether a receive that has no other way to say so throws when its channel
/// is closed.
static bool throwsWhenClosed(const Event &E) {
  auto *Call = dyn_cast_or_null<CallExpr>(E.Origin);
  if (E.Kind != EventKind::Receive || !E.Type ||
      !E.Type->CloseReleasesReceiver || !Call || !Call->getDirectCallee())
    return false;
  QualType T = Call->getDirectCallee()->getReturnType();
  if (T->isVoidType())
    return true;
  if (T->isBooleanType() || T->isEnumeralType() || T->isPointerType())
    return false;
  const CXXRecordDecl *R = T->getAsCXXRecordDecl();
  if (!R || !R->hasDefinition())
    return true;
  // An optional or a smart pointer tells by its truth.
  for (const auto *Conversion : R->getVisibleConversionFunctions())
    if (auto *C = dyn_cast<CXXConversionDecl>(Conversion);
        C && C->getConversionType()->isBooleanType())
      return false;
  return true;
}

namespace {
/// What in a loop can end or pause it in a way of its own.
struct Special : RecursiveASTVisitor<Special> {
  bool VisitCoawaitExpr(CoawaitExpr *) { return !(Suspends = true); }
  bool VisitCoyieldExpr(CoyieldExpr *) { return !(Suspends = true); }
  bool VisitGotoStmt(GotoStmt *) { return !(Jumps = true); }
  bool VisitIndirectGotoStmt(IndirectGotoStmt *) { return !(Jumps = true); }
  bool VisitAsmStmt(AsmStmt *) { return !(Jumps = true); }
  bool TraverseLambdaExpr(LambdaExpr *) { return true; }
  bool Suspends = false, Jumps = false;
};

/// Whether code takes a lock or waits under one.
struct Locks : RecursiveASTVisitor<Locks> {
  Unit &U;
  explicit Locks(Unit &U) : U(U) {}
  bool VisitVarDecl(VarDecl *V) {
    if (const model::Type *T = U.lookup().type(V->getType()))
      Found |= T->Role == Role::Lock;
    // A guard of the project's own: made of a member, with a destructor.
    auto *Made = V->getInit() && V->getType()->isRecordType()
                     ? dyn_cast<CXXConstructExpr>(valueOf(V->getInit()))
                     : nullptr;
    if (Made && V->getType().isDestructedType() != QualType::DK_none)
      for (const Expr *A : Made->arguments()) {
        const Expr *Value = A->IgnoreParenImpCasts();
        if (auto *O = dyn_cast<UnaryOperator>(Value))
          Value = O->getSubExpr()->IgnoreParenImpCasts();
        Found |= isa<MemberExpr>(Value);
      }
    return true;
  }
  bool VisitCallExpr(CallExpr *C) {
    const FunctionDecl *Callee = C->getDirectCallee();
    // A call that is given a mutex may lock it.
    for (const Expr *A : C->arguments())
      note(A->getType());
    if (auto *Member = dyn_cast<CXXMemberCallExpr>(C)) {
      const Expr *Object = Member->getImplicitObjectArgument();
      note(Object->getType());
      // A mutex or condition of the project's own.
      Found |= !Member->getMethodDecl()->isConst() && !U.isVisible(Callee) &&
               !U.inSystemHeader(Callee->getLocation()) &&
               isa<MemberExpr>(Object->IgnoreParenImpCasts());
    }
    if (Callee && U.isVisible(Callee) && ++Depth < 6)
      TraverseStmt(Callee->getDefinition()->getBody());
    return true;
  }
  void note(QualType T) {
    while (T->isPointerType() || T->isReferenceType())
      T = T->getPointeeType();
    if (const model::Type *M = U.lookup().type(T))
      Found |= M->Role == Role::Mutex || M->Role == Role::Condition ||
               M->Role == Role::Lock;
  }
  bool Found = false;
  unsigned Depth = 0;
};
} // namespace

/// Whether a function other than a constructor writes the flag, as far as this
/// unit sees.
static bool isWritten(Unit &U, const Place &Flag, const FunctionDecl *Reader) {
  for (const FunctionDecl *F : U.functions())
    if (F != Reader && !isa<CXXConstructorDecl>(F))
      for (const Event &E : U.info(F).Events)
        if (E.Kind == EventKind::Store && E.OriginIn == F &&
            (E.Where == Flag || mayBeSameObject(E.Where, Flag)))
          return true;
  return false;
}

/// The plain flag on which alone the loop's end hangs, if no lock guards it.
static const LoopCondition *plainFlag(Analysis &A, const LoopFacts &L,
                                      const TaskPart &Part) {
  Unit &U = A.Tasks;
  const LoopCondition *Flag = nullptr;
  for (const LoopExit &E : L.Exits) {
    if (E.Needs.size() != 1)
      return nullptr;
    const LoopCondition &C = E.Needs.front();
    if (C.What != LoopCondition::Flag || !C.Plain || !C.When)
      return nullptr;
    Flag = &C;
  }
  if (!Flag || !isWritten(U, Flag->Where, L.In))
    return nullptr;
  const ValueDecl *Last = Flag->Where.last();
  if (!Last || Last->getType().isConstQualified())
    return nullptr;
  // Who blocks in every round sees what was written before he was woken.
  if (FunctionFlow *Flow = A.Paths.get(L.In))
    for (const Event &E : U.info(L.In).Events)
      if ((E.Kind == EventKind::Wait || E.Kind == EventKind::TimedWait ||
           E.Kind == EventKind::Receive || E.Kind == EventKind::TimedReceive) &&
          E.Type && E.Type->Role != Role::Atomic && E.At &&
          Flow->isAncestor(L.Loop, E.At))
        return nullptr;
  Locks InFunction(U);
  InFunction.TraverseStmt(const_cast<Stmt *>(L.In->getBody()));
  return InFunction.Found ? nullptr : Flag;
}

/// Whether somebody cancels or interrupts the task by its handle, which ends it
/// in any call that is a cancellation point. A stop token is not that.
static bool isCancelled(Unit &U, const Spawn &S) {
  if (!S.Handle ||
      (S.Type && S.Type->OnDestroy == model::OnDestroy::StopAndJoin))
    return false;
  for (const FunctionDecl *F : U.functions())
    for (const Event &E : U.info(F).Events)
      if (E.Kind == EventKind::RequestStop && !E.InCallable &&
          (E.Where == S.Handle || mayBeSameObject(E.Where, S.Handle)))
        return true;
  return false;
}

void UnstoppableWorkerCheck::find(Analysis &A, Defects &Found) {
  Unit &U = A.Tasks;
  for (const Spawn *S : U.spawns()) {
    if (S->Through || isCancelled(U, *S))
      continue;
    for (const TaskPart &Part : partsOf(A, *S))
      for (const LoopFacts &L : loopsIn(A, Part.Function)) {
        Special In;
        In.TraverseStmt(const_cast<Stmt *>(L.Loop));
        if (In.Suspends || In.Jumps)
          continue;
        const LoopCondition *Flag = nullptr;
        if (L.canEnd()) {
          Flag = plainFlag(A, L, Part);
          if (!Flag)
            continue;
        } else {
          FunctionFlow *Flow = A.Paths.get(Part.Function);
          bool Thrown = false;
          for (const Event &E : U.info(Part.Function).Events)
            Thrown |= E.At && throwsWhenClosed(E) && Flow &&
                      Flow->isAncestor(L.Loop, E.At);
          if (Thrown)
            continue;
        }
        Defect D;
        D.At = L.Loop->getBeginLoc();
        bool Joins =
            S->Type && S->Type->OnDestroy == model::OnDestroy::StopAndJoin;
        if (Flag)
          D.Message = "this loop of a task may never see that '" +
                      Flag->Where.str() +
                      "' changes: the compiler may read it once; make it "
                      "atomic";
        else
          D.Message = std::string("nothing ends this loop of a task") +
                      (Joins ? ", so the destructor of its handle never returns"
                             : ", so the task cannot be stopped") +
                      "; test a stop token or a flag in it";
        D.then(S->At->getBeginLoc(), "the task is started here");
        for (const Stmt *Call : callsTo(A, S->Entry.body(), Part.Function))
          D.then(Call->getBeginLoc(), "the entry comes here");
        Found.push_back(std::move(D));
      }
  }
}

} // namespace joinery
