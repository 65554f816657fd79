//===- Link.cpp - The command for the whole program ---------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Arguments.h"
#include "driver/Commands.h"
#include "driver/LinkStep.h"
#include "driver/Output.h"
#include "facts/Format.h"
#include "objects/Objects.h"
#include "report/Merge.h"
#include "report/Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/Process.h"

using llvm::StringRef;

namespace joinery::driver {

/// What was built without the plugin, as far as one line can say it.
static void noteWithout(llvm::ArrayRef<std::string> Without) {
  if (Without.empty())
    return;
  constexpr size_t Named = 10;
  std::string Names = llvm::join(Without.take_front(Named), ", ");
  if (Without.size() > Named)
    Names += llvm::formatv(" and {0} more", Without.size() - Named);
  llvm::errs() << "joinery: note: without facts, since they were not compiled "
                  "with the plugin: "
               << Names << '\n';
}

static void dump(const objects::ObjectFacts &Found, llvm::raw_ostream &OS) {
  for (const objects::FoundUnit &Unit : Found.Units) {
    OS << llvm::formatv("from {0}, {1} bytes: ", Unit.From, Unit.Frame.size());
    facts::print(Unit.Facts, OS);
  }
}

/// The folder that the unit's file names are relative to: the one where its
/// main file lies, looked for here and upwards from where its facts were found.
static std::string directoryOf(const objects::FoundUnit &Unit) {
  namespace fs = llvm::sys::fs;
  namespace path = llvm::sys::path;
  const std::string &Main = Unit.Facts.text(Unit.Facts.Name);
  llvm::SmallString<128> Here, From(StringRef(Unit.From).split('(').first);
  if (Main.empty() || fs::current_path(Here))
    return "";
  fs::make_absolute(From);
  auto Has = [&](StringRef Folder) {
    llvm::SmallString<128> File(Folder);
    path::append(File, Main);
    return fs::exists(File);
  };
  if (Has(Here))
    return std::string(Here);
  for (StringRef Folder = path::parent_path(From); !Folder.empty();
       Folder = path::parent_path(Folder))
    if (Has(Folder))
      return Folder.str();
  return "";
}

/// The findings of the program that \p Found is. What only a whole program
/// shows stays unsaid when something of it has no facts.
static int linkFound(const objects::ObjectFacts &Found,
                     llvm::ArrayRef<Output> Outputs) {
  llvm::SmallString<128> Here;
  if (std::error_code Code = llvm::sys::fs::current_path(Here))
    return fail(error("no working directory: " + Code.message()));
  report::Report R;
  R.Root = std::string(Here);
  std::vector<FactsOfUnit> Units;
  for (const objects::FoundUnit &Unit : Found.Units) {
    Units.push_back({Unit.Frame, directoryOf(Unit), Unit.From, /*Object=*/""});
    R.Units.push_back({Unit.Facts.text(Unit.Facts.Name), ""});
  }
  R.SelectedUnits = R.Units.size();
  bool Complete = Found.Without.empty() && !Found.AnyLinked;
  WholeProgram Whole =
      linkAll(std::move(Units), /*Links=*/{}, Complete, /*Together=*/true);
  addLinked(Whole, R);
  R.Errors = std::move(Whole.Problems);
  report::sortAndUnique(R.Shown);

  using llvm::sys::Process;
  report::TextStyle Style;
  Style.Rich = Process::StandardOutIsDisplayed();
  Style.Colors = Process::StandardOutHasColors() &&
                 Process::GetEnv("NO_COLOR").value_or("").empty();
  report::Sources Files(Here);
  R.ExitStatus = !R.Errors.empty() ? Failed
                 : R.Shown.empty() ? Clean
                                   : Findings;
  printReports(R, Outputs, Style, Files);
  for (const std::string &Message : R.Errors)
    llvm::errs() << "joinery: error: " << Message << '\n';
  report::printSummary(R, llvm::errs(), Process::StandardErrIsDisplayed());
  return R.Errors.empty() ? R.ExitStatus : Failed;
}

int runLink(llvm::ArrayRef<StringRef> Args) {
  bool Dump = false;
  std::vector<std::string> Formats;
  std::optional<std::string> OutputFile;
  Arguments Line;
  Line.flag("dump", "print the facts instead of linking them", Dump);
  Line.values("format", "F[=FILE]",
              "text, json, sarif, github, gitlab or junit; can be repeated",
              Formats);
  Line.value("o", "FILE", "where a --format without a file goes", OutputFile);
  auto Paths = Line.parse(Args);
  if (!Paths)
    return fail(Paths.takeError());
  if (Line.help()) {
    llvm::outs() << "usage: joinery link [OPTION...] FILE...\n\nFILE is an "
                    "object, an archive, a library or an executable that was "
                    "compiled with\nthe plugin joinery-clang.so, or a file of "
                    "facts.\n\n";
    Line.printOptions(llvm::outs());
    return Clean;
  }
  if (Paths->empty())
    return fail(error("'link' takes the files of a program; 'joinery link "
                      "--help' says which"));
  auto Outputs = readOutputs(Formats, OutputFile, Dump);
  if (!Outputs)
    return fail(Outputs.takeError());
  std::vector<std::string> Files;
  for (StringRef Path : *Paths)
    Files.push_back(Path.str());
  auto Facts = objects::readObjects(Files);
  if (!Facts)
    return fail(Facts.takeError());
  noteWithout(Facts->Without);
  if (Facts->Units.empty())
    return fail(error("no file has facts: nothing was linked; compile with "
                      "-fplugin=joinery-clang.so"));
  if (!Dump)
    return linkFound(*Facts, *Outputs);
  dump(*Facts, llvm::outs());
  return Clean;
}

} // namespace joinery::driver
