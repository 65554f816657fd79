//===- CacheOptions.h - Where results of earlier runs are -------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_CACHEOPTIONS_H
#define JOINERY_DRIVER_CACHEOPTIONS_H

#include "driver/Arguments.h"
#include <memory>

namespace joinery::cache {
class ResultCache;
}

namespace joinery::driver {

/// The options of commands that keep the results of units.
struct CacheOptions {
  bool None = false; ///< Neither use nor keep results.
  std::optional<std::string> Folder;

  void addTo(Arguments &Line);
  /// The cache that is asked for, or null.
  std::unique_ptr<cache::ResultCache> open() const;
};

/// Tells why nothing was kept, and makes room for the next run.
void finish(cache::ResultCache &Cache);

} // namespace joinery::driver

#endif // JOINERY_DRIVER_CACHEOPTIONS_H
