//===- Lsp.cpp - The command that serves an editor ----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Arguments.h"
#include "driver/Commands.h"
#include "driver/Resources.h"
#include "lsp/Server.h"
#include "report/Pages.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
namespace fs = llvm::sys::fs;

namespace joinery::driver {

/// Puts the checks' pages where an editor can open them, for the links of the
/// findings: the user's cache folder. Returns the folder as a URI that ends in
/// '/', or "" when it cannot be written, which costs the links alone.
static std::string writePages() {
  llvm::SmallString<128> Folder;
  if (!llvm::sys::path::cache_directory(Folder))
    return "";
  llvm::sys::path::append(Folder, "joinery", "pages-" JOINERY_VERSION);
  if (fs::create_directories(Folder))
    return "";
  for (const auto &[Name, Text] : report::embeddedPages()) {
    llvm::SmallString<128> Page(Folder);
    llvm::sys::path::append(Page, Name);
    auto Known = llvm::MemoryBuffer::getFile(Page);
    if (Known && (*Known)->getBuffer() == Text)
      continue;
    llvm::StringRef Wanted = Text;
    llvm::Error Failed = llvm::writeToOutput(Page, [&](llvm::raw_ostream &OS) {
      OS << Wanted;
      return llvm::Error::success();
    });
    if (Failed) {
      llvm::consumeError(std::move(Failed));
      return "";
    }
  }
  auto Uri = llvm::lsp::URIForFile::fromFile(Folder);
  if (!Uri) {
    llvm::consumeError(Uri.takeError());
    return "";
  }
  return Uri->uri().str() + "/";
}

int runLsp(llvm::ArrayRef<StringRef> Args) {
  lsp::Settings Settings;
  Arguments Line;
  Line.value("p", "BUILD", "build folder (default: found upwards from a file)",
             Settings.Build);
  Line.value("checks", "GLOBS", "checks to run, as in clang-tidy",
             Settings.Checks.Checks);
  Line.value("config", "YAML", "used in place of .clang-tidy files",
             Settings.Checks.Config);
  Line.value("config-file", "FILE", "the same, from a file",
             Settings.Checks.ConfigFile);
  auto Others = Line.parse(Args);
  if (!Others)
    return fail(Others.takeError());
  if (Line.help()) {
    llvm::outs() << "usage: joinery lsp [OPTION...]\n\n"
                    "A language server that an editor starts and talks to on "
                    "stdin and stdout.\n\n";
    Line.printOptions(llvm::outs());
    return Clean;
  }
  if (!Others->empty())
    return fail(error("'lsp' takes options alone, not '" + Others->front() +
                      "'; the editor names the files"));
  auto Config = readConfiguration(Settings.Checks);
  if (!Config)
    return fail(Config.takeError());
  if (Settings.Build) {
    Selection S;
    S.Build = Settings.Build;
    llvm::Expected<std::string> Database = findDatabase(S);
    if (!Database)
      return fail(Database.takeError());
    Settings.Build = *Database;
  }
  RunOptions Base;
  // An editor has one unit at a time, and no program.
  Base.WantFacts = false;
  Base.KnownOptions = knownOptions();
  llvm::Expected<std::string> ResourceDir = findResourceDir();
  if (!ResourceDir)
    return fail(ResourceDir.takeError());
  Base.ResourceDir = *ResourceDir;
  return lsp::Server(std::move(Settings), std::move(Base), writePages(), stdin,
                     llvm::outs())
      .run();
}

} // namespace joinery::driver
