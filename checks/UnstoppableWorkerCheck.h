//===- UnstoppableWorkerCheck.h - Unstoppable worker ------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_UNSTOPPABLEWORKERCHECK_H
#define JOINERY_UNSTOPPABLEWORKERCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds loops of tasks that nothing can end, so that the task cannot be
/// stopped.
///
/// Why this is a bug, and with which failure it ends.
///
/// Options: none of its own.
class UnstoppableWorkerCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

} // namespace joinery

#endif // JOINERY_UNSTOPPABLEWORKERCHECK_H
