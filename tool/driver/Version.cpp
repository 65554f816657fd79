//===- Version.cpp - Releases of the tool and of its LLVM ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Version.h"
#include "llvm/Config/llvm-config.h"

namespace joinery::driver {

std::string versionText() {
  return "joinery " JOINERY_VERSION " (LLVM " LLVM_VERSION_STRING ")";
}

llvm::StringRef release(llvm::StringRef Version) {
  size_t Minor = Version.find('.');
  size_t Patch = Version.find('.', Minor + 1);
  return Minor == llvm::StringRef::npos ? Version : Version.substr(0, Patch);
}

} // namespace joinery::driver
