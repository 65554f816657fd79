//===- Interrupt.h - Ctrl-C -------------------------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_INTERRUPT_H
#define JOINERY_DRIVER_INTERRUPT_H

namespace joinery::driver {

/// While one lives, the first SIGINT or SIGTERM does not end the process but
/// the waiting; the second one ends it.
class InterruptGuard {
public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard &) = delete;
  InterruptGuard &operator=(const InterruptGuard &) = delete;

  /// Waits until notify() was called, or a signal came.
  void wait();
  /// From any thread: what is waited for is there.
  void notify();
  /// The signal that came, or 0.
  static int signal();
};

} // namespace joinery::driver

#endif // JOINERY_DRIVER_INTERRUPT_H
