//===- CacheOptions.cpp - Where results of earlier runs are ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/CacheOptions.h"
#include "cache/ResultCache.h"

namespace joinery::driver {

void CacheOptions::addTo(Arguments &Line) {
  Line.flag("no-cache", "neither use nor keep results of earlier runs", None);
  Line.value("cache-dir", "DIR",
             "where results are kept (default: the user's cache folder)",
             Folder);
}

std::unique_ptr<cache::ResultCache> CacheOptions::open() const {
  std::string Where = Folder ? *Folder : cache::defaultFolder();
  if (None || Where.empty())
    return nullptr;
  return std::make_unique<cache::ResultCache>(Where);
}

void finish(cache::ResultCache &Cache) {
  if (std::string Warning = Cache.warning(); !Warning.empty())
    llvm::errs() << "joinery: warning: " << Warning << '\n';
  Cache.prune();
}

} // namespace joinery::driver
