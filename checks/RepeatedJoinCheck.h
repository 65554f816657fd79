//===- RepeatedJoinCheck.h - Repeated join ----------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPEATEDJOINCHECK_H
#define JOINERY_REPEATEDJOINCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds handles that are joined or detached a second time, or without a task.
///
/// Why this is a bug, and with which failure it ends.
///
/// Options: none of its own.
class RepeatedJoinCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

} // namespace joinery

#endif // JOINERY_REPEATEDJOINCHECK_H
