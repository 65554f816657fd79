//===- Profile.cpp - The time that checks take ----------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Profile.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/MemoryBuffer.h"

namespace fs = llvm::sys::fs;

namespace joinery::driver {

Profile::Profile(clang::tidy::ClangTidyContext &Context, bool Wanted) {
  if (!Wanted || fs::createUniqueDirectory("joinery-profile", Folder))
    return;
  Context.setEnableProfiling(true);
  Context.setProfileStoragePrefix(Folder);
}

Profile::~Profile() {
  if (!Folder.empty())
    fs::remove_directories(Folder);
}

void Profile::addTo(std::map<std::string, double> &Seconds) const {
  if (Folder.empty())
    return;
  std::error_code Code;
  for (fs::directory_iterator I(Folder, Code), End; I != End && !Code;
       I.increment(Code)) {
    auto Buffer = llvm::MemoryBuffer::getFile(I->path());
    if (!Buffer)
      continue;
    auto Parsed = llvm::json::parse((*Buffer)->getBuffer());
    if (!Parsed) {
      llvm::consumeError(Parsed.takeError());
      continue;
    }
    const llvm::json::Object *Top = Parsed->getAsObject();
    const llvm::json::Object *Times = Top ? Top->getObject("profile") : nullptr;
    if (!Times)
      continue;
    for (const auto &[Key, Value] : *Times) {
      // "time.clang-tidy.joinery-detached-thread.wall"
      llvm::StringRef Name = Key;
      if (Name.consume_front("time.clang-tidy.") && Name.consume_back(".wall"))
        Seconds[Name.str()] += Value.getAsNumber().value_or(0);
    }
  }
}

} // namespace joinery::driver
