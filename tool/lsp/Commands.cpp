//===- Commands.cpp - How an open file is compiled ----------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "lsp/Commands.h"
#include "driver/Arguments.h"
#include "clang/Driver/Types.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;
using namespace clang::tooling;
namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

namespace joinery::lsp {

/// Units that are read to see whether they include a header. Each costs a
/// parse, and the first is nearly always right.
static constexpr size_t MaxIncluders = 4;

namespace {

/// Units as LLVM wants them to guess the command of another file.
class UnitCommands : public CompilationDatabase {
public:
  explicit UnitCommands(llvm::ArrayRef<driver::Unit> Units) : Units(Units) {}
  std::vector<CompileCommand>
  getCompileCommands(StringRef File) const override {
    for (const driver::Unit &U : Units)
      if (U.File == File)
        return U.Commands;
    return {};
  }
  std::vector<std::string> getAllFiles() const override {
    std::vector<std::string> Files;
    for (const driver::Unit &U : Units)
      Files.push_back(U.File);
    return Files;
  }
  std::vector<CompileCommand> getAllCompileCommands() const override {
    std::vector<CompileCommand> All;
    for (const driver::Unit &U : Units)
      llvm::append_range(All, U.Commands);
    return All;
  }

private:
  llvm::ArrayRef<driver::Unit> Units;
};

} // namespace

static bool isHeader(StringRef File) {
  StringRef Extension = path::extension(File);
  if (Extension.empty())
    return true;
  namespace types = clang::driver::types;
  types::ID Type = types::lookupTypeForExtension(Extension.drop_front());
  return Type == types::TY_INVALID || types::onlyPrecompileType(Type);
}

/// Whether \p Unit names a file called \p Name in an include of its own.
static bool includesByName(const driver::Unit &Unit, StringRef Name) {
  auto Text = llvm::MemoryBuffer::getFile(Unit.File);
  if (!Text)
    return false;
  StringRef Rest = (*Text)->getBuffer();
  for (size_t At = Rest.find(Name); At != StringRef::npos;
       At = Rest.find(Name, At + 1)) {
    StringRef Line = Rest.take_front(At);
    Line = Line.substr(Line.find_last_of('\n') + 1).ltrim();
    StringRef After = Rest.substr(At + Name.size());
    if (Line.consume_front("#") && Line.ltrim().starts_with("include") &&
        (After.starts_with("\"") || After.starts_with(">")) &&
        StringRef("\"</").contains(Line.back()))
      return true;
  }
  return false;
}

llvm::Expected<std::shared_ptr<const Commands::Database>>
Commands::read(const std::string &File) {
  fs::file_status Status;
  if (std::error_code Code = fs::status(File, Status))
    return driver::error("'" + File + "' cannot be read: " + Code.message());
  std::lock_guard<std::mutex> Lock(Mutex);
  std::shared_ptr<const Database> &Known = Databases[File];
  if (Known && Known->Changed == Status.getLastModificationTime() &&
      Known->Size == Status.getSize())
    return Known;
  driver::Selection All;
  All.Build = File;
  auto Units = driver::selectUnits(All);
  if (!Units)
    return Units.takeError();
  auto Fresh = std::make_shared<Database>();
  Fresh->Changed = Status.getLastModificationTime();
  Fresh->Size = Status.getSize();
  Fresh->Units = std::move(*Units);
  Known = Fresh;
  return Known;
}

llvm::Expected<std::vector<Candidate>>
Commands::candidates(const std::string &File,
                     const std::optional<std::string> &Build,
                     const std::string &Through) {
  std::string DatabaseFile;
  if (Build) {
    driver::Selection S;
    S.Build = Build;
    auto Found = driver::findDatabase(S);
    if (!Found)
      return Found.takeError();
    DatabaseFile = *Found;
  } else {
    DatabaseFile = driver::findUpwards(path::parent_path(File));
    if (DatabaseFile.empty())
      return driver::error("no compile_commands.json above '" + File +
                           "' or in a folder 'build' there; set buildPath, or "
                           "configure with -DCMAKE_EXPORT_COMPILE_COMMANDS=ON");
  }
  auto Read = read(DatabaseFile);
  if (!Read)
    return Read.takeError();
  const std::vector<driver::Unit> &Units = (*Read)->Units;

  // A path through a link is another name of the same file.
  llvm::SmallString<128> Real;
  if (fs::real_path(File, Real))
    Real = File;
  for (StringRef Name : {StringRef(File), Real.str()})
    for (const driver::Unit &U : Units)
      if (U.File == Name)
        return std::vector<Candidate>{{U, false}};

  std::vector<Candidate> Result;
  if (isHeader(File)) {
    StringRef Name = path::filename(File), Stem = path::stem(File);
    auto Add = [&](llvm::function_ref<bool(const driver::Unit &)> Fits) {
      for (const driver::Unit &U : Units) {
        if (Result.size() >= MaxIncluders)
          return;
        bool Had = llvm::any_of(
            Result, [&](const Candidate &C) { return C.Unit.File == U.File; });
        if (!Had && Fits(U))
          Result.push_back({U, true});
      }
    };
    Add([&](const driver::Unit &U) { return U.File == Through; });
    if (Result.empty()) {
      Add([&](const driver::Unit &U) {
        return path::stem(U.File) == Stem && includesByName(U, Name);
      });
      Add([&](const driver::Unit &U) { return includesByName(U, Name); });
    }
  }
  std::unique_ptr<CompilationDatabase> Guess =
      inferMissingCompileCommands(std::make_unique<UnitCommands>(Units));
  driver::Unit Alone{File, Guess->getCompileCommands(File)};
  if (!Alone.Commands.empty())
    Result.push_back({std::move(Alone), false});
  if (Result.empty())
    return driver::error("'" + DatabaseFile + "' has no command for '" + File +
                         "'");
  return Result;
}

} // namespace joinery::lsp
