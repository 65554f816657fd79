//===- ThreadExceptionEscapeCheck.h - Thread exception escape ---*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_THREADEXCEPTIONESCAPECHECK_H
#define JOINERY_THREADEXCEPTIONESCAPECHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds tasks that let an exception out where that terminates the program.
///
/// An exception that leaves the entry of a thread calls std::terminate
/// ([thread.thread.constr]): the whole program ends, far from the cause.
/// Nothing that waits for the thread can catch it.
///
/// Options:
///   - `AssumeCallsMayThrow`: whether calls of code that is not seen count as
///     throwing. Default: false.
class ThreadExceptionEscapeCheck : public JoineryCheck {
public:
  ThreadExceptionEscapeCheck(llvm::StringRef Name,
                             clang::tidy::ClangTidyContext *Context,
                             std::shared_ptr<UnitCache> Units);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  void find(Analysis &A, Defects &Found) override;

private:
  const bool AssumeCallsMayThrow;
};

} // namespace joinery

#endif // JOINERY_THREADEXCEPTIONESCAPECHECK_H
