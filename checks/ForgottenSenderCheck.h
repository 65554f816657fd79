//===- ForgottenSenderCheck.h - Sends that nobody receives -----*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FORGOTTENSENDERCHECK_H
#define JOINERY_FORGOTTENSENDERCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds tasks that block for ever in a send because their receiver can leave
/// early.
///
/// A send on a channel without room waits for its receiver. When the receiver
/// has timed out, returned early or taken the first of several answers, the
/// sending task waits for ever, and its memory and handle with it (article "the
/// forgotten sender").
///
/// Options:
///   - `WarnOnReturnedChannel`: whether a function that gives the sending end
///     of a channel without room to a task and returns the channel is reported:
///     nothing binds the caller to receive. Default: true.
///   - `AssumeCallsMayThrow`: whether calls of functions that are not seen
///     count as throwing. Default: false.
class ForgottenSenderCheck : public JoineryCheck {
public:
  ForgottenSenderCheck(llvm::StringRef Name,
                       clang::tidy::ClangTidyContext *Context,
                       std::shared_ptr<UnitCache> Units);
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  void find(Analysis &A, Defects &Found) override;

private:
  bool WarnOnReturnedChannel;
  bool AssumeCallsMayThrow;
};

} // namespace joinery

#endif // JOINERY_FORGOTTENSENDERCHECK_H
