//===- Conditions.h - What conditions ask for -------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_FLOW_CONDITIONS_H
#define JOINERY_FLOW_CONDITIONS_H

#include "flow/PathEngine.h"

namespace joinery {

/// Whether a condition of the function asks for a counter or flag that the
/// function changes as well: `left == 0` beside `--left`,
/// `!taken.exchange(true)`, or a local that remembers such an answer.
///
/// \p Counts says which changes of what is asked count; it is given the change
/// and the expression that asks, which is what a local was given for a local
/// that remembers.
bool asksForChange(
    FunctionFlow &Flow, Unit &U, const clang::Expr *Condition,
    llvm::function_ref<bool(const Event &Change, const clang::Expr *Asks)>
        Counts);

/// Whether \p Change is one that \p Asks makes (`!taken.exchange(true)`) or
/// that stands behind it (`if (!taken) { taken = true; ... }`): the answer says
/// who was first. A value that was stored before says nothing of the kind.
bool isMadeOrFollowed(const FunctionFlow &Flow, const Event &Change,
                      const clang::Expr *Asks);

} // namespace joinery

#endif // JOINERY_FLOW_CONDITIONS_H
