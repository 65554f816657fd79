//===- PathEngine.h - What can happen on a path ----------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Property simulation on Clang's CFG (after ESP: Das, Lerner, Seigle, PLDI
// 2002). A question has a small state; the engine follows all paths, keeps one
// set of branch facts per state and block, and intersects the facts when paths
// with the same state meet. Paths on which the property differs keep apart, so
// that correlated conditions are understood, and the cost stays linear in the
// size of the function.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_PATHENGINE_H
#define JOINERY_FLOW_PATHENGINE_H

#include "task/Unit.h"
#include "clang/AST/ParentMap.h"
#include "clang/Analysis/CFG.h"
#include <deque>
#include <functional>

namespace joinery {

/// The branches that a path took, last first.
struct Trail {
  const clang::Stmt *Terminator;
  const clang::Expr *Condition;
  bool Truth;
  const Trail *Before;
};

/// How a path leaves the function.
struct PathExit {
  enum Kind {
    Return, ///< A return statement, at `At`.
    End,    ///< The closing brace.
    Throw,  ///< An exception that nothing here catches, thrown at `At`.
  };
  Kind How;
  const clang::Stmt *At = nullptr;
  const Trail *Path = nullptr;
  clang::SourceLocation Location;
};

/// One function's CFG and what paths need to know of it.
class FunctionFlow {
public:
  FunctionFlow(Unit &U, const clang::FunctionDecl *F);

  bool valid() const { return Graph != nullptr; }
  const clang::CFG &graph() const { return *Graph; }
  const clang::FunctionDecl *function() const { return Function; }
  const clang::Stmt *parent(const clang::Stmt *S) const {
    return Parents->getParent(S);
  }
  bool isAncestor(const clang::Stmt *Ancestor, const clang::Stmt *S) const;
  /// Whether \p V is alive where \p S runs.
  bool inScope(const clang::VarDecl *V, const clang::Stmt *S) const;
  const clang::Stmt *declaration(const clang::VarDecl *V) const {
    return Declarations.lookup(V);
  }
  /// All events of the function, those of local destructors included.
  llvm::ArrayRef<Event> events() const;
  /// The events of the function that happen at a statement.
  llvm::ArrayRef<const Event *> at(const clang::Stmt *S) const;
  /// Whether an exception can visibly leave \p S; with \p Assume also where a
  /// call is not seen.
  bool throwsAt(const clang::Stmt *S, bool Assume) const {
    return Throwing.contains(S) || (Assume && MayThrow.contains(S));
  }
  /// The types of the exceptions that can leave \p S; null for one that cannot
  /// be told.
  llvm::SmallVector<clang::QualType, 2> thrownAt(const clang::Stmt *S,
                                                 bool Assume) const;
  const clang::CFGBlock *handler(const clang::CXXCatchStmt *C) const {
    return Handlers.lookup(C);
  }
  unsigned order(const clang::CFGBlock *B) const { return Order.lookup(B); }
  const Unit &unit() const { return U; }
  /// What decides at the end of \p B, or null: the last operand of a chain.
  static const clang::Expr *conditionOf(const clang::CFGBlock *B);

private:
  friend class PathEngine;
  Unit &U;
  const clang::FunctionDecl *Function;
  std::unique_ptr<clang::CFG> Graph;
  std::unique_ptr<clang::ParentMap> Parents;
  llvm::DenseMap<const clang::VarDecl *, const clang::Stmt *> Declarations;
  llvm::DenseMap<const clang::Stmt *, llvm::SmallVector<const Event *, 2>>
      ByStatement;
  llvm::DenseSet<const clang::Stmt *> Throwing, MayThrow;
  llvm::DenseMap<const clang::CXXCatchStmt *, const clang::CFGBlock *> Handlers;
  llvm::DenseMap<const clang::CFGBlock *, unsigned> Order;
};

/// A property of paths: a state of 32 bits that statements change.
class PathQuestion {
public:
  using State = uint32_t;
  virtual ~PathQuestion();

  virtual State initial() { return 0; }
  /// \p S happens. Several results fork the path, none ends it.
  virtual void visit(const clang::Stmt *S, State Now,
                     llvm::SmallVectorImpl<State> &Next) = 0;
  /// A condition without `!`, `&&` and `||` turned out as \p Truth; no result
  /// where that cannot be in this state.
  virtual std::optional<State> refine(const clang::Expr *Condition, bool Truth,
                                      State Now) {
    return Now;
  }
  /// A switch over \p Condition goes to the case of \p Value (null: default).
  virtual std::optional<State> refineCase(const clang::Expr *Condition,
                                          const clang::Expr *Value, State Now) {
    return Now;
  }
  /// The loop \p Loop is left by its own condition.
  virtual State leaveLoop(const clang::Stmt *Loop, State Now) { return Now; }
  /// The destructor of \p V runs because of \p Cause: the statement that
  /// leaves the scope, the scope itself, or the throw while unwinding.
  virtual State destroy(const clang::VarDecl *V, const clang::Stmt *Cause,
                        bool Unwinding, const Trail *Path, State Now) {
    return Now;
  }
  virtual void exit(const PathExit &Exit, State Now) {}
  /// Locals whose destruction matters while an exception unwinds, in order of
  /// declaration.
  virtual llvm::ArrayRef<const clang::VarDecl *> locals() { return {}; }
  /// Whether calls of code that is not seen count as throwing.
  bool AssumeCallsMayThrow = false;
  /// Trail of the statement that is being visited.
  const Trail *Here = nullptr;
  /// The trails of this question's paths; they live as long as it does.
  std::deque<Trail> Trails;
};

/// Follows the paths of \p Flow under \p Question. Returns false when a bound
/// was hit; what was found then must not be used.
bool followPaths(FunctionFlow &Flow, PathQuestion &Question);

/// The flows of a unit's functions, made on demand.
class Flows {
public:
  explicit Flows(Unit &U) : U(U) {}
  /// Null when the function has no body or Clang makes no CFG of it.
  FunctionFlow *get(const clang::FunctionDecl *F);
  Unit &unit() { return U; }

private:
  Unit &U;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<FunctionFlow>>
      Made;
};

} // namespace joinery

#endif // JOINERY_FLOW_PATHENGINE_H
