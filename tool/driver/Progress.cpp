//===- Progress.cpp - Progress on a terminal ------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Progress.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/raw_ostream.h"

namespace joinery::driver {

void ProgressLine::operator()(size_t Done, size_t All) {
  auto Now = std::chrono::steady_clock::now();
  double Seconds = std::chrono::duration<double>(Now - Start).count();
  double Rate = Seconds > 0 ? static_cast<double>(Done) / Seconds : 0;
  double Left = Rate > 0 ? static_cast<double>(All - Done) / Rate : 0;
  llvm::errs() << llvm::formatv(
      "\r\x1b[K{0} of {1} units, {2:f1} per second, {3:f0} s left", Done, All,
      Rate, Left);
  if (Done == All)
    llvm::errs() << "\r\x1b[K";
}

} // namespace joinery::driver
