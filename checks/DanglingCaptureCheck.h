//===- DanglingCaptureCheck.h - Tasks that outlive the frame ---*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DANGLINGCAPTURECHECK_H
#define JOINERY_DANGLINGCAPTURECHECK_H

#include "JoineryCheck.h"

namespace joinery {

/// Finds tasks that use a local variable which can be gone before they end.
///
/// A task that is detached, kept in a member, posted to a pool or returned runs
/// on when the function that started it has returned. What it captured by
/// reference, or got as a pointer, view or std::ref, is then a dead stack slot:
/// a read returns garbage, a write corrupts another frame.
class DanglingCaptureCheck : public JoineryCheck {
public:
  using JoineryCheck::JoineryCheck;

protected:
  void find(Analysis &A, Defects &Found) override;
};

} // namespace joinery

#endif // JOINERY_DANGLINGCAPTURECHECK_H
