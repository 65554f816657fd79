//===- Check.cpp - The command that lints a program ---------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "cache/ResultCache.h"
#include "driver/Arguments.h"
#include "driver/Commands.h"
#include "driver/Configuration.h"
#include "driver/Resources.h"
#include "driver/Runner.h"
#include "driver/Units.h"
#include "report/Merge.h"
#include "report/Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/FormatVariadic.h"
#include "llvm/Support/Process.h"
#include <chrono>
#include <set>

using llvm::StringRef;

namespace joinery::driver {

namespace {

/// One line on a terminal, rewritten: how many units are done, how fast, and
/// how long the rest will take.
class ProgressLine {
public:
  void operator()(size_t Done, size_t All) {
    auto Now = std::chrono::steady_clock::now();
    double Seconds = std::chrono::duration<double>(Now - Start).count();
    double Rate = Seconds > 0 ? static_cast<double>(Done) / Seconds : 0;
    double Left = Rate > 0 ? static_cast<double>(All - Done) / Rate : 0;
    llvm::errs() << llvm::formatv(
        "\r\x1b[K{0} of {1} units, {2:f1} per second, {3:f0} s left", Done, All,
        Rate, Left);
    if (Done == All)
      llvm::errs() << "\r\x1b[K";
  }

private:
  std::chrono::steady_clock::time_point Start =
      std::chrono::steady_clock::now();
};

/// What the command line says about results of earlier runs.
struct CacheChoice {
  bool None = false;
  std::optional<std::string> Folder;

  void addTo(Arguments &Line) {
    Line.flag("no-cache", "neither use nor keep results of earlier runs", None);
    Line.value("cache-dir", "DIR",
               "where results are kept (default: the user's cache folder)",
               Folder);
  }
  std::unique_ptr<cache::ResultCache> open() const {
    std::string Where = Folder ? *Folder : cache::defaultFolder();
    if (None || Where.empty())
      return nullptr;
    return std::make_unique<cache::ResultCache>(Where);
  }
};

/// The results of all units, sorted by what they mean for the exit status.
struct Outcome {
  std::vector<ClangTidyError> Shown;
  std::vector<std::string> Complaints; ///< Why the job is not done.
  report::Summary Summary;
};

} // namespace

static bool isCompileError(const ClangTidyError &E) {
  return E.DiagLevel == ClangTidyError::Error &&
         StringRef(E.DiagnosticName).starts_with("clang-diagnostic-");
}

/// A model file, an option or a NOLINT block that is malformed: what was
/// checked is not what was asked for.
static bool isConfigurationError(const ClangTidyError &E) {
  return (E.DiagLevel == ClangTidyError::Error && !isCompileError(E)) ||
         E.DiagnosticName == "clang-tidy-config";
}

/// "file.cpp:3:5: error: message", as far as there is a place.
static std::string withPlace(const ClangTidyError &E) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  report::printText(E, OS, /*Colors=*/false);
  StringRef Line = StringRef(Text).split('\n').first;
  Line.consume_back(" [clang-diagnostic-error]");
  return Line.str();
}

/// Adds one unit's result to \p All.
static void addUnit(UnitResult &Unit, StringRef WorkingDir, Outcome &All) {
  const ClangTidyError *FirstCompileError = nullptr;
  bool Explained = false;
  for (ClangTidyError &E : Unit.Diagnostics) {
    report::showPaths(E, WorkingDir);
    Explained |= E.DiagLevel == ClangTidyError::Error;
    if (isCompileError(E) && !FirstCompileError)
      FirstCompileError = &E;
  }
  std::string File = report::shownPath(Unit.File, "", WorkingDir);
  if (FirstCompileError || (Unit.Failed && !Explained)) {
    ++All.Summary.BrokenUnits;
    std::string Why = FirstCompileError ? withPlace(*FirstCompileError)
                                        : "the compiler does not say why";
    All.Complaints.push_back("'" + File + "' does not compile: " + Why);
  }
  for (ClangTidyError &E : Unit.Diagnostics)
    All.Shown.push_back(std::move(E));
}

