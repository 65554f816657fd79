//===- SkippableCompletionCheck.h - Skippable completion --------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_SKIPPABLECOMPLETIONCHECK_H
#define JOINERY_SKIPPABLECOMPLETIONCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds completion signals that a path of the task passes by, so that a waiter
/// hangs.
///
/// A task that ends without its completion signal leaves its waiter waiting for
/// ever: an early return or an exception passes the last statement by (Go: a
/// panic bypasses Done). A destructor does not pass by.
///
/// Options:
///   - `AssumeCallsMayThrow`: whether calls of code that is not seen count as
///     throwing. Default: false.
class SkippableCompletionCheck : public JoineryCheck {
public:
  SkippableCompletionCheck(llvm::StringRef Name,
                           clang::tidy::ClangTidyContext *Context,
                           std::shared_ptr<UnitCache> Units);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  void find(Analysis &A, Defects &Found) override;

private:
  const bool AssumeCallsMayThrow;
};

} // namespace joinery

#endif // JOINERY_SKIPPABLECOMPLETIONCHECK_H
