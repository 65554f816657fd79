//===- Bounds.cpp - Functions that are too much for an analysis -----------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "task/Bounds.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Decl.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace clang;

namespace joinery {

static thread_local CollectBounds *Current = nullptr;

CollectBounds::CollectBounds(std::vector<BoundHit> &Hits)
    : Hits(Hits), Outer(Current) {
  Current = this;
}

CollectBounds::~CollectBounds() { Current = Outer; }

void hitBound(llvm::StringRef Bound, const FunctionDecl *F) {
  if (!Current || !F)
    return;
  const SourceManager &Sources = F->getASTContext().getSourceManager();
  SourceLocation At = Sources.getExpansionLoc(F->getLocation());
  llvm::SmallString<128> File(Sources.getFilename(At));
  Sources.getFileManager().makeAbsolutePath(File);
  llvm::sys::path::remove_dots(File, /*remove_dot_dot=*/true);
  BoundHit Hit;
  Hit.Bound = Bound.str();
  Hit.Function = F->getQualifiedNameAsString();
  Hit.File = File.str().str();
  Hit.Line = Sources.getExpansionLineNumber(At);
  unsigned Last = Sources.getExpansionLineNumber(F->getEndLoc());
  Hit.Lines = Last >= Hit.Line ? Last - Hit.Line + 1 : 1;
  // One function meets the same bound in many checks, mostly in a row.
  if (Current->Hits.empty() || !(Current->Hits.back() == Hit))
    Current->Hits.push_back(std::move(Hit));
}

} // namespace joinery
