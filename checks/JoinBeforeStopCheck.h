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
/// Why this is a bug, and with which failure it ends.
///
/// Options: none of its own.
class JoinBeforeStopCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

} // namespace joinery

#endif // JOINERY_JOINBEFORESTOPCHECK_H
