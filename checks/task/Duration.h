//===- Duration.h - How long a call sleeps ----------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_TASK_DURATION_H
#define JOINERY_TASK_DURATION_H

#include "task/Unit.h"

namespace joinery {

/// How long a modelled sleep sleeps, in nanoseconds, where that is constant:
/// literals, constant durations and variables that hold one, `now() + constant`
/// for a point in time. The argument and the unit of plain numbers are the
/// model's. None for other lengths.
std::optional<int64_t> sleepLength(Unit &U, const clang::CallExpr *Sleep);

} // namespace joinery

#endif // JOINERY_TASK_DURATION_H
