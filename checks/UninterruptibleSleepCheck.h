//===- UninterruptibleSleepCheck.h - Uninterruptible sleep ------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_UNINTERRUPTIBLESLEEPCHECK_H
#define JOINERY_UNINTERRUPTIBLESLEEPCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds sleeps in stoppable loops of tasks, which delay every stop by their
/// length.
///
/// Why this is a bug, and with which failure it ends.
///
/// Options: none of its own.
class UninterruptibleSleepCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

} // namespace joinery

#endif // JOINERY_UNINTERRUPTIBLESLEEPCHECK_H
