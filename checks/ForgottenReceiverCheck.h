//===- ForgottenReceiverCheck.h - Forgotten receiver ------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FORGOTTENRECEIVERCHECK_H
#define JOINERY_FORGOTTENRECEIVERCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds receives and waits that nothing can ever end, because no code sends,
/// closes, signals or notifies.
///
/// A receive or wait that no code can end blocks its thread for ever: nobody
/// sends, closes, fulfils, counts down or notifies, or the path on which the
/// wait is entered has skipped what would. With the thread everything that it
/// holds leaks.
///
/// Options: none of its own.
class ForgottenReceiverCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

} // namespace joinery

#endif // JOINERY_FORGOTTENRECEIVERCHECK_H
