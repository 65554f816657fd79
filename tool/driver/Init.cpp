//===- Init.cpp - Writing an integration into a project -----------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Arguments.h"
#include "driver/Commands.h"
#include "driver/Integrations.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace joinery::driver {

namespace {

/// What `joinery init` can write.
struct Integration {
  StringRef Name;
  StringRef File; ///< Below the project's folder.
  StringRef Sign; ///< What is there when the project uses it; "" if nothing.
  StringRef Next; ///< What is left for a person to do.
};

} // namespace

static const Integration Integrations[] = {
    {"github", ".github/workflows/joinery.yml", ".github",
     "set the variable JOINERY_REPOSITORY that it tells of, and name the "
     "packages that your build needs in it"},
    {"gitlab", ".gitlab/joinery.gitlab-ci.yml", ".gitlab-ci.yml",
     "set JOINERY_PACKAGE in it, and let .gitlab-ci.yml include it"},
    // The sign of pre-commit is the very file that would be written.
    {"pre-commit", ".pre-commit-config.yaml", "", "run 'pre-commit install'"},
    {"cmake", "cmake/joinery.cmake", "CMakeLists.txt",
     "add 'include(cmake/joinery.cmake)' to CMakeLists.txt, after project()"},
};

static StringRef textOf(const Integration &I) {
  StringRef Name = llvm::sys::path::filename(I.File);
  for (const auto &[File, Text] : embeddedIntegrations())
    if (File == Name)
      return Text;
  llvm_unreachable("each integration has its file in integrations/");
}

/// The top of the working tree, or the working directory where there is none.
static llvm::Expected<std::string> projectFolder() {
  llvm::SmallString<128> WorkingDir;
  if (std::error_code Code = llvm::sys::fs::current_path(WorkingDir))
    return error("no working directory: " + Code.message());
  for (StringRef Dir = WorkingDir; !Dir.empty();
       Dir = llvm::sys::path::parent_path(Dir)) {
    llvm::SmallString<128> Git(Dir);
    llvm::sys::path::append(Git, ".git");
    if (llvm::sys::fs::exists(Git))
      return Dir.str();
  }
  return WorkingDir.str().str();
}

/// Writes the file unless there is one, and returns what happened.
static llvm::Expected<std::string> write(const Integration &I,
                                         StringRef Folder) {
  llvm::SmallString<128> Path(Folder);
  llvm::sys::path::append(Path, I.File);
  StringRef Text = textOf(I);
  if (auto There = llvm::MemoryBuffer::getFile(Path)) {
    if ((*There)->getBuffer() == Text)
      return "'" + Path.str().str() + "' is there already, and the same\n";
    return error("'" + Path +
                 "' is there already and is not overwritten; move it away, or "
                 "add to it what these lines say:\n" +
                 Text.rtrim());
  }
  StringRef Parent = llvm::sys::path::parent_path(Path);
  if (std::error_code Code = llvm::sys::fs::create_directories(Parent))
    return error("'" + Parent + "' cannot be made: " + Code.message());
  // Whatever came to be there meanwhile, or a link that leads nowhere, stays.
  std::error_code Code;
  llvm::raw_fd_ostream OS(Path, Code, llvm::sys::fs::CD_CreateNew);
  if (!Code) {
    OS << Text;
    OS.close();
    Code = OS.error();
    OS.clear_error();
  }
  if (Code)
    return error("'" + Path + "' cannot be written: " + Code.message());
  return "wrote '" + Path.str().str() + "':\n\n" + Text.str() +
         "\nnext: " + I.Next.str() + '\n';
}

static llvm::SmallVector<StringRef> names() {
  llvm::SmallVector<StringRef> Names;
  for (const Integration &I : Integrations)
    Names.push_back(I.Name);
  return Names;
}

/// The integrations that are named, or those of which the project has signs.
static llvm::Expected<llvm::SmallVector<const Integration *>>
choose(llvm::ArrayRef<StringRef> Asked, StringRef Folder) {
  llvm::SmallVector<const Integration *> Chosen;
  for (StringRef Name : Asked) {
    const Integration *Named = llvm::find_if(
        Integrations, [&](const Integration &I) { return I.Name == Name; });
    if (Named != std::end(Integrations)) {
      Chosen.push_back(Named);
      continue;
    }
    StringRef Near = nearest(Name, names());
    return error("nothing can be written for '" + Name + "'; " +
                 (Near.empty() ? "name one of " + llvm::join(names(), ", ")
                               : "did you mean '" + Near.str() + "'?"));
  }
  if (!Asked.empty())
    return Chosen;
  for (const Integration &I : Integrations) {
    llvm::SmallString<128> Sign(Folder);
    llvm::sys::path::append(Sign, I.Sign);
    if (!I.Sign.empty() && llvm::sys::fs::exists(Sign))
      Chosen.push_back(&I);
  }
  if (Chosen.empty())
    return error("'" + Folder + "' does not show what it uses; name one of " +
                 llvm::join(names(), ", "));
  return Chosen;
}

int runInit(llvm::ArrayRef<StringRef> Args) {
  Arguments Line;
  auto Others = Line.parse(Args);
  if (!Others)
    return fail(Others.takeError());
  if (Line.help()) {
    llvm::outs()
        << "usage: joinery init [" << llvm::join(names(), "|")
        << "]...\n\nWrites the integration into the git working tree, or into "
           "the working directory\noutside of one, and shows what was "
           "written. No file is overwritten. Without a name,\nwhat the project "
           "shows to use is written.\n";
    return Clean;
  }
  auto Folder = projectFolder();
  if (!Folder)
    return fail(Folder.takeError());
  auto Chosen = choose(*Others, *Folder);
  if (!Chosen)
    return fail(Chosen.takeError());
  int Result = Clean;
  for (const Integration *I : *Chosen) {
    auto Done = write(*I, *Folder);
    if (!Done) {
      llvm::outs().flush();
      Result = fail(Done.takeError());
      continue;
    }
    llvm::outs() << *Done;
  }
  return Result;
}

} // namespace joinery::driver
