//===- Cache.cpp - The command that shows and clears the cache ------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/ResultCache.h"
#include "driver/Arguments.h"
#include "driver/Commands.h"
#include "llvm/Support/FormatVariadic.h"

using llvm::StringRef;

namespace joinery::driver {

static std::string describe(const cache::Usage &U) {
  return llvm::formatv("{0} {1}, {2:f1} MB", U.Entries,
                       U.Entries == 1 ? "result" : "results",
                       static_cast<double>(U.Bytes) / 1e6)
      .str();
}

int runCache(llvm::ArrayRef<StringRef> Args) {
  std::optional<std::string> Folder;
  Arguments Line;
  Line.value("cache-dir", "DIR",
             "folder of the results (default: the user's cache folder)",
             Folder);
  auto Words = Line.parse(Args);
  if (!Words)
    return fail(Words.takeError());
  if (Line.help()) {
    llvm::outs() << "usage: joinery cache [OPTION...] [stats|clear]\n\n"
                    "stats, which is the default, shows what is kept; clear "
                    "removes it.\n\n";
    Line.printOptions(llvm::outs());
    return Clean;
  }
  StringRef Word = Words->empty() ? "stats" : Words->front();
  if (Words->size() > 1 || (Word != "stats" && Word != "clear"))
    return fail(error("'joinery cache' takes 'stats' or 'clear', not '" +
                      llvm::join(*Words, " ") + "'"));
  if (!Folder)
    Folder = cache::defaultFolder();
  if (Folder->empty())
    return fail(error("there is no cache folder of the user (neither "
                      "XDG_CACHE_HOME nor HOME is set); name one with "
                      "--cache-dir"));

  bool Clear = Word == "clear";
  auto Usage = Clear ? cache::clear(*Folder) : cache::usageOf(*Folder);
  if (!Usage)
    return fail(Usage.takeError());
  llvm::outs() << (Clear ? "removed " : "") << describe(*Usage)
               << (Clear ? " from '" : " in '") << *Folder << "'\n";
  return Clean;
}

} // namespace joinery::driver
