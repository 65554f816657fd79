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
/// Why this is a bug, and with which failure it ends.
///
/// Options: none of its own.
class SkippableCompletionCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

} // namespace joinery

#endif // JOINERY_SKIPPABLECOMPLETIONCHECK_H
