//===- Resources.h - The compiler's own headers -----------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_RESOURCES_H
#define JOINERY_DRIVER_RESOURCES_H

#include "llvm/Support/Error.h"
#include <string>

namespace joinery::driver {

/// The folder with include/stddef.h and the like, without which nothing
/// compiles (Clang calls it the resource directory). It is looked for beside
/// the Clang library that this process runs with, so that the tool may be
/// installed anywhere, and then where LLVM was at build time.
llvm::Expected<std::string> findResourceDir();

} // namespace joinery::driver

#endif // JOINERY_DRIVER_RESOURCES_H
