//===- PathFacts.h - What conditions of a path say of each other *- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two conditions that speak of the same thing agree on every path. What one has
// said is a fact, "left side == constant" or the contrary, until something that
// the left side names is assigned.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_PATHFACTS_H
#define JOINERY_FLOW_PATHFACTS_H

#include "clang/AST/ASTContext.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/SmallBitVector.h"
#include "llvm/ADT/StringMap.h"
#include <optional>

namespace joinery {

/// "Left == Constant", known to hold or not.
struct Fact {
  unsigned Left;
  int64_t Constant;
  bool Holds;
  friend bool operator==(const Fact &A, const Fact &B) {
    return A.Left == B.Left && A.Constant == B.Constant && A.Holds == B.Holds;
  }
};

using Facts = llvm::SmallVector<Fact, 4>;

/// A condition as a fact: `!x` is x == 0, `x != 3` is the contrary of x == 3.
struct Shape {
  const clang::Expr *Left = nullptr;
  int64_t Constant = 0;
  bool WhenTrue = false; ///< Whether the fact holds when the condition does.
};

/// Whether evaluating the expression again gives the same value as long as
/// nothing that it names is assigned.
bool isStable(const clang::Expr *E);

/// The value of a constant expression of whole numbers, or of a null pointer.
std::optional<int64_t> constantOf(const clang::Expr *E,
                                  const clang::ASTContext &Context);

/// The condition as a fact; nothing for one whose value may change between two
/// looks at it.
std::optional<Shape> shapeOf(const clang::Expr *E,
                             const clang::ASTContext &Context);

/// Numbers the left-hand sides of facts of a function.
class FactTable {
public:
  explicit FactTable(const clang::ASTContext &Context) : Context(Context) {}

  std::optional<unsigned> find(const clang::Expr *Left) const;
  void count(const clang::Expr *Left, bool Condition);
  /// Facts matter when two conditions, or a condition and an assignment, speak
  /// of the same thing.
  void finish();

  bool any() const { return Useful.any(); }
  bool mentions(unsigned Id, const clang::ValueDecl *D) const {
    return llvm::is_contained(Roots[Id], D);
  }

private:
  const clang::ASTContext &Context;
  llvm::StringMap<unsigned> Ids;
  std::vector<unsigned> Uses;
  std::vector<llvm::SmallVector<const clang::ValueDecl *, 2>> Roots;
  llvm::SmallBitVector Useful;
};

/// Adds a fact; false when it contradicts what is known.
bool learn(Facts &Known, unsigned Left, int64_t Constant, bool Holds);

} // namespace joinery

#endif // JOINERY_FLOW_PATHFACTS_H
