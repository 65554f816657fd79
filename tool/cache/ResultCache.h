//===- ResultCache.h - Results of earlier runs ----------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A folder with a file for each unit. A file appears under its name only when
// it is complete, and says itself whether it is whole, so that runs at the same
// time, a kill or a full disk cost an entry and nothing else.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_CACHE_RESULTCACHE_H
#define JOINERY_CACHE_RESULTCACHE_H

#include "cache/Recorder.h"
#include "driver/Runner.h"

namespace joinery::cache {

/// Where results are kept unless the user says otherwise; "" when the user has
/// no folder for caches.
std::string defaultFolder();

class ResultCache {
public:
  /// Nothing is created before the first result is kept.
  explicit ResultCache(std::string Folder);

  /// The result of this name, if there is one and every file that it was made
  /// from is as it was.
  std::optional<driver::UnitResult> find(llvm::StringRef Key);

  /// Keeps a result for later runs. A failure is no error of the run: it is
  /// kept for warning(), and nothing more is written.
  void keep(llvm::StringRef Key, const driver::UnitResult &Result,
            Recording &Inputs);

  /// Removes old entries, and the oldest when there is too much. Looks only
  /// now and then.
  void prune();

  /// Why results are not kept, for the user; "" if they are.
  std::string warning();

private:
  llvm::Error write(llvm::StringRef Key, llvm::StringRef Bytes);

  std::string Folder;
  FileStates Files;
  std::mutex WarningMutex;
  std::string Warning;
};

struct Usage {
  size_t Entries = 0;
  uint64_t Bytes = 0;
};

/// What is in \p Folder; a folder that does not exist is empty.
llvm::Expected<Usage> usageOf(llvm::StringRef Folder);

/// Removes what the cache wrote into \p Folder and leaves everything else.
/// Returns what was removed.
llvm::Expected<Usage> clear(llvm::StringRef Folder);

} // namespace joinery::cache

#endif // JOINERY_CACHE_RESULTCACHE_H
