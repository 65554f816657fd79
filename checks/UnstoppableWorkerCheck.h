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
/// A task whose loop nothing ends cannot be stopped: whoever joins it waits for
/// ever, and whoever does not cuts it off. The destructor of a std::jthread
/// never returns. A plain flag that another thread sets is a data race, and the
/// compiler may read it once, before the loop ([intro.races],
/// [intro.progress]).
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
