//===- UnboundedSpawnCheck.h - Unbounded spawn ------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_UNBOUNDEDSPAWNCHECK_H
#define JOINERY_UNBOUNDEDSPAWNCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds loops that start tasks without a bound on how many run at once.
///
/// A task for every connection or message without a bound lets the peer decide
/// how many run at once: under load memory and threads run out. A count that a
/// wait looks at, a permit or a pool bounds them; tracking alone does not.
///
/// Options: none of its own.
class UnboundedSpawnCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

} // namespace joinery

#endif // JOINERY_UNBOUNDEDSPAWNCHECK_H
