//===- ThreadExceptionEscapeCheck.h - Thread exception escape ---*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_THREADEXCEPTIONESCAPECHECK_H
#define JOINERY_THREADEXCEPTIONESCAPECHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds tasks that let an exception out where that terminates the program.
///
/// Why this is a bug, and with which failure it ends.
///
/// Options: none of its own.
class ThreadExceptionEscapeCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

} // namespace joinery

#endif // JOINERY_THREADEXCEPTIONESCAPECHECK_H
