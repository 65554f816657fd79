//===- UnownedFutureCheck.h - Futures that are dropped ---------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_UNOWNEDFUTURECHECK_H
#define JOINERY_UNOWNEDFUTURECHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds futures of asynchronous calls that are dropped, so that the caller
/// blocks or loses the result.
///
/// The destructor of a future of std::async waits for the task
/// ([futures.async]). Discarding it makes the call synchronous, a timed wait
/// before it saves no time, assigning over it blocks in the middle of the
/// assignment, and a result or exception that is never read is lost.
///
/// Options:
///   - `WarnOnScopedAsync`: whether a void task that cannot visibly throw and
///     is held to the end of the scope is reported too. Default: false.
///   - `AssumeCallsMayThrow`: whether calls of functions that are not seen
///     count as throwing. Default: false.
class UnownedFutureCheck : public JoineryCheck {
public:
  UnownedFutureCheck(llvm::StringRef Name,
                     clang::tidy::ClangTidyContext *Context,
                     std::shared_ptr<UnitCache> Units);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  void find(Analysis &A, Defects &Found) override;

private:
  void findLocals(Analysis &A, const clang::FunctionDecl *F, Defects &Found);
  bool losesSomething(Analysis &A, const Spawn &S) const;

  bool WarnOnScopedAsync;
  bool AssumeCallsMayThrow;
};

} // namespace joinery

#endif // JOINERY_UNOWNEDFUTURECHECK_H
