//===- UnboundedWaitCheck.h - Unbounded wait --------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_UNBOUNDEDWAITCHECK_H
#define JOINERY_UNBOUNDEDWAITCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds waits at shutdown that have no deadline and ask nobody to stop.
///
/// A shutdown that waits without a deadline for a task that nobody has asked to
/// stop takes as long as that task likes: the service hangs until somebody
/// kills it. Strict: meant for services whose shutdown must be short.
///
/// Options: none of its own.
class UnboundedWaitCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

} // namespace joinery

#endif // JOINERY_UNBOUNDEDWAITCHECK_H
