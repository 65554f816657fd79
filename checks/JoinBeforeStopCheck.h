//===- JoinBeforeStopCheck.h - Join before stop -----------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_JOINBEFORESTOPCHECK_H
#define JOINERY_JOINBEFORESTOPCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds joins that come before the stop that their task waits for, and never
/// return.
///
/// A join waits for a task that waits for its stop: when the stop comes after
/// the join, neither comes. A flag that is set while its task sleeps on a
/// condition variable is not seen until somebody notifies.
///
/// Options: none of its own.
class JoinBeforeStopCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

/// Whether the check speaks of a join of \p S, whose handle is a member,
/// because
/// \p Channel of the same class is not closed before.
bool isJoinedUnstopped(Analysis &A, const Spawn &S,
                       const clang::FieldDecl *Channel);

} // namespace joinery

#endif // JOINERY_JOINBEFORESTOPCHECK_H
