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
/// Why this is a bug, and with which failure it ends.
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
