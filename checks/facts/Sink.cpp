//===- Sink.cpp - Who wants the facts of a unit -------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "facts/Sink.h"
#include "facts/Format.h"
#include "facts/Summary.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

namespace joinery::facts {

static thread_local std::string *Wanted = nullptr;

CollectFacts::CollectFacts(std::string &Bytes) : Outer(Wanted) {
  Wanted = &Bytes;
}

CollectFacts::~CollectFacts() { Wanted = Outer; }

void offer(Analysis &A) {
  if (!Wanted)
    return;
  const clang::SourceManager &Sources = A.Tasks.context().getSourceManager();
  // Preprocessed source names its file in the first line, for the next one.
  std::string Payload =
      Sources
          .getPresumedLoc(
              Sources.translateLineCol(Sources.getMainFileID(), 2, 1))
          .getFilename();
  Payload += '\n';
  for (const clang::FunctionDecl *F : A.Tasks.functions()) {
    Summary S = summaryOf(A, F);
    for (const std::string &Line : S.lines())
      Payload += S.Name + ": " + Line + '\n';
  }
  *Wanted += frame(Payload);
}

} // namespace joinery::facts
