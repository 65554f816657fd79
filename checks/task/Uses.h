//===- Uses.h - The objects that a task uses --------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_TASK_USES_H
#define JOINERY_TASK_USES_H

#include "task/Unit.h"

namespace joinery {

/// The objects that the body of \p F names, as \p F names them, each once:
/// members of its object, variables of functions around it that it captured by
/// reference, globals. What it has a copy of is left out.
std::vector<Place> placesNamedIn(Unit &U, const clang::FunctionDecl *F);

} // namespace joinery

#endif // JOINERY_TASK_USES_H
