//===- DestroyedBeforeJoinCheck.h - Destroyed before join -------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DESTROYEDBEFOREJOINCHECK_H
#define JOINERY_DESTROYEDBEFOREJOINCHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds members and locals that are destroyed while a task that uses them
/// still runs.
///
/// Members are destroyed in the reverse order of their declaration
/// ([class.dtor]): what is declared after a handle that joins in its destructor
/// is gone before that join, while the task still uses it. Locals likewise.
///
/// Options: none of its own.
class DestroyedBeforeJoinCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

} // namespace joinery

#endif // JOINERY_DESTROYEDBEFOREJOINCHECK_H
