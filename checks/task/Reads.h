//===- Reads.h - The counters and flags that code looks at ------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_TASK_READS_H
#define JOINERY_TASK_READS_H

#include "task/Unit.h"

namespace joinery {

/// The places of counters and flags (numbers, enumerations, atomics) that \p S
/// reads, in order and with repetitions; getters of this unit are seen
/// through, as the code around \p S names what they read.
llvm::SmallVector<Place, 4> readsOf(Unit &U, const clang::Stmt *S);

} // namespace joinery

#endif // JOINERY_TASK_READS_H
