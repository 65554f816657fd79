//===- Extract.h - From statements to events -------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_TASK_EXTRACT_H
#define JOINERY_TASK_EXTRACT_H

#include "task/Unit.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/AST/StmtCXX.h"

namespace joinery {

/// Casts, parentheses, temporaries, copies and moves around the expression
/// that makes a value.
const clang::Expr *valueOf(const clang::Expr *E);

/// The type of the exception that \p E throws; null when it cannot be told.
clang::QualType thrownType(const clang::Expr *E);

/// The line that carries an expression's named operation: the member name of a
/// chained call, the beginning of others.
clang::SourceLocation operationAt(const clang::Stmt *S);

/// The event of a modelled operation; none where it happens to nothing.
std::optional<EventKind> eventOf(model::Op O);

/// The value of \p E when the call \p Call has returned \p Result, where that
/// decides it. \p Speaks tells whether it depends on the call at all.
std::optional<int64_t> valueWhen(const clang::Expr *E, const clang::Expr *Call,
                                 int64_t Result, const clang::FunctionDecl *In,
                                 bool &Speaks);

/// Makes the events of one function body. Post-order, so that what a call
/// consumes is known when the call is reached. Bodies of lambdas are functions
/// of their own.
class Extractor : public clang::RecursiveASTVisitor<Extractor> {
  using Base = clang::RecursiveASTVisitor<Extractor>;

public:
  Extractor(Unit &U, FunctionInfo &Info) : U(U), Info(Info) {}

  void run();

  bool shouldTraversePostOrder() const { return true; }
  bool TraverseDecl(clang::Decl *D);
  bool TraverseLambdaExpr(clang::LambdaExpr *L);
  bool TraverseForStmt(clang::ForStmt *S);
  bool TraverseWhileStmt(clang::WhileStmt *S) {
    return loop(S, &Base::TraverseWhileStmt);
  }
  bool TraverseDoStmt(clang::DoStmt *S) {
    return loop(S, &Base::TraverseDoStmt);
  }
  bool TraverseCXXForRangeStmt(clang::CXXForRangeStmt *S) {
    return loop(S, &Base::TraverseCXXForRangeStmt);
  }
  bool TraverseCXXTryStmt(clang::CXXTryStmt *S);
  // Operands that are not evaluated.
  bool TraverseUnaryExprOrTypeTraitExpr(clang::UnaryExprOrTypeTraitExpr *) {
    return true;
  }
  bool TraverseTypeLoc(clang::TypeLoc, bool = true) { return true; }
  bool TraverseStaticAssertDecl(clang::StaticAssertDecl *) { return true; }
  bool TraverseCXXNoexceptExpr(clang::CXXNoexceptExpr *) { return true; }
  bool TraverseCXXTypeidExpr(clang::CXXTypeidExpr *) { return true; }
  bool TraverseRequiresExpr(clang::RequiresExpr *) { return true; }

  bool VisitCallExpr(clang::CallExpr *C);
  bool VisitCXXConstructExpr(clang::CXXConstructExpr *C);
  bool VisitVarDecl(clang::VarDecl *V);
  bool VisitReturnStmt(clang::ReturnStmt *R);
  bool VisitBinaryOperator(clang::BinaryOperator *B);
  bool VisitUnaryOperator(clang::UnaryOperator *O);
  bool VisitAtomicExpr(clang::AtomicExpr *A);
  bool VisitCXXThrowExpr(clang::CXXThrowExpr *T);
  bool VisitCXXDeleteExpr(clang::CXXDeleteExpr *D);
  bool VisitInitListExpr(clang::InitListExpr *L);
  bool VisitRecoveryExpr(clang::RecoveryExpr *R);
  bool VisitCompoundStmt(clang::CompoundStmt *C);
  bool VisitIfStmt(clang::IfStmt *S);
  bool VisitForStmt(clang::ForStmt *S);
  bool VisitWhileStmt(clang::WhileStmt *S);
  bool VisitDoStmt(clang::DoStmt *S);
  bool VisitCXXForRangeStmt(clang::CXXForRangeStmt *S);

private:
  template <typename T>
  bool loop(T *S, bool (Base::*Traverse)(T *, Base::DataRecursionQueue *)) {
    Loops.push_back(S);
    bool Go = (this->*Traverse)(S, nullptr);
    Loops.pop_back();
    return Go;
  }

