//===- UnjoinedThreadCheck.h - Handles destroyed joinable ------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_UNJOINEDTHREADCHECK_H
#define JOINERY_UNJOINEDTHREADCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds thread handles that are destroyed or overwritten while their thread
/// may still have to be joined.
///
/// Destroying or assigning over a joinable std::thread calls std::terminate
/// ([thread.thread.destr], Core Guidelines CP.23, CP.25); a pthread_t that is
/// dropped leaks its stack and result. The usual cause is a path that the join
/// does not stand on: an early return, an exception, a destructor that forgets
/// the member.
///
/// Options:
///   - `AssumeCallsMayThrow`: whether calls of functions that are not seen
///     count as throwing. Default: false.
class UnjoinedThreadCheck : public JoineryCheck {
public:
  UnjoinedThreadCheck(llvm::StringRef Name,
                      clang::tidy::ClangTidyContext *Context,
                      std::shared_ptr<UnitCache> Units);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  void find(Analysis &A, Defects &Found) override;

private:
  bool AssumeCallsMayThrow;
};

} // namespace joinery

#endif // JOINERY_UNJOINEDTHREADCHECK_H
