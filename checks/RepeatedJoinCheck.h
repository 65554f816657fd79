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
/// Joining or detaching a handle that has no task throws std::system_error
/// ([thread.thread.member]); for pthread_t it is undefined (POSIX,
/// pthread_join). A task that joins its own handle waits for itself:
/// resource_deadlock_would_occur.
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