static Outcome merge(std::vector<UnitResult> Units, StringRef WorkingDir) {
  Outcome All;
  All.Summary.Units = Units.size();
  std::set<std::string> Problems;
  for (UnitResult &Unit : Units) {
    Problems.insert(Unit.Problems.begin(), Unit.Problems.end());
    addUnit(Unit, WorkingDir, All);
  }
  All.Complaints.insert(All.Complaints.begin(), Problems.begin(),
                        Problems.end());
  report::sortAndUnique(All.Shown);
  bool Malformed = false;
  for (const ClangTidyError &E : All.Shown) {
    if (isConfigurationError(E))
      Malformed = true;
    else if (!isCompileError(E))
      ++All.Summary.Findings[E.DiagnosticName];
  }
  if (Malformed)
    All.Complaints.push_back("the configuration has errors (see above)");
  if (!llvm::any_of(Units, [](const UnitResult &U) { return U.AnyCheck; }))
    All.Complaints.push_back("no check is enabled: nothing was checked");
  return All;
}

/// Tells why nothing was kept, and makes room for the next run.
static void finish(cache::ResultCache &Cache) {
  if (std::string Warning = Cache.warning(); !Warning.empty())
    llvm::errs() << "joinery: warning: " << Warning << '\n';
  Cache.prune();
}

static llvm::Expected<unsigned>
readJobs(const std::optional<std::string> &Text) {
  unsigned Jobs = 0;
  if (Text && (StringRef(*Text).getAsInteger(10, Jobs) || Jobs == 0))
    return error("-j takes a number of at least 1, not '" + *Text + "'");
  return Jobs;
}

int runCheck(llvm::ArrayRef<StringRef> Args) {
  Selection Selected;
  RunOptions Options;
  std::optional<std::string> Jobs;
  Arguments Line;
  Line.value("p", "BUILD", "build folder with compile_commands.json",
             Selected.Build);
  Line.value("j", "N", "units checked at a time (default: one per core)", Jobs);
  Line.value("checks", "GLOBS", "checks to run, as in clang-tidy",
             Options.Checks.Checks);
  Line.value("config", "YAML", "used in place of .clang-tidy files",
             Options.Checks.Config);
  Line.value("config-file", "FILE", "the same, from a file",
             Options.Checks.ConfigFile);
  Line.value("header-filter", "REGEX",
             "headers to report in (default: all but system headers)",
             Options.Checks.HeaderFilter);
  CacheChoice Cached;
  Cached.addTo(Line);
  auto Paths = Line.parse(Args);
  if (!Paths)
    return fail(Paths.takeError());
  if (Line.help()) {
    llvm::outs() << "usage: joinery check [OPTION...] [PATH...] [-- FLAGS]\n\n"
                    "PATH is a unit, or a folder of units; -- gives the flags "
                    "of files without a database.\n\n";
    Line.printOptions(llvm::outs());
    return Clean;
  }
  for (StringRef Path : *Paths)
    Selected.Paths.push_back(Path.str());
  Selected.Flags = Line.afterDashes();

  llvm::Expected<unsigned> JobCount = readJobs(Jobs);
  if (!JobCount)
    return fail(JobCount.takeError());
  Options.Jobs = *JobCount;
  auto Config = readConfiguration(Options.Checks);
  if (!Config)
    return fail(Config.takeError());
  Options.Config = *Config;
  Options.KnownOptions = knownOptions();
  llvm::Expected<std::string> ResourceDir = findResourceDir();
  if (!ResourceDir)
    return fail(ResourceDir.takeError());
  Options.ResourceDir = *ResourceDir;
  auto Units = selectUnits(Selected);
  if (!Units)
    return fail(Units.takeError());
  std::unique_ptr<cache::ResultCache> Cache = Cached.open();
  Options.Cache = Cache.get();
  if (llvm::sys::Process::StandardErrIsDisplayed())
    Options.Progress = ProgressLine();

  llvm::SmallString<128> WorkingDir;
  if (std::error_code Code = llvm::sys::fs::current_path(WorkingDir))
    return fail(error("no working directory: " + Code.message()));
  Outcome All = merge(run(*Units, Options), WorkingDir);
  if (Cache)
    finish(*Cache);
  report::printText(All.Shown, llvm::outs(),
                    llvm::sys::Process::StandardOutHasColors());
  llvm::outs().flush();
  for (const std::string &Complaint : All.Complaints)
    llvm::errs() << "joinery: error: " << Complaint << '\n';
  report::printSummary(All.Summary, llvm::errs());
  if (!All.Complaints.empty())
    return Failed;
  return All.Summary.total() ? Findings : Clean;
}

} // namespace joinery::driver
