//===- LateCountUpCheck.h - Late count up -----------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_LATECOUNTUPCHECK_H
#define JOINERY_LATECOUNTUPCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds tasks that count themselves only after they were started, so that a
/// wait can miss them.
///
/// Between the start of the task and its first instruction the count does not
/// know of it: a wait in that time returns, and the task runs on without an
/// owner (Go: calling wg.Add inside the goroutine).
///
/// Options: none of its own.
class LateCountUpCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

} // namespace joinery

#endif // JOINERY_LATECOUNTUPCHECK_H
