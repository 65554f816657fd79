//===- ResultCache.cpp - Results of earlier runs --------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/ResultCache.h"
#include "cache/Entry.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/CachePruning.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include <csignal>

using joinery::driver::UnitResult;
using llvm::StringRef;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace joinery::cache {

// LLVM prunes only files of this name, so that a folder named by mistake loses
// nothing.
static constexpr char Prefix[] = "llvmcache-";
static constexpr char Timestamp[] = "llvmcache.timestamp";

static constexpr uint64_t MaxBytes = uint64_t(2) << 30;
static constexpr std::chrono::hours MaxAge(30 * 24);

std::string defaultFolder() {
  llvm::SmallString<128> Folder;
  if (!path::cache_directory(Folder))
    return "";
  path::append(Folder, "joinery", "results");
  return Folder.str().str();
}

static std::string entryFile(StringRef Folder, StringRef Key) {
  llvm::SmallString<128> File(Folder);
  path::append(File, Prefix + Key);
  return File.str().str();
}

ResultCache::ResultCache(std::string Folder) : Folder(std::move(Folder)) {
  // A file that grows beyond the user's limit is an error of the write, not
  // the end of the process.
  std::signal(SIGXFSZ, SIG_IGN);
}

std::optional<UnitResult> ResultCache::find(StringRef Key) {
  std::string File = entryFile(Folder, Key);
  auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/false,
                                            /*RequiresNullTerminator=*/false,
                                            /*IsVolatile=*/true);
  if (!Buffer)
    return std::nullopt;
  std::optional<Entry> Found = fromBytes((*Buffer)->getBuffer());
  if (!Found) {
    fs::remove(File);
    return std::nullopt;
  }
  if (!Files.holds(Found->Inputs))
    return std::nullopt;
  Found->Result.FromCache = true;
  return std::move(Found->Result);
}

llvm::Error ResultCache::write(StringRef Key, StringRef Bytes) {
  if (std::error_code Code = fs::create_directories(Folder))
    return llvm::errorCodeToError(Code);
  std::string File = entryFile(Folder, Key);
  // The name of a part left behind by a kill begins as an entry's does, so
  // that it is pruned.
  llvm::Expected<fs::TempFile> Part =
      fs::TempFile::create(File + "-part-%%%%%%%%");
  if (!Part)
    return Part.takeError();
  llvm::raw_fd_ostream OS(Part->FD, /*shouldClose=*/false);
  OS << Bytes;
  OS.flush();
  if (std::error_code Code = OS.error()) {
    OS.clear_error();
    llvm::consumeError(Part->discard());
    return llvm::errorCodeToError(Code);
  }
  return Part->keep(File);
}

void ResultCache::keep(StringRef Key, const UnitResult &Result,
                       Recording &Inputs) {
  std::optional<Manifest> Complete = Inputs.manifest();
  if (!Complete || !warning().empty())
    return;
  llvm::SmallVector<char, 0> Bytes = toBytes({std::move(*Complete), Result});
  llvm::Error E = write(Key, StringRef(Bytes.data(), Bytes.size()));
  if (!E)
    return;
  std::lock_guard<std::mutex> Lock(WarningMutex);
  Warning = "results are not kept for the next run: '" + Folder +
            "' cannot be written: " + llvm::toString(std::move(E)) +
            "; name another folder with --cache-dir, or none with --no-cache";
}

std::string ResultCache::warning() {
  std::lock_guard<std::mutex> Lock(WarningMutex);
  return Warning;
}

void ResultCache::prune() {
  if (!fs::is_directory(Folder))
    return;
  llvm::CachePruningPolicy Policy;
  Policy.Expiration = MaxAge;
  Policy.MaxSizeBytes = MaxBytes;
  llvm::pruneCache(Folder, Policy);
}

/// Calls \p Do for each file in \p Folder that a cache wrote.
static llvm::Error
forEachFile(StringRef Folder,
            llvm::function_ref<std::error_code(StringRef)> Do) {
  if (!fs::exists(Folder))
    return llvm::Error::success();
  std::error_code Code;
  for (fs::directory_iterator I(Folder, Code), End; !Code && I != End;
       I.increment(Code)) {
    StringRef Name = path::filename(I->path());
    if (!Name.starts_with(Prefix) && Name != Timestamp)
      continue;
    Code = Do(I->path());
    // Another run may have removed it.
    if (Code == std::errc::no_such_file_or_directory)
      Code.clear();
    if (Code)
      break;
  }
  if (Code)
    return llvm::createStringError(Code, "'" + Folder +
                                             "' cannot be read or "
                                             "changed: " +
                                             Code.message());
  return llvm::Error::success();
}

static std::error_code addUsage(StringRef File, Usage &U) {
  uint64_t Size = 0;
  if (std::error_code Code = fs::file_size(File, Size))
    return Code;
  U.Entries += path::filename(File).starts_with(Prefix);
  U.Bytes += Size;
  return {};
}

llvm::Expected<Usage> usageOf(StringRef Folder) {
  Usage U;
  if (llvm::Error E = forEachFile(
          Folder, [&](StringRef File) { return addUsage(File, U); }))
    return E;
  return U;
}

llvm::Expected<Usage> clear(StringRef Folder) {
  Usage U;
  if (llvm::Error E = forEachFile(Folder, [&](StringRef File) {
        if (std::error_code Code = addUsage(File, U))
          return Code;
        return fs::remove(File, /*IgnoreNonExisting=*/false);
      }))
    return E;
  return U;
}

} // namespace joinery::cache
