//===- Version.h - Releases of the tool and of its LLVM ---------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_VERSION_H
#define JOINERY_DRIVER_VERSION_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace joinery::driver {

/// "joinery 0.1.0 (LLVM 22.1.8)"
std::string versionText();

/// The part of an LLVM version that decides whether a plugin fits its host:
/// "22.1" of "22.1.8".
llvm::StringRef release(llvm::StringRef Version);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_VERSION_H
