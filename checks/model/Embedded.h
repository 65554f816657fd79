//===- Embedded.h - The library models in the binary -----------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The build turns libraries/*.yaml into the definition of this function, so
// that the plugin and the tool need no file at run time.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_MODEL_EMBEDDED_H
#define JOINERY_MODEL_EMBEDDED_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <utility>

namespace joinery::model {

/// The shipped library models, sorted by file name: the name without folder
/// ("std.yaml") and the whole text, which ends in a null character that is not
/// counted.
llvm::ArrayRef<std::pair<llvm::StringRef, llvm::StringRef>> embeddedLibraries();

} // namespace joinery::model

#endif // JOINERY_MODEL_EMBEDDED_H
