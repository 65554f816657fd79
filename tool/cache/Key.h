//===- Key.h - Names of cached results ------------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_CACHE_KEY_H
#define JOINERY_CACHE_KEY_H

#include "driver/Runner.h"
#include <string>

namespace joinery::cache {

/// The name of a unit's result, in hexadecimal digits: it stands for all that
/// the result depends on except for files, which the entry lists. That is this
/// binary with its libraries, what the environment says to the compiler, the
/// options of the run, and the unit's commands.
std::string keyOf(const driver::Unit &U, const driver::RunOptions &Options);

} // namespace joinery::cache

#endif // JOINERY_CACHE_KEY_H
