//===- Progress.h - Progress on a terminal ----------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_PROGRESS_H
#define JOINERY_DRIVER_PROGRESS_H

#include <chrono>
#include <cstddef>

namespace joinery::driver {

/// One line on a terminal, rewritten: how many units are done, how fast, and
/// how long the rest will take.
class ProgressLine {
public:
  void operator()(size_t Done, size_t All);

private:
  std::chrono::steady_clock::time_point Start =
      std::chrono::steady_clock::now();
};

} // namespace joinery::driver

#endif // JOINERY_DRIVER_PROGRESS_H
