//===- LoopReader.h - How the facts of a loop are read ----------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Loops.cpp reads the ways out, LoopConditions.cpp what decides them.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_LOOPREADER_H
#define JOINERY_FLOW_LOOPREADER_H

#include "flow/Loops.h"

namespace joinery {

class LoopReader {
public:
  LoopReader(Unit &U, FunctionFlow &Flow) : U(U), Flow(Flow) {}

  /// Nothing when the loop never goes round.
  std::optional<LoopFacts> read(const clang::Stmt *Loop);

private:
  using Blocks = llvm::SmallPtrSet<const clang::CFGBlock *, 16>;

  bool reaches(const clang::CFGBlock *From, const clang::CFGBlock *To,
               const clang::CFGBlock *Without = nullptr) const;
  bool leaves(const clang::CFGBlock *From) const;
  bool isAssertion(const clang::CFGBlock *From,
                   const clang::CFGBlock *To) const;
  bool isCaughtInside(const clang::Stmt *S) const;
  void addExit(const clang::CFGBlock *From, bool Truth, bool Decides);
  LoopCondition classify(const clang::Expr *Condition, bool Truth) const;
  std::optional<LoopCondition> byEvent(const clang::Expr *E, bool Truth) const;
  std::optional<LoopCondition> byFlag(const clang::Expr *E, bool Truth) const;
  bool changesInLoop(const Place &P) const;
  void addFill(const clang::VarDecl *V, LoopCondition &C) const;
  bool isOwn(const Place &P) const;
  bool mayNotReturn(const clang::FunctionDecl *F, unsigned Depth);

  Unit &U;
  FunctionFlow &Flow;
  LoopFacts Facts;
  Blocks Inside;
  const clang::CFGBlock *Header = nullptr;
};

} // namespace joinery

#endif // JOINERY_FLOW_LOOPREADER_H
