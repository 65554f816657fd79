//===- PathFacts.cpp - What conditions of a path say of each other --------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/PathFacts.h"
#include "task/Extract.h"
#include "clang/AST/ExprCXX.h"
#include "llvm/ADT/FoldingSet.h"

using namespace clang;

namespace joinery {

/// More facts than these are not kept.
static constexpr unsigned MaxFacts = 24;

bool isStable(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (isa<DeclRefExpr, CXXThisExpr, IntegerLiteral, CXXBoolLiteralExpr,
          CXXNullPtrLiteralExpr, CharacterLiteral, StringLiteral>(E))
    return true;
  if (auto *M = dyn_cast<MemberExpr>(E))
    return isStable(M->getBase());
  if (auto *U = dyn_cast<UnaryOperator>(E))
    return !U->isIncrementDecrementOp() && isStable(U->getSubExpr());
  if (auto *B = dyn_cast<BinaryOperator>(E))
    return !B->isAssignmentOp() && isStable(B->getLHS()) &&
           isStable(B->getRHS());
  auto AllStable = [](auto Parts) {
    return llvm::all_of(Parts, [](const Expr *Part) { return isStable(Part); });
  };
  if (auto *C = dyn_cast<CXXMemberCallExpr>(E))
    return C->getMethodDecl() && C->getMethodDecl()->isConst() &&
           isStable(C->getImplicitObjectArgument()) &&
           AllStable(C->arguments());
  // name == "text", *pointer, pointer->
  if (auto *C = dyn_cast<CXXOperatorCallExpr>(E))
    switch (C->getOperator()) {
    case OO_EqualEqual:
    case OO_ExclaimEqual:
    case OO_Less:
    case OO_LessEqual:
    case OO_Greater:
    case OO_GreaterEqual:
    case OO_Arrow:
      return AllStable(C->arguments());
    case OO_Star:
      return C->getNumArgs() == 1 && isStable(C->getArg(0));
    default:
      return false;
    }
  if (auto *C = dyn_cast<CXXConstructExpr>(E))
    return AllStable(C->arguments());
  if (auto *C = dyn_cast<ExplicitCastExpr>(E))
    return isStable(C->getSubExpr());
  if (auto *C = dyn_cast<ExprWithCleanups>(E))
    return isStable(C->getSubExpr());
  if (auto *C = dyn_cast<MaterializeTemporaryExpr>(E))
    return isStable(C->getSubExpr());
  if (auto *C = dyn_cast<CXXBindTemporaryExpr>(E))
    return isStable(C->getSubExpr());
  if (auto *C = dyn_cast<CXXDefaultArgExpr>(E))
    return isStable(C->getExpr());
  return false;
}

namespace {
/// `a < b` for all four orders of whole numbers and pointers: what the
/// comparison says, or the contrary of it.
struct Order {
  const Expr *Less, *Greater;
  bool Contrary;
};
} // namespace

static std::optional<Order> orderOf(const Expr *E) {
  auto *B = dyn_cast<BinaryOperator>(E);
  if (!B || !B->isRelationalOp() ||
      B->getLHS()->getType()->isRealFloatingType() ||
      B->getRHS()->getType()->isRealFloatingType())
    return std::nullopt;
  bool Greater = B->getOpcode() == BO_GT || B->getOpcode() == BO_LE;
  bool Contrary = B->getOpcode() == BO_GE || B->getOpcode() == BO_LE;
  return Greater ? Order{B->getRHS(), B->getLHS(), Contrary}
                 : Order{B->getLHS(), B->getRHS(), Contrary};
}

std::optional<int64_t> constantOf(const Expr *E, const ASTContext &Context) {
  E = E->IgnoreParenImpCasts();
  if (isa<CXXNullPtrLiteralExpr, GNUNullExpr>(E))
    return 0;
  if (E->isValueDependent() || E->getType().isNull())
    return std::nullopt;
  if (E->getType()->isPointerType())
    return E->isNullPointerConstant(const_cast<ASTContext &>(Context),
                                    Expr::NPC_NeverValueDependent)
               ? std::optional<int64_t>(0)
               : std::nullopt;
  if (!E->getType()->isIntegralOrEnumerationType())
    return std::nullopt;
  Expr::EvalResult R;
  if (E->EvaluateAsInt(R, Context) && !R.HasSideEffects &&
      R.Val.getInt().getSignificantBits() <= 64)
    return R.Val.getInt().extOrTrunc(64).getSExtValue();
  return std::nullopt;
}

std::optional<Shape> shapeOf(const Expr *E, const ASTContext &Context) {
  bool Flip = false;
  for (;;) {
    E = E->IgnoreParenImpCasts();
    auto *U = dyn_cast<UnaryOperator>(E);
    if (!U || U->getOpcode() != UO_LNot)
      break;
    Flip = !Flip;
    E = U->getSubExpr();
  }
  Shape S;
  if (auto *B = dyn_cast<BinaryOperator>(E); B && B->isEqualityOp()) {
    auto Right = constantOf(B->getRHS(), Context);
    const Expr *Left = B->getLHS();
    if (!Right) {
      Right = constantOf(B->getLHS(), Context);
      Left = B->getRHS();
    }
    if (Right && isStable(Left)) {
      S.Left = Left->IgnoreParenImpCasts();
      S.Constant = *Right;
      S.WhenTrue = (B->getOpcode() == BO_EQ) != Flip;
      return S;
    }
  }
  if (!isStable(E) || constantOf(E, Context))
    return std::nullopt;
  if (auto Order = orderOf(E))
    Flip ^= Order->Contrary;
  S.Left = E;
  S.Constant = 0;
  S.WhenTrue = Flip;
  return S;
}

static void collectRoots(const Stmt *S,
                         llvm::SmallVectorImpl<const ValueDecl *> &Out) {
  if (auto *R = dyn_cast<DeclRefExpr>(S))
    Out.push_back(R->getDecl());
  if (auto *M = dyn_cast<MemberExpr>(S))
    Out.push_back(M->getMemberDecl());
  for (const Stmt *C : S->children())
    if (C)
      collectRoots(C, Out);
}

/// Comparisons that say the same or the contrary have one key.
static std::string keyOf(const Expr *E, const ASTContext &Context) {
  llvm::FoldingSetNodeID Id;
  if (auto Order = orderOf(E)) {
    Id.AddInteger(unsigned(BO_LT));
    Order->Less->IgnoreParenImpCasts()->Profile(Id, Context, true);
    Order->Greater->IgnoreParenImpCasts()->Profile(Id, Context, true);
  } else {
    E->Profile(Id, Context, true);
  }
  llvm::BumpPtrAllocator A;
  llvm::FoldingSetNodeIDRef Ref = Id.Intern(A);
  return std::string(reinterpret_cast<const char *>(Ref.getData()),
                     Ref.getSize() * sizeof(unsigned));
}

std::optional<unsigned> FactTable::find(const Expr *Left) const {
  auto Found = Ids.find(keyOf(Left->IgnoreParenImpCasts(), Context));
  if (Found == Ids.end() || !Useful.test(Found->second))
    return std::nullopt;
  return Found->second;
}

void FactTable::count(const Expr *Left, bool Condition) {
  Left = Left->IgnoreParenImpCasts();
  auto [It, New] = Ids.try_emplace(keyOf(Left, Context), Uses.size());
  if (New) {
    Uses.push_back(0);
    Roots.emplace_back();
    collectRoots(Left, Roots.back());
  }
  Uses[It->second] += Condition ? 2 : 1;
}

void FactTable::finish() {
  Useful.resize(Uses.size());
  for (unsigned I = 0; I != Uses.size(); ++I)
    if (Uses[I] >= 3)
      Useful.set(I);
}

bool learn(Facts &Known, unsigned Left, int64_t Constant, bool Holds) {
  for (const Fact &F : Known) {
    if (F.Left != Left)
      continue;
    if (F.Constant == Constant) {
      if (F.Holds != Holds)
        return false;
      return true;
    }
    // x == 1 and x == 2 exclude each other.
    if (F.Holds) {
      if (Holds)
        return false;
      return true;
    }
  }
  if (Holds)
    llvm::erase_if(Known, [&](const Fact &F) { return F.Left == Left; });
  if (Known.size() < MaxFacts)
    Known.push_back({Left, Constant, Holds});
  return true;
}

} // namespace joinery
