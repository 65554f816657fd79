//===- Entry.h - A unit's result as bytes ---------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_CACHE_ENTRY_H
#define JOINERY_CACHE_ENTRY_H

#include "cache/Manifest.h"
#include "driver/Runner.h"
#include "llvm/ADT/SmallVector.h"

namespace joinery::cache {

struct Entry {
  Manifest Inputs;
  driver::UnitResult Result;
};

/// The entry as bytes, with a checksum. No version: the key of an entry names
/// the binary that wrote it.
llvm::SmallVector<char, 0> toBytes(const Entry &E);

/// What toBytes() wrote; std::nullopt when a bit of it is missing or different.
std::optional<Entry> fromBytes(llvm::StringRef Bytes);

} // namespace joinery::cache

#endif // JOINERY_CACHE_ENTRY_H
