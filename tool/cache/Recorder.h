//===- Recorder.h - Notes what a unit asks of the file system -------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_CACHE_RECORDER_H
#define JOINERY_CACHE_RECORDER_H

#include "cache/Manifest.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>

namespace joinery::cache {

/// The notes of one unit. Several file systems may write into it, one after
/// the other.
class Recording {
public:
  Recording();

  /// Notes what is at \p Path. The stamp is taken now, before anyone reads:
  /// whoever writes the file later is noticed.
  void sawPath(const std::string &Path);
  void sawContent(const std::string &Path, llvm::StringRef Content);
  void sawListing(const std::string &Folder);
  void sawRealPath(const std::string &Path);
  /// Something was read that cannot be checked later.
  void spoil() { Spoilt = true; }

  /// The questions and their answers; std::nullopt when they are not all
  /// known, or changed meanwhile.
  std::optional<Manifest> manifest();
  /// The files that were read, sorted.
  std::vector<std::string> filesRead() const;

private:
  struct Note {
    Input I;
    bool Read = false;
  };
  Note &note(const std::string &Path, Input::Question Asked, bool &New);

  std::map<std::pair<std::string, Input::Question>, Note> Notes;
  /// Files that changed after this may have times that do not tell.
  int64_t Since;
  bool Spoilt = false;
};

/// Answers as \p FS does, and notes it in \p Into.
llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem>
recordingFileSystem(llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
                    Recording &Into);

} // namespace joinery::cache

#endif // JOINERY_CACHE_RECORDER_H
