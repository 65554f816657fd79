//===- Analysis.cpp - What the checks of a unit share ---------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "flow/Analysis.h"
#include "flow/Loops.h"

namespace joinery {

Analysis::Analysis(clang::ASTContext &Context,
                   std::shared_ptr<const model::Model> M)
    : Tasks(Context, std::move(M)), Paths(Tasks) {}

Analysis::~Analysis() = default;

Analysis &UnitCache::get(clang::ASTContext &Context,
                         llvm::ArrayRef<std::string> Files,
                         std::vector<model::ModelError> &Errors) {
  if (Current && &Current->Tasks.context() == &Context &&
      llvm::ArrayRef<std::string>(CurrentFiles) == Files)
    return *Current;
  if (!Model || llvm::ArrayRef<std::string>(ModelFiles) != Files) {
    Model = model::Model::load(Files, Errors);
    ModelFiles = Files.vec();
  }
  Current = std::make_unique<Analysis>(Context, Model);
  CurrentFiles = Files.vec();
  return *Current;
}

} // namespace joinery
