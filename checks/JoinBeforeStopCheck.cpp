//===- JoinBeforeStopCheck.cpp - Join before stop -------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "JoinBeforeStopCheck.h"

namespace joinery {

void JoinBeforeStopCheck::find(Analysis &A, Defects &Found) {
  // Ask the analysis of the unit, state each doubt as an early return, and add
  // one defect with its story.
}

} // namespace joinery
