//===- Units.cpp - Which translation units to check, and how ------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Units.h"
#include "driver/Arguments.h"
#include "clang/Driver/Types.h"
#include "clang/Tooling/JSONCompilationDatabase.h"
#include "clang/Tooling/Tooling.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/VirtualFileSystem.h"
#include <map>

using namespace clang::tooling;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace joinery::driver {

static constexpr char DatabaseName[] = "compile_commands.json";

static std::string absolute(llvm::StringRef Path) {
  llvm::SmallString<128> Result(Path);
  if (!fs::make_absolute(Result))
    path::remove_dots(Result, /*remove_dot_dot=*/true);
  return Result.str().str();
}

/// Looks in \p Dir and its parents, and in the folder "build" of each.
static std::string findUpwards(llvm::StringRef Dir) {
  for (; !Dir.empty(); Dir = path::parent_path(Dir)) {
    for (llvm::StringRef Build : {"", "build"}) {
      llvm::SmallString<128> File(Dir);
      path::append(File, Build, DatabaseName);
      if (fs::exists(File))
        return File.str().str();
    }
  }
  return "";
}

std::pair<std::string, CommandLineArguments>
meaningOf(const CompileCommand &Command) {
  CommandLineArguments Args =
      getClangStripOutputAdjuster()(Command.CommandLine, Command.Filename);
  Args = getClangStripDependencyFileAdjuster()(Args, Command.Filename);
  return {Command.Directory, Args};
}

llvm::Expected<std::string> findDatabase(const Selection &S) {
  if (S.Build) {
    std::string File = absolute(*S.Build);
    if (fs::is_directory(File)) {
      llvm::SmallString<128> Inside(File);
      path::append(Inside, DatabaseName);
      File = Inside.str().str();
    }
    if (!fs::exists(File))
      return error("there is no '" + File +
                   "'; configure the build with "
                   "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON, or run it under bear");
    return File;
  }
  std::string From = absolute(".");
  std::string File = findUpwards(From);
  if (File.empty() && !S.Paths.empty())
    File = findUpwards(path::parent_path(absolute(S.Paths.front())));
  if (File.empty())
    return error(llvm::Twine("no ") + DatabaseName + " in '" + From +
                 "', its 'build', or above; name the build folder with "
                 "-p BUILD, or pass the flags of a file after --");
  return File;
}

/// A command that makes a precompiled header checks nothing that the units
/// which include it do not.
static bool makesPrecompiledHeader(const CompileCommand &Command) {
  return llvm::is_contained(Command.CommandLine, "-emit-pch") ||
         llvm::is_contained(Command.CommandLine, "c++-header") ||
         llvm::is_contained(Command.CommandLine, "c-header");
}

static bool contains(llvm::StringRef Folder, llvm::StringRef File) {
  return File == Folder || (File.consume_front(Folder) &&
                            (Folder.ends_with("/") || File.starts_with("/")));
}

static llvm::Error checkPathsExist(const Selection &S) {
  for (const std::string &Path : S.Paths)
    if (!fs::exists(Path))
      return error("there is no file or folder '" + Path + "'");
  return llvm::Error::success();
}

static llvm::Expected<std::vector<Unit>>
unitsWithFlags(const Selection &S, const std::vector<std::string> &Flags) {
  if (S.Paths.empty())
    return error("flags are given after --, but no file to compile with them");
  FixedCompilationDatabase Database(absolute("."), Flags);
  std::vector<Unit> Units;
  for (const std::string &Path : S.Paths) {
    if (fs::is_directory(Path))
      return error("'" + Path +
                   "' is a folder; with flags after --, name the "
                   "files");
    std::string File = absolute(Path);
    Units.push_back({File, Database.getCompileCommands(File)});
  }
  return Units;
}

/// Build systems name assembler sources beside those of C.
static bool isAssembler(const CompileCommand &Command) {
  namespace types = clang::driver::types;
  types::ID Type = types::lookupTypeForExtension(
      path::extension(Command.Filename)
          .drop_front(path::has_extension(Command.Filename) ? 1 : 0));
  return Type == types::TY_PP_Asm || Type == types::TY_Asm;
}

static llvm::Expected<std::vector<Unit>>
unitsOfDatabase(const Selection &S, const std::string &DatabaseFile) {
  std::string Message;
  std::unique_ptr<CompilationDatabase> Database =
      JSONCompilationDatabase::loadFromFile(DatabaseFile, Message,
                                            JSONCommandLineSyntax::AutoDetect);
  if (!Database)
    return error("'" + DatabaseFile + "' cannot be read: " + Message);
  Database =
      expandResponseFiles(std::move(Database), llvm::vfs::getRealFileSystem());
  Database = inferTargetAndDriverMode(std::move(Database));

  std::map<std::string, Unit> Units;
  for (CompileCommand &Command : Database->getAllCompileCommands()) {
    if (makesPrecompiledHeader(Command) || isAssembler(Command))
      continue;
    llvm::SmallString<128> File(Command.Filename);
    path::make_absolute(Command.Directory, File);
    path::remove_dots(File, /*remove_dot_dot=*/true);
    Unit &U = Units[File.str().str()];
    U.File = File.str().str();
    Command.Filename = U.File;
    U.Commands.push_back(std::move(Command));
  }
  if (Units.empty())
    return error("'" + DatabaseFile + "' names no unit: nothing was checked");

  std::vector<Unit> Selected;
  std::vector<std::string> Wanted(S.Paths);
  llvm::for_each(Wanted, [](std::string &Path) { Path = absolute(Path); });
  std::vector<bool> Used(Wanted.size(), false);
  for (auto &[File, U] : Units) {
    bool IsWanted = Wanted.empty();
    for (size_t I = 0; I < Wanted.size(); ++I) {
      if (contains(Wanted[I], File)) {
        IsWanted = true;
        Used[I] = true;
      }
    }
    if (IsWanted)
      Selected.push_back(std::move(U));
  }
  for (size_t I = 0; I < Wanted.size(); ++I)
    if (!Used[I])
      return error("'" + S.Paths[I] + "' has no unit in '" + DatabaseFile +
                   "'; pass the flags of a file after --");
  return Selected;
}

llvm::Expected<std::vector<Unit>> selectUnits(const Selection &S) {
  if (llvm::Error E = checkPathsExist(S))
    return E;
  if (S.Flags)
    return unitsWithFlags(S, *S.Flags);
  llvm::Expected<std::string> Database = findDatabase(S);
  if (!Database)
    return Database.takeError();
  return unitsOfDatabase(S, *Database);
}

} // namespace joinery::driver
