//===- Extract.cpp - From statements to events ----------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One pass over a body asks the model about every call and writes down what
// happens to which object. Calls are read in ExtractCalls.cpp.
//
//===----------------------------------------------------------------------===//

#include "task/Extract.h"
#include "task/Reads.h"

using namespace clang;
using joinery::model::Role;

namespace joinery {

const Expr *valueOf(const Expr *E) {
  while (E) {
    const Expr *Before = E;
    E = E->IgnoreParenCasts();
    if (auto *C = dyn_cast<ExprWithCleanups>(E))
      E = C->getSubExpr();
    else if (auto *M = dyn_cast<MaterializeTemporaryExpr>(E))
      E = M->getSubExpr();
    else if (auto *B = dyn_cast<CXXBindTemporaryExpr>(E))
      E = B->getSubExpr();
    else if (auto *K = dyn_cast<ConstantExpr>(E))
      E = K->getSubExpr();
    else if (auto *D = dyn_cast<CXXDefaultInitExpr>(E))
      E = D->getExpr();
    else if (auto *C = dyn_cast<CXXConstructExpr>(E);
             C && C->getNumArgs() == 1 && C->isElidable())
      E = C->getArg(0);
    if (E == Before)
      return E;
  }
  return E;
}

QualType thrownType(const Expr *E) {
  auto *T = dyn_cast_or_null<CXXThrowExpr>(E);
  return T && T->getSubExpr() ? T->getSubExpr()->getType() : QualType();
}

SourceLocation operationAt(const Stmt *S) {
  if (auto *Member = dyn_cast<CXXMemberCallExpr>(S))
    if (auto *Callee =
            dyn_cast<MemberExpr>(Member->getCallee()->IgnoreParenImpCasts()))
      return Callee->getMemberLoc();
  if (auto *Operator = dyn_cast<CXXOperatorCallExpr>(S))
    return Operator->getOperatorLoc();
  if (auto *Assign = dyn_cast<BinaryOperator>(S))
    return Assign->getOperatorLoc();
  return S->getBeginLoc();
}

void Extractor::run() {
  const FunctionDecl *F = Info.Function;
  if (auto *Constructor = dyn_cast<CXXConstructorDecl>(F))
    for (CXXCtorInitializer *I : Constructor->inits()) {
      const FieldDecl *Member = I->getMember();
      Place Target =
          Member ? Place::thisObject().field(Member) : Place::thisObject();
      // An initializer that stands with the member.
      Expr *Init = I->getInit();
      if (auto *Default = dyn_cast<CXXDefaultInitExpr>(Init))
        Init = Default->getExpr();
      if (const Expr *Value = valueOf(Init))
        Constructed[Value] = Target;
      TraverseStmt(Init);
      if (Member)
        land(Init, Target, Member->getType(), Init, false);
    }
  TraverseStmt(F->getBody());
}

bool Extractor::TraverseDecl(Decl *D) {
  // Local classes and their members are functions of their own.
  if (isa_and_nonnull<TagDecl, FunctionDecl>(D))
    return true;
  if (auto *V = dyn_cast_or_null<VarDecl>(D); V && V->getInit())
    if (const Expr *Value = valueOf(V->getInit()))
      Constructed[Value] = U.placeOfDecl(V);
  return Base::TraverseDecl(D);
}

bool Extractor::TraverseLambdaExpr(LambdaExpr *L) {
  for (Expr *Init : L->capture_inits())
    if (Init && !TraverseStmt(Init))
      return false;
  return true;
}

bool Extractor::TraverseCXXTryStmt(CXXTryStmt *S) {
  Tries.push_back(S);
  size_t Before = Info.Events.size();
  bool Go = TraverseStmt(S->getTryBlock());
  Tries.pop_back();
  bool Throws = false;
  for (size_t I = Before; I < Info.Events.size(); ++I)
    Throws |= Info.Events[I].Kind == EventKind::Throw;
  Rethrows.push_back(Throws);
  for (unsigned I = 0; Go && I != S->getNumHandlers(); ++I)
    Go = TraverseStmt(S->getHandler(I));
  Rethrows.pop_back();
  return Go;
}

/// The object whose method this is.
Place Extractor::ownerHere() const {
  auto *Method = dyn_cast_or_null<CXXMethodDecl>(U.outermost(Info.Function));
  return Method && Method->isInstance() ? Place::thisObject() : Place();
}

Event &Extractor::add(EventKind Kind, Place Where, const Stmt *At,
                      const Expr *Origin) {
  Event E;
  E.Kind = Kind;
  E.Where = std::move(Where);
  E.At = At;
  E.Origin = Origin;
  E.OriginIn = Info.Function;
  E.Loop = Loops.empty() ? nullptr : Loops.back();
  Info.Events.push_back(std::move(E));
  return Info.Events.back();
}

bool Extractor::VisitReturnStmt(ReturnStmt *R) {
  const Expr *Value = R->getRetValue();
  if (!Value)
    return true;
  const Expr *E = valueOf(Value);
  if (Spawn *S = U.SpawnOf.lookup(E); S && S->Where == Fate::Unknown) {
    S->Where = Fate::Returned;
    return true;
  }
  if (U.isInteresting(Value->getType()))
    if (Place P = U.placeOf(Value); P && !P.isThis())
      add(EventKind::MoveOut, P, R, Value);
  if (auto *L = dyn_cast<InitListExpr>(E))
    for (const Expr *I : L->inits())
      if (I && U.isInteresting(I->getType()))
        if (Place P = U.placeOf(I))
          add(EventKind::MoveOut, P, R, Value);
  // An object that keeps the address of a handle: a guard.
  struct Addresses : RecursiveASTVisitor<Addresses> {
    llvm::SmallVector<const Expr *, 2> Of;
    bool TraverseLambdaExpr(LambdaExpr *) { return true; }
    bool VisitUnaryOperator(UnaryOperator *O) {
      if (O->getOpcode() == UO_AddrOf)
        Of.push_back(O->getSubExpr());
      return true;
    }
  } In;
  if (Value->getType()->isRecordType())
    In.TraverseStmt(const_cast<Expr *>(Value));
  for (const Expr *Kept : In.Of)
    if (U.isInteresting(Kept->getType()))
      if (Place P = U.placeOf(Kept))
        add(EventKind::Escape, P, R, Value);
  if (Callable C = U.callableOf(Value); C.Lambda)
    inlineCallable(C, R, true);
  return true;
}

bool Extractor::VisitInitListExpr(InitListExpr *L) {
  const InitListExpr *Semantic = L->isSemanticForm() ? L : L->getSemanticForm();
  if (Constructed.count(L) || (Semantic && Constructed.count(Semantic)))
    return true; // An aggregate guard; its destructor tells.
  for (const Expr *I : L->inits()) {
    if (!I)
      continue; // Left out after an error.
    auto *O = dyn_cast<UnaryOperator>(valueOf(I));
    const model::Type *M = U.lookup().type(I->getType());
    bool Refers = (O && O->getOpcode() == UO_AddrOf) ||
                  (M && M->Role == Role::Wrapper) ||
                  (I->isLValue() && !I->getType().isConstQualified());
    if (Refers && U.isInteresting(I->getType()))
      if (Place P = U.placeOf(I))
        add(EventKind::Escape, P, L, I);
  }
  return true;
}

/// Code that does not compile may do anything with what it names.
bool Extractor::VisitRecoveryExpr(RecoveryExpr *R) {
  for (const Expr *Part : R->subExpressions())
    if (U.isInteresting(Part->getType()))
      if (Place P = U.placeOf(Part))
        add(EventKind::Escape, P, R, R);
  return true;
}

bool Extractor::VisitBinaryOperator(BinaryOperator *B) {
  if (B->getOpcode() == BO_Comma)
    discard(B->getLHS());
  if (!B->isAssignmentOp())
    return true;
  const Expr *Left = B->getLHS();
  if (B->isCompoundAssignmentOp()) {
    if (U.isCounterType(Left->getType()) && !Left->getType()->isPointerType())
      if (Place P = U.placeOf(Left)) {
        if (B->getOpcode() == BO_AddAssign)
          add(EventKind::CountUp, P, B, B);
        else if (B->getOpcode() == BO_SubAssign)
          add(EventKind::Decrement, P, B, B);
        else
          add(EventKind::Store, P, B, B);
      }
    return true;
  }
  Place Target = U.placeOf(Left);
  if (U.isInteresting(Left->getType())) {
    // Pointers to handles, and C handles copied around.
    bool Landed = false;
    if (Target) {
      bool Element = Target.last() && U.isContainer(Target.last()->getType());
      size_t Before = Info.Events.size();
      land(B->getRHS(), Target, Left->getType(), B, Element);
      Landed = Info.Events.size() != Before;
      // A C handle that gets a value from elsewhere.
      if (!Left->getType()->isPointerType() && Info.Events.size() == Before)
        add(EventKind::Escape, Target, B, B);
    }
    if (Place Source = U.placeOf(B->getRHS()); Source && Source != Target)
      add(EventKind::Escape, Source, B, B);
    // A pointer that is given another object, and no task with it.
    if (Target && !Target.path().empty() && Left->getType()->isPointerType() &&
        !U.SpawnOf.lookup(valueOf(B->getRHS())) &&
        !(Landed && isa<CXXNewExpr>(valueOf(B->getRHS()))))
      add(EventKind::Escape, Target, B, B);
    return true;
  }
  if (Target && U.isCounterType(Left->getType()))
    add(EventKind::Store, Target, B, B);
  return true;
}

bool Extractor::VisitUnaryOperator(UnaryOperator *O) {
  if (!O->isIncrementDecrementOp() || O->getType()->isPointerType())
    return true;
  if (Place P = U.placeOf(O->getSubExpr()))
    add(O->isIncrementOp() ? EventKind::CountUp : EventKind::Decrement, P, O,
        O);
  return true;
}

/// The atomic operations of C11, of GCC and of OpenCL, which are expressions of
/// their own in Clang.
bool Extractor::VisitAtomicExpr(AtomicExpr *A) {
  Place P = U.placeOf(A->getPtr());
  if (!P)
    return true;
  llvm::StringRef Name = A->getOpAsString();
  // Of operations with a result: `__c11_atomic_fetch_add`.
  if (Name.contains("load"))
    return true;
  EventKind Kind = Name.contains("add")   ? EventKind::CountUp
                   : Name.contains("sub") ? EventKind::Decrement
                                          : EventKind::Store;
  add(Kind, P, A, A);
  return true;
}

//===----------------------------------------------------------------------===//
// Statements
//===----------------------------------------------------------------------===//

bool Extractor::isCaught(QualType Thrown) const {
  for (const CXXTryStmt *Try : Tries)
    for (unsigned I = 0; I != Try->getNumHandlers(); ++I) {
      QualType Caught = Try->getHandler(I)->getCaughtType();
      if (Caught.isNull() || Thrown.isNull())
        return true;
      Caught = Caught.getNonReferenceType().getUnqualifiedType();
      QualType T = Thrown.getNonReferenceType().getUnqualifiedType();
      if (U.context().hasSameType(Caught, T))
        return true;
      const CXXRecordDecl *Base = Caught->getAsCXXRecordDecl();
      const CXXRecordDecl *Derived = T->getAsCXXRecordDecl();
      if (Base && Derived && Derived->hasDefinition() &&
          Derived->isDerivedFrom(Base))
        return true;
    }
  return false;
}

bool Extractor::VisitCXXThrowExpr(CXXThrowExpr *T) {
  // `throw;` throws what came in, and that may be nothing that is seen.
  if (!T->getSubExpr() && !Rethrows.empty() && !Rethrows.back()) {
    add(EventKind::MayThrow, {}, T, T).Caught = isCaught(QualType());
    return true;
  }
  add(EventKind::Throw, {}, T, T).Caught = isCaught(thrownType(T));
  return true;
}

bool Extractor::VisitCXXDeleteExpr(CXXDeleteExpr *D) {
  QualType T = D->getDestroyedType();
  Place P = U.placeOf(D->getArgument());
  if (!P)
    return true;
  for (Event &E : U.destructorAt(P, T)) {
    E.At = D;
    Info.Events.push_back(std::move(E));
  }
  if (U.isInteresting(T))
    add(EventKind::Reset, P, D, D);
  return true;
}

void Extractor::discard(const Stmt *S) {
  auto *E = dyn_cast_or_null<Expr>(S);
  if (!E)
    return;
  if (auto *Either = dyn_cast<ConditionalOperator>(valueOf(E))) {
    discard(Either->getTrueExpr());
    discard(Either->getFalseExpr());
    return;
  }
  if (Spawn *Found = U.SpawnOf.lookup(valueOf(E));
      Found && Found->Where == Fate::Unknown)
    Found->Where = Fate::Discarded;
}

bool Extractor::VisitCompoundStmt(CompoundStmt *C) {
  for (const Stmt *S : C->body())
    discard(S);
  return true;
}

bool Extractor::VisitIfStmt(IfStmt *S) {
  discard(S->getThen());
  discard(S->getElse());
  return true;
}

/// A loop that looks at a counter or flag until somebody else changes it.
void Extractor::addLoopWait(const Expr *Condition, const Stmt *Loop,
                            const Stmt *Body) {
  discard(Body);
  if (!Condition)
    return;
  for (const Place &P : readsOf(U, Condition)) {
    bool ChangedInside = false;
    for (const Event &E : Info.Events)
      if (E.Loop == Loop && E.Where == P && E.OriginIn == Info.Function &&
          (E.Kind == EventKind::CountUp || E.Kind == EventKind::Decrement ||
           E.Kind == EventKind::Store))
        ChangedInside = true;
    if (!ChangedInside)
      add(EventKind::Wait, P, Condition, Condition).Element = true;
  }
}

/// In the order in which it runs: the step comes after the body.
bool Extractor::TraverseForStmt(ForStmt *S) {
  Loops.push_back(S);
  for (Stmt *Part :
       {S->getInit(), static_cast<Stmt *>(S->getConditionVariableDeclStmt()),
        static_cast<Stmt *>(S->getCond()), S->getBody(),
        static_cast<Stmt *>(S->getInc())})
    TraverseStmt(Part);
  const bool Go = WalkUpFromForStmt(S);
  Loops.pop_back();
  return Go;
}

bool Extractor::VisitForStmt(ForStmt *S) {
  if (!S->getInc())
    addLoopWait(S->getCond(), S, S->getBody());
  else
    discard(S->getBody());
  return true;
}

bool Extractor::VisitWhileStmt(WhileStmt *S) {
  addLoopWait(S->getCond(), S, S->getBody());
  return true;
}

bool Extractor::VisitDoStmt(DoStmt *S) {
  addLoopWait(S->getCond(), S, S->getBody());
  return true;
}

bool Extractor::VisitCXXForRangeStmt(CXXForRangeStmt *S) {
  discard(S->getBody());
  // Iterating over a channel receives until it is closed.
  const Expr *Range = S->getRangeInit();
  const model::Type *T =
      U.lookup().type(Range->getType().getNonReferenceType());
  if (T && T->Role == Role::Channel)
    if (Place P = U.placeOf(Range))
      add(EventKind::Receive, P, Range, Range).Type = T;
  return true;
}

} // namespace joinery