  Event &add(EventKind Kind, Place Where, const clang::Stmt *At,
             const clang::Expr *Origin);
  void addOp(const model::Meaning &M, const clang::Expr *Call,
             const clang::Expr *Object,
             llvm::ArrayRef<const clang::Expr *> Args);
  void addFunctionOp(const model::Meaning &M, clang::CallExpr *C);
  void addWaitedValues(const clang::Expr *Predicate, EventKind Kind,
                       const clang::Expr *At);
  void addLoopWait(const clang::Expr *Condition, const clang::Stmt *Loop,
                   const clang::Stmt *Body);
  void inlineCallee(const clang::FunctionDecl *Callee, const CallFrame &Frame,
                    const clang::Stmt *At);
  size_t inlined(const FunctionInfo &Body) const;
  void giveRest(const FunctionInfo &Body, size_t First, const CallFrame &Frame,
                const clang::Stmt *At, const Place &ElementOf);
  void giveAway(const CallFrame &Frame, const clang::Stmt *At);
  void inlineCallable(const Callable &C, const clang::Stmt *At, bool Later,
                      Place ElementOf = {});
  void passToUnseen(const clang::FunctionDecl *Callee,
                    const clang::Expr *Object,
                    llvm::ArrayRef<const clang::Expr *> Args,
                    const clang::Expr *At);
  void passCallables(const clang::FunctionDecl *Callee,
                     llvm::ArrayRef<const clang::Expr *> Args,
                     const clang::Expr *At, bool Later);

  Place ownerHere() const;
  void addMayThrow(const clang::FunctionDecl *Callee, const clang::Expr *At);

  void takeHandles(const FunctionInfo &Body, const CallFrame &Frame,
                   const clang::Stmt *At);
  const Spawn *forward(const Event &Start, const CallFrame &Frame,
                       const clang::Stmt *At);
  Spawn *makeSpawn(const clang::Expr *At, const model::Type *Type,
                   const model::Function *Function,
                   llvm::ArrayRef<const clang::Expr *> Args,
                   unsigned EntryIndex, unsigned FirstArgument);
  bool spawnInPlace(const clang::Expr *C, const clang::Expr *Object,
                    llvm::ArrayRef<const clang::Expr *> Args);
  void helperSpawn(clang::CallExpr *C, const clang::FunctionDecl *Callee);
  void land(const clang::Expr *Value, const Place &Target, clang::QualType T,
            const clang::Stmt *At, bool Element);
  void start(Spawn *S, const Place &Target, const clang::Stmt *At,
             bool Element);
  bool hasDetachingToken(llvm::ArrayRef<const clang::Expr *> Args);
  void keepFuture(const clang::Expr *Value, const Place &Target);
  void shareOn(const clang::Expr *Value, const clang::Stmt *At,
               const Place &Target);
  void addDeleter(const clang::VarDecl *V);
  void discard(const clang::Stmt *S);
  bool isCaught(clang::QualType Thrown) const;

  bool isTested(const clang::Expr *Object);

  Unit &U;
  FunctionInfo &Info;
  llvm::SmallVector<const clang::Stmt *, 4> Loops;
  llvm::SmallVector<const clang::CXXTryStmt *, 2> Tries;
  /// Per handler that is being read: whether its try block visibly throws.
  llvm::SmallVector<bool, 2> Rethrows;
  /// Objects that conditions of this function look at; made on demand.
  std::optional<std::vector<Place>> Tested;
  llvm::DenseMap<const clang::Expr *, Place> Constructed;
};

} // namespace joinery

#endif // JOINERY_TASK_EXTRACT_H
