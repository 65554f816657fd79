//===- Analysis.h - What the checks of a unit share ------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The task model of a unit and the flows of its functions, made once for all
// checks of an AST.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_ANALYSIS_H
#define JOINERY_FLOW_ANALYSIS_H

#include "flow/Conditional.h"
#include "flow/PathEngine.h"
#include "task/Unit.h"

namespace joinery {

struct LoopFacts;

struct Analysis {
  Analysis(clang::ASTContext &Context, std::shared_ptr<const model::Model> M);
  ~Analysis();

  Unit Tasks;
  Flows Paths;
  /// See Loops.h.
  llvm::DenseMap<const clang::FunctionDecl *,
                 std::unique_ptr<std::vector<LoopFacts>>>
      Loops;
  /// Findings that hang on what other units do; see Conditional.h.
  std::vector<Conditional> Conditionals;
  /// Tasks that are meant to be cut off by the program's end.
  llvm::DenseSet<const Spawn *> Daemons;
};

/// One analysis for all checks of an AST. A clang-tidy module makes one cache
/// for the checks that it creates; units of one run come one after the other.
class UnitCache {
public:
  /// The analysis of \p Context under the model files of \p Files (absolute
  /// paths). Whoever loads the files first gets \p Errors; their entries are
  /// left out.
  Analysis &get(clang::ASTContext &Context, llvm::ArrayRef<std::string> Files,
                std::vector<model::ModelError> &Errors);
  /// To be called at the end of a unit: its AST dies.
  void drop() { Current.reset(); }
  /// The analysis that get() gave, until it is dropped; or null.
  Analysis *current() { return Current.get(); }

private:
  std::unique_ptr<Analysis> Current;
  std::vector<std::string> CurrentFiles;
  std::shared_ptr<const model::Model> Model;
  std::vector<std::string> ModelFiles;
};

} // namespace joinery

#endif // JOINERY_FLOW_ANALYSIS_H
