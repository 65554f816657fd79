//===- Calls.h - What a function may run ------------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The edges of the program's call graph as one function body shows them: calls,
// constructions, destructors of what dies in it, functions that it names, and
// the bodies of its lambdas. System headers are no part of the graph, but for
// the destructors that their templates run.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FACTS_CALLS_H
#define JOINERY_FACTS_CALLS_H

#include "task/Unit.h"

namespace joinery::facts {

struct OutCall {
  /// Null: by a pointer or an object, which can be any that was kept.
  const clang::FunctionDecl *Callee = nullptr;
  /// The expression; for what a lambda does, the outermost lambda; for a
  /// function that is named, the call that it is handed to.
  const clang::Stmt *At = nullptr;
  const clang::Expr *Object = nullptr;
  llvm::SmallVector<const clang::Expr *, 4> Arguments;
  bool Virtual = false;
  bool Later = false; ///< In a lambda, or named only.
  /// The local variable whose destructor it is.
  const clang::VarDecl *Dies = nullptr;
  /// The function or lambda operator in which the arguments stand.
  const clang::FunctionDecl *In = nullptr;
};

/// The calls of \p F, whose body is in the unit, in order of the source.
std::vector<OutCall> callsOf(Unit &U, const clang::FunctionDecl *F);

/// The functions that \p E names without calling them.
std::vector<const clang::FunctionDecl *> namedIn(Unit &U, const clang::Expr *E);

/// The destructors that people wrote and that run when an object of type \p T
/// dies: through members, bases, smart pointers and containers.
llvm::SmallVector<const clang::CXXDestructorDecl *, 4>
destroyedWith(Unit &U, clang::QualType T);

} // namespace joinery::facts

#endif // JOINERY_FACTS_CALLS_H
