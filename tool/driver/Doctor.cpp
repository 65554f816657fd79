//===- Doctor.cpp - Is everything found, and of one release -------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Arguments.h"
#include "driver/Commands.h"
#include "driver/Resources.h"
#include "driver/Units.h"
#include "driver/Version.h"
#include "clang/Basic/Version.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FileUtilities.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Program.h"
#include "llvm/Support/Regex.h"

using llvm::StringRef;

namespace joinery::driver {

/// What a program prints with --version.
static llvm::Expected<std::string> askVersion(StringRef Program) {
  llvm::SmallString<128> Out;
  if (std::error_code Code =
          llvm::sys::fs::createTemporaryFile("joinery", "txt", Out))
    return error("no temporary file: " + Code.message());
  llvm::FileRemover Remover(Out);
  std::optional<StringRef> Redirects[] = {StringRef(""), Out.str(),
                                          StringRef("")};
  std::string Message;
  int Status = llvm::sys::ExecuteAndWait(Program, {Program, "--version"},
                                         std::nullopt, Redirects,
                                         /*SecondsToWait=*/30, 0, &Message);
  auto Text = llvm::MemoryBuffer::getFile(Out);
  if (Status != 0 || !Text)
    return error("'" + Program + " --version' fails" +
                 (Message.empty() ? "" : ": " + Message));
  return (*Text)->getBuffer().str();
}

/// The LLVM version of the clang-tidy \p Program.
static llvm::Expected<std::string> clangTidyVersion(StringRef Program) {
  llvm::Expected<std::string> Text = askVersion(Program);
  if (!Text)
    return Text.takeError();
  llvm::SmallVector<StringRef> Match;
  if (!llvm::Regex("LLVM version ([0-9]+\\.[0-9]+[0-9.]*)")
           .match(*Text, &Match))
    return error("'" + Program +
                 " --version' names no LLVM version; is it a "
                 "clang-tidy?");
  return Match[1].str();
}

/// The clang-tidy that is named, or the one that people have.
static llvm::Expected<std::string>
findClangTidy(const std::optional<std::string> &Named) {
  if (Named) {
    auto Found = llvm::sys::findProgramByName(*Named);
    if (!Found || !llvm::sys::fs::can_execute(*Found))
      return error("there is no program '" + *Named + "'");
    return *Found;
  }
  for (StringRef Name :
       {"clang-tidy-" CLANG_VERSION_MAJOR_STRING, "clang-tidy"})
    if (auto Found = llvm::sys::findProgramByName(Name))
      return *Found;
  return error(
      "no clang-tidy on PATH; install clang-tidy-" CLANG_VERSION_MAJOR_STRING
      ", or name one with --clang-tidy PATH");
}

/// The plugin that is named, or the one beside this program: where the build
/// leaves it, or where it is installed.
static llvm::Expected<std::string>
findPlugin(const std::optional<std::string> &Named) {
  if (Named) {
    if (llvm::sys::fs::exists(*Named))
      return *Named;
    return error("there is no plugin '" + *Named +
                 "'; build it, or name it with --plugin PATH");
  }
  static int Anchor;
  std::string Program = llvm::sys::fs::getMainExecutable("joinery", &Anchor);
  llvm::SmallString<128> Lib(Program);
  llvm::sys::path::remove_filename(Lib);
  llvm::sys::path::append(Lib, "..", "lib");
  llvm::sys::path::remove_dots(Lib, /*remove_dot_dot=*/true);
  for (StringRef Place : {"joinery-tidy.so", "joinery/joinery-tidy.so"}) {
    llvm::SmallString<128> Path(Lib);
    llvm::sys::path::append(Path, Place);
    if (llvm::sys::fs::exists(Path))
      return Path.str().str();
  }
  return error("there is no plugin joinery-tidy.so in '" + Lib +
               "' or its folder joinery; build it, or name it with --plugin "
               "PATH");
}

/// The LLVM version that a plugin was made for, from the mark in its bytes:
/// loading it to ask could crash, which is what the question is about.
static llvm::Expected<std::string> pluginVersion(StringRef Path) {
  auto Bytes = llvm::MemoryBuffer::getFile(Path);
  if (!Bytes)
    return error("'" + Path +
                 "' cannot be read: " + Bytes.getError().message());
  constexpr StringRef Mark = "joinery plugin for LLVM ";
  StringRef Text = (*Bytes)->getBuffer();
  size_t At = Text.find(Mark);
  if (At == StringRef::npos)
    return error("'" + Path + "' is no plugin of joinery");
  return Text.substr(At + Mark.size())
      .take_while([](char C) { return llvm::isDigit(C) || C == '.'; })
      .str();
}

/// Whether the plugin and the clang-tidy fit each other, in one sentence.
static llvm::Expected<std::string>
checkHosts(const std::optional<std::string> &NamedTidy,
           const std::optional<std::string> &NamedPlugin) {
  auto Tidy = findClangTidy(NamedTidy);
  auto Plugin = findPlugin(NamedPlugin);
  // What is missing is told at once, and not one thing after the other.
  if (!Tidy || !Plugin)
    return llvm::joinErrors(Tidy.takeError(), Plugin.takeError());
  auto TidyVersion = clangTidyVersion(*Tidy);
  if (!TidyVersion)
    return TidyVersion.takeError();
  auto PluginVersion = pluginVersion(*Plugin);
  if (!PluginVersion)
    return PluginVersion.takeError();
  if (release(*TidyVersion) != release(*PluginVersion))
    return error("'" + *Tidy + "' is LLVM " + *TidyVersion +
                 ", but the plugin '" + *Plugin + "' is made for LLVM " +
                 release(*PluginVersion) +
                 " and works with no other release; use clang-tidy-" +
                 StringRef(*PluginVersion).split('.').first);
  return "plugin: '" + *Plugin + "' and '" + *Tidy + "' are both of LLVM " +
         release(*TidyVersion).str();
}

int runDoctor(llvm::ArrayRef<StringRef> Args) {
  Selection Selected;
  std::optional<std::string> ClangTidy, Plugin;
  Arguments Line;
  Line.value("p", "BUILD", "build folder with compile_commands.json",
             Selected.Build);
  Line.value("clang-tidy", "PATH", "the clang-tidy that loads the plugin",
             ClangTidy);
  Line.value("plugin", "PATH", "the plugin", Plugin);
  auto Others = Line.parse(Args);
  if (!Others)
    return fail(Others.takeError());
  if (Line.help()) {
    llvm::outs() << "usage: joinery doctor [OPTION...]\n\n";
    Line.printOptions(llvm::outs());
    return Clean;
  }
  if (!Others->empty())
    return fail(error("'doctor' takes options alone"));

  llvm::outs() << versionText() << '\n';
  int Result = Clean;
  auto Report = [&](StringRef What, llvm::Expected<std::string> Answer) {
    if (Answer) {
      llvm::outs() << What << *Answer << '\n';
      return;
    }
    llvm::outs().flush();
    Result = fail(Answer.takeError());
  };
  Report("database: ", findDatabase(Selected));
  Report("headers: ", findResourceDir());
  Report("", checkHosts(ClangTidy, Plugin));
  return Result;
}

} // namespace joinery::driver
