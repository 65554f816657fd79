//===- Manifest.h - What a result was made from ---------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A cached result is right as long as every question that its unit asked of
// the file system has the same answer: files with this content, and paths with
// nothing there, for a header that appears earlier in the search path is found
// instead. As in ccache's direct mode, a file whose stat data are those that
// were recorded is not read again.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_CACHE_MANIFEST_H
#define JOINERY_CACHE_MANIFEST_H

#include "llvm/ADT/StringMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/BLAKE3.h"
#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace joinery::cache {

using Hash = llvm::BLAKE3Result<16>;
Hash hashOf(llvm::StringRef Bytes);

/// What stat says of a file. Two equal stamps mean equal content, unless the
/// file was written so lately that its times cannot tell.
struct Stamp {
  uint64_t Device = 0;
  uint64_t Inode = 0;
  uint64_t Size = 0;
  int64_t Modified = 0; ///< Nanoseconds, as is Changed.
  int64_t Changed = 0;  ///< Not even `touch -d` sets this one back.

  bool operator==(const Stamp &O) const {
    return Device == O.Device && Inode == O.Inode && Size == O.Size &&
           Modified == O.Modified && Changed == O.Changed;
  }
};

enum class Type : uint8_t { Missing, File, Folder, Other };

/// The type of what is at \p Path, links followed, and its stamp.
std::pair<Type, Stamp> look(const std::string &Path);

/// The hash of the sorted names in a folder.
Hash listingOf(llvm::StringRef Folder);
/// The hash of the path without links.
Hash realPathOf(llvm::StringRef Path);
/// The hash of a file's content; std::nullopt when it cannot be read.
std::optional<Hash> contentOf(llvm::StringRef Path);

/// One question to the file system, and the answer.
struct Input {
  enum Question : uint8_t { Content, Listing, RealPath };

  std::string Path; ///< Absolute.
  Question Asked = Content;
  /// For Content: Value is the hash of a file's, and meaningless for others.
  Type Is = Type::Missing;
  Hash Value{};
  /// For files; no stamp when the file was written about the time of the
  /// recording: then only its content tells.
  std::optional<Stamp> Seen;
};

/// In the order of Path and Asked.
using Manifest = std::vector<Input>;

/// Files as they are in one run. Each is looked at once, when first asked
/// for, however many units read it. Safe for several threads.
class FileStates {
public:
  bool holds(const Manifest &M);

private:
  struct State {
    Type Is = Type::Missing;
    Stamp Now;
    std::once_flag Read;
    std::optional<Hash> Content;
  };
  bool holds(const Input &I);
  State &state(const std::string &Path);

  std::mutex Mutex;
  llvm::StringMap<State> States;
};

} // namespace joinery::cache

#endif // JOINERY_CACHE_MANIFEST_H
