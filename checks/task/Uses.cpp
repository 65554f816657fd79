//===- Uses.cpp - The objects that a task uses ----------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "task/Uses.h"
#include "clang/AST/RecursiveASTVisitor.h"

using namespace clang;

namespace joinery {

namespace {

class NamedPlaces : public RecursiveASTVisitor<NamedPlaces> {
public:
  NamedPlaces(Unit &U, const FunctionDecl *F, std::vector<Place> &Out)
      : U(U), Out(Out), Lambda(U.lambdaOf(F)) {}

  bool TraverseDecl(Decl *D) {
    return isa_and_nonnull<TagDecl, FunctionDecl>(D) ||
           RecursiveASTVisitor::TraverseDecl(D);
  }
  // The body of an inner lambda names the same objects.
  bool VisitMemberExpr(MemberExpr *M) {
    if (isa<FieldDecl>(M->getMemberDecl()))
      add(U.placeOf(M));
    return true;
  }
  bool VisitDeclRefExpr(DeclRefExpr *R) {
    auto *V = dyn_cast<VarDecl>(R->getDecl());
    if (V && !isCopied(V))
      add(U.placeOf(R));
    return true;
  }

private:
  /// Whether the lambda has a copy of the variable, which shows nothing else.
  bool isCopied(const VarDecl *V) const {
    if (!Lambda || V->hasGlobalStorage())
      return false;
    for (const LambdaCapture &C : Lambda->captures())
      if (C.capturesVariable() && C.getCapturedVar() == V)
        return C.getCaptureKind() == LCK_ByCopy &&
               !V->getType()->isPointerType() &&
               !V->getType()->isReferenceType();
    return false;
  }
  void add(const Place &P) {
    if (P && !llvm::is_contained(Out, P))
      Out.push_back(P);
  }

  Unit &U;
  std::vector<Place> &Out;
  const LambdaExpr *Lambda;
};

} // namespace

std::vector<Place> placesNamedIn(Unit &U, const FunctionDecl *F) {
  std::vector<Place> Result;
  NamedPlaces Walk(U, F, Result);
  Walk.TraverseStmt(F->getBody());
  return Result;
}

} // namespace joinery
