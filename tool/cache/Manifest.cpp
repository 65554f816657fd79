//===- Manifest.cpp - What a result was made from -------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/Manifest.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <sys/stat.h>

using llvm::StringRef;
namespace fs = llvm::sys::fs;

namespace joinery::cache {

Hash hashOf(StringRef Bytes) {
  llvm::BLAKE3 Hasher;
  Hasher.update(Bytes);
  return Hasher.final<16>();
}

static int64_t nanoseconds(const timespec &T) {
  return int64_t(T.tv_sec) * 1000000000 + T.tv_nsec;
}

// LLVM's file_status has no time of change.
std::pair<Type, Stamp> look(const std::string &Path) {
  struct stat Status;
  if (::stat(Path.c_str(), &Status))
    return {Type::Missing, {}};
  Type Is = S_ISREG(Status.st_mode)   ? Type::File
            : S_ISDIR(Status.st_mode) ? Type::Folder
                                      : Type::Other;
  return {Is,
          {Status.st_dev, Status.st_ino, static_cast<uint64_t>(Status.st_size),
           nanoseconds(Status.st_mtim), nanoseconds(Status.st_ctim)}};
}

Hash listingOf(StringRef Folder) {
  std::vector<std::string> Names;
  std::error_code Code;
  for (fs::directory_iterator I(Folder, Code), End; !Code && I != End;
       I.increment(Code))
    Names.push_back(llvm::sys::path::filename(I->path()).str());
  llvm::sort(Names);
  llvm::BLAKE3 Hasher;
  for (const std::string &Name : Names)
    Hasher.update(StringRef(Name.c_str(), Name.size() + 1));
  return Hasher.final<16>();
}

Hash realPathOf(StringRef Path) {
  llvm::SmallString<256> Real;
  if (fs::real_path(Path, Real))
    Real.clear();
  return hashOf(Real);
}

std::optional<Hash> contentOf(StringRef Path) {
  auto Buffer = llvm::MemoryBuffer::getFile(Path, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false);
  if (!Buffer)
    return std::nullopt;
  return hashOf((*Buffer)->getBuffer());
}

FileStates::State &FileStates::state(const std::string &Path) {
  {
    std::lock_guard<std::mutex> Lock(Mutex);
    if (auto Known = States.find(Path); Known != States.end())
      return Known->second;
  }
  auto [Is, Now] = look(Path);
  std::lock_guard<std::mutex> Lock(Mutex);
  auto [At, New] = States.try_emplace(Path);
  if (New) {
    At->second.Is = Is;
    At->second.Now = Now;
  }
  return At->second;
}

bool FileStates::holds(const Input &I) {
  if (I.Asked == Input::Listing)
    return listingOf(I.Path) == I.Value;
  if (I.Asked == Input::RealPath)
    return realPathOf(I.Path) == I.Value;
  State &S = state(I.Path);
  if (S.Is != I.Is)
    return false;
  if (S.Is != Type::File || (I.Seen && *I.Seen == S.Now))
    return true;
  if (I.Seen && I.Seen->Size != S.Now.Size)
    return false;
  std::call_once(S.Read, [&] { S.Content = contentOf(I.Path); });
  return S.Content && *S.Content == I.Value;
}

bool FileStates::holds(const Manifest &M) {
  return llvm::all_of(M, [&](const Input &I) { return holds(I); });
}

} // namespace joinery::cache
