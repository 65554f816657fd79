//===- Recorder.cpp - Notes what a unit asks of the file system -----------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/Recorder.h"
#include "llvm/ADT/SmallString.h"

using llvm::StringRef;
using llvm::Twine;
namespace vfs = llvm::vfs;

namespace joinery::cache {

// The coarsest file system in use (FAT) counts in steps of two seconds.
static constexpr std::chrono::seconds Granularity(2);

Recording::Recording()
    : Since(std::chrono::duration_cast<std::chrono::nanoseconds>(
                (std::chrono::system_clock::now() - Granularity)
                    .time_since_epoch())
                .count()) {}

Recording::Note &Recording::note(const std::string &Path, Input::Question Asked,
                                 bool &New) {
  auto [At, Inserted] = Notes.try_emplace({Path, Asked});
  New = Inserted;
  if (New) {
    At->second.I.Path = Path;
    At->second.I.Asked = Asked;
  }
  return At->second;
}

void Recording::sawPath(const std::string &Path) {
  bool New;
  Input &I = note(Path, Input::Content, New).I;
  if (!New)
    return;
  auto [Is, Seen] = look(Path);
  I.Is = Is;
  if (Is == Type::File && Seen.Modified < Since && Seen.Changed < Since)
    I.Seen = Seen;
}

void Recording::sawContent(const std::string &Path, StringRef Content) {
  sawPath(Path);
  bool New;
  Note &N = note(Path, Input::Content, New);
  if (N.I.Is != Type::File) {
    // An empty device such as /dev/null stays what it is.
    Spoilt |= !Content.empty();
    return;
  }
  Hash Value = hashOf(Content);
  Spoilt |= N.Read && N.I.Value != Value;
  N.I.Value = Value;
  N.Read = true;
}

void Recording::sawListing(const std::string &Folder) {
  bool New;
  Note &N = note(Folder, Input::Listing, New);
  if (New)
    N.I.Value = listingOf(Folder);
}

void Recording::sawRealPath(const std::string &Path) {
  bool New;
  Note &N = note(Path, Input::RealPath, New);
  if (New)
    N.I.Value = realPathOf(Path);
}

std::optional<Manifest> Recording::manifest() {
  if (Spoilt)
    return std::nullopt;
  Manifest M;
  for (auto &[Key, N] : Notes) {
    Input I = N.I;
    // A file that was found but not read: is it the one behind another path,
    // was it tested with __has_include? Its content stands for what it is.
    if (I.Asked == Input::Content && I.Is == Type::File && !N.Read) {
      std::optional<Hash> Value = contentOf(I.Path);
      if (!Value)
        return std::nullopt;
      I.Value = *Value;
    }
    M.push_back(std::move(I));
  }
  return M;
}

std::vector<std::string> Recording::filesRead() const {
  std::vector<std::string> Files;
  for (const auto &[Key, N] : Notes)
    if (N.Read)
      Files.push_back(N.I.Path);
  return Files;
}

namespace {

class RecordedFile : public vfs::File {
public:
  RecordedFile(std::unique_ptr<vfs::File> Inner, std::string Path,
               Recording &Into)
      : Inner(std::move(Inner)), Path(std::move(Path)), Into(Into) {}

  llvm::ErrorOr<vfs::Status> status() override { return Inner->status(); }
  llvm::ErrorOr<std::string> getName() override { return Inner->getName(); }
  llvm::ErrorOr<std::unique_ptr<llvm::MemoryBuffer>>
  getBuffer(const Twine &Name, int64_t FileSize, bool RequiresNullTerminator,
            bool IsVolatile) override {
    auto Buffer =
        Inner->getBuffer(Name, FileSize, RequiresNullTerminator, IsVolatile);
    if (Buffer)
      Into.sawContent(Path, (*Buffer)->getBuffer());
    else
      Into.spoil();
    return Buffer;
  }
  std::error_code close() override { return Inner->close(); }

private:
  std::unique_ptr<vfs::File> Inner;
  std::string Path;
  Recording &Into;
};

class RecordingFileSystem : public vfs::ProxyFileSystem {
public:
  RecordingFileSystem(llvm::IntrusiveRefCntPtr<vfs::FileSystem> FS,
                      Recording &Into)
      : ProxyFileSystem(std::move(FS)), Into(Into) {}

  llvm::ErrorOr<vfs::Status> status(const Twine &Path) override {
    Into.sawPath(absolute(Path));
    return ProxyFileSystem::status(Path);
  }
  bool exists(const Twine &Path) override {
    Into.sawPath(absolute(Path));
    return ProxyFileSystem::exists(Path);
  }
  llvm::ErrorOr<std::unique_ptr<vfs::File>>
  openFileForRead(const Twine &Path) override {
    std::string Absolute = absolute(Path);
    Into.sawPath(Absolute);
    auto File = ProxyFileSystem::openFileForRead(Path);
    if (File)
      return std::make_unique<RecordedFile>(std::move(*File),
                                            std::move(Absolute), Into);
    // It is there, but may not be read, which no stamp tells.
    if (look(Absolute).first != Type::Missing)
      Into.spoil();
    return File.getError();
  }
  vfs::directory_iterator dir_begin(const Twine &Folder,
                                    std::error_code &Code) override {
    Into.sawListing(absolute(Folder));
    return ProxyFileSystem::dir_begin(Folder, Code);
  }
  std::error_code getRealPath(const Twine &Path,
                              llvm::SmallVectorImpl<char> &Real) override {
    Into.sawRealPath(absolute(Path));
    return ProxyFileSystem::getRealPath(Path, Real);
  }

private:
  std::string absolute(const Twine &Path) {
    llvm::SmallString<256> Absolute;
    Path.toVector(Absolute);
    if (makeAbsolute(Absolute))
      Into.spoil();
    return Absolute.str().str();
  }

  Recording &Into;
};

} // namespace

llvm::IntrusiveRefCntPtr<vfs::FileSystem>
recordingFileSystem(llvm::IntrusiveRefCntPtr<vfs::FileSystem> FS,
                    Recording &Into) {
  return llvm::makeIntrusiveRefCnt<RecordingFileSystem>(std::move(FS), Into);
}

} // namespace joinery::cache
