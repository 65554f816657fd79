//===- CheckCommand.cpp - The command line of joinery check ---------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/CheckCommand.h"
#include "driver/Arguments.h"
#include "driver/Resources.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/Path.h"

using llvm::StringRef;

namespace joinery::driver {

namespace {

/// Values that are looked at when all options are known.
struct Unread {
  std::optional<std::string> Jobs, Color, OutputFile;
  std::vector<std::string> Formats;
};

} // namespace

static void addOptions(Arguments &Line, CheckCommand &C, Unread &U) {
  Line.value("p", "BUILD", "build folder with compile_commands.json",
             C.Selected.Build);
  Line.value("j", "N", "units checked at a time (default: one per core)",
             U.Jobs);
  Configuration &Checks = C.Options.Checks;
  Line.value("checks", "GLOBS", "checks to run, as in clang-tidy",
             Checks.Checks);
  Line.value("config", "YAML", "used in place of .clang-tidy files",
             Checks.Config);
  Line.value("config-file", "FILE", "the same, from a file", Checks.ConfigFile);
  Line.value("header-filter", "REGEX",
             "headers to report in (default: all but system headers)",
             Checks.HeaderFilter);
  Line.values("format", "F[=FILE]",
              "text, json, sarif, github, gitlab or junit; can be repeated",
              U.Formats);
  Line.value("o", "FILE", "where a --format without a file goes", U.OutputFile);
  Line.value("color", "WHEN", "auto, always or never (default: auto)", U.Color);
  Line.value("since", "REV", "only findings on lines changed since REV of git",
             C.Since);
  Line.value("baseline", "FILE", "findings that are known: counted, not shown",
             C.Baseline);
  Line.value("write-baseline", "FILE", "write what is found as the baseline",
             C.WriteBaseline);
  Line.flag("fix", "apply the fix-its of warnings", C.Fix);
  Line.flag("fix-notes", "apply those of notes as well", C.FixNotes);
  Line.flag("diff", "show what fix-its would change, and change nothing",
            C.Diff);
  Line.flag("report-unused-suppressions",
            "report NOLINT comments that silence nothing",
            C.UnusedSuppressions);
  Line.flag("no-link", "without the whole-program part", C.NoLink);
  Line.flag("no-scan", "parse also units whose words name no task", C.NoScan);
  C.Kept.addTo(Line);
  Line.flag("stats", "where the time went, and what was left out", C.Stats);
}

static llvm::Error readValues(CheckCommand &C, const Unread &U) {
  unsigned Jobs = 0;
  if (U.Jobs && (StringRef(*U.Jobs).getAsInteger(10, Jobs) || Jobs == 0))
    return error("-j takes a number of at least 1, not '" + *U.Jobs + "'");
  C.Options.Jobs = Jobs;
  static constexpr StringRef Colors[] = {"auto", "always", "never"};
  if (U.Color) {
    auto Found = llvm::find(Colors, *U.Color);
    if (Found == std::end(Colors))
      return error("--color takes auto, always or never, not '" + *U.Color +
                   "'");
    C.Color = static_cast<CheckCommand::ColorChoice>(Found - Colors);
  }
  if (C.Since && C.WriteBaseline)
    return error("--since and --write-baseline exclude each other: a baseline "
                 "of some findings would make the others new");
  if (C.WriteBaseline && C.changesFiles())
    return error("--write-baseline and --fix exclude each other; repair first");
  if (C.WriteBaseline)
    if (llvm::Error E = checkWritable(*C.WriteBaseline))
      return E;
  auto Outputs = readOutputs(U.Formats, U.OutputFile, C.Diff);
  if (!Outputs)
    return Outputs.takeError();
  C.Outputs = std::move(*Outputs);
  return llvm::Error::success();
}

/// Looks up what the run needs beside the command line.
static llvm::Error prepare(RunOptions &Options) {
  auto Config = readConfiguration(Options.Checks);
  if (!Config)
    return Config.takeError();
  Options.Config = *Config;
  Options.KnownOptions = knownOptions();
  llvm::Expected<std::string> ResourceDir = findResourceDir();
  if (!ResourceDir)
    return ResourceDir.takeError();
  Options.ResourceDir = *ResourceDir;
  return llvm::Error::success();
}

llvm::Expected<CheckCommand> parseCheck(llvm::ArrayRef<StringRef> Args) {
  CheckCommand C;
  Unread U;
  Arguments Line;
  addOptions(Line, C, U);
  auto Paths = Line.parse(Args);
  if (!Paths)
    return Paths.takeError();
  if (Line.help()) {
    llvm::outs() << "usage: joinery check [OPTION...] [PATH...] [-- FLAGS]\n\n"
                    "PATH is a unit, or a folder of units; -- gives the flags "
                    "of files without a database.\n\n";
    Line.printOptions(llvm::outs());
    C.Answered = true;
    return C;
  }
  for (StringRef Path : *Paths)
    C.Selected.Paths.push_back(Path.str());
  C.Selected.Flags = Line.afterDashes();
  if (llvm::Error E = readValues(C, U))
    return E;
  C.Options.Profile = C.Stats;
  // Facts know which comments silence what the link step would say.
  C.Options.WantFacts = !C.NoLink || C.UnusedSuppressions;
  if (llvm::Error E = prepare(C.Options))
    return E;
  return C;
}

} // namespace joinery::driver
