//===- Outcome.cpp - From the results of units to a report ----------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "driver/Outcome.h"
#include "driver/Arguments.h"
#include "report/Catalogue.h"
#include "report/Merge.h"
#include "report/Text.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FileSystem.h"
#include <set>

using llvm::StringRef;

namespace joinery::driver {

/// "file.cpp:3:5: error: message", as far as there is a place.
static std::string withPlace(const ClangTidyError &E) {
  std::string Text;
  llvm::raw_string_ostream OS(Text);
  report::printText(E, OS, report::TextStyle());
  StringRef Line = StringRef(Text).split('\n').first;
  Line.consume_back(" [clang-diagnostic-error]");
  return Line.str();
}

/// A fix-it made from code that the compiler did not understand is a guess.
static void dropFixes(ClangTidyError &E) {
  E.Message.Fix.clear();
  for (clang::tooling::DiagnosticMessage &Note : E.Notes)
    Note.Fix.clear();
}

/// Why the unit does not compile; "" when it does.
static std::string failureOf(const UnitResult &Unit) {
  // The compiler would say first that it has no input.
  if (Unit.Failed && !llvm::sys::fs::exists(Unit.File))
    return "there is no such file; does the build make it?";
  bool Explained = false;
  for (const ClangTidyError &E : Unit.Diagnostics) {
    if (report::isCompileError(E))
      return withPlace(E);
    Explained |= E.DiagLevel == ClangTidyError::Error;
  }
  return Unit.Failed && !Explained ? "the compiler does not say why" : "";
}

/// Adds one unit's result to \p All.
static void addUnit(UnitResult &Unit, report::Report &All) {
  for (ClangTidyError &E : Unit.Diagnostics)
    report::showPaths(E, All.Root);
  for (ClangTidyError &E : Unit.Silenced)
    report::showPaths(E, All.Root);
  std::string File = report::shownPath(Unit.File, "", All.Root);
  std::string Failure = failureOf(Unit);
  if (!Failure.empty())
    All.Errors.push_back("'" + File + "' does not compile: " + Failure);
  All.Units.push_back({File, Failure});
  for (ClangTidyError &E : Unit.Diagnostics) {
    if (!Failure.empty())
      dropFixes(E);
    All.Shown.push_back(std::move(E));
  }
}

report::Report merge(std::vector<UnitResult> Units, StringRef Root) {
  report::Report All;
  All.Root = Root.str();
  All.SelectedUnits = Units.size();
  llvm::erase_if(Units, [](const UnitResult &U) { return !U.Done; });
  std::set<std::string> Problems, Notes;
  std::vector<ClangTidyError> Silenced;
  for (UnitResult &Unit : Units) {
    Problems.insert(Unit.Problems.begin(), Unit.Problems.end());
    Notes.insert(Unit.Notes.begin(), Unit.Notes.end());
    addUnit(Unit, All);
    llvm::move(Unit.Silenced, std::back_inserter(Silenced));
  }
  All.Notes.assign(Notes.begin(), Notes.end());
  All.Errors.insert(All.Errors.begin(), Problems.begin(), Problems.end());
  report::sortAndUnique(All.Shown);
  report::sortAndUnique(Silenced);
  for (ClangTidyError &E : Silenced)
    All.Silenced.push_back({std::move(E), report::SilencedFinding::ByComment});
  if (llvm::any_of(All.Shown, report::isConfigurationError))
    All.Errors.push_back("the configuration has errors (see above)");
  if (!Units.empty() &&
      llvm::none_of(Units, [](const UnitResult &U) { return U.AnyCheck; }))
    All.Errors.push_back("no check is enabled: nothing was checked");
  return All;
}

static std::string unusedMessage(StringRef Name) {
  bool IsGlob = Name.contains('*');
  if (!IsGlob && !llvm::is_contained(report::checkNames(), Name)) {
    StringRef Near = nearest(Name, report::checkNames());
    return ("comment names '" + Name + "', which is no check; " +
            (Near.empty() ? "'joinery checks' lists them"
                          : "did you mean '" + Near.str() + "'?"))
        .str();
  }
  return ("comment silences nothing: '" + Name +
          "' finds nothing here; remove the name")
      .str();
}

std::vector<ClangTidyError> unusedSuppressions(llvm::ArrayRef<UnitResult> Units,
                                               StringRef Root, bool IsWhole) {
  std::set<std::string> MainFiles;
  for (const UnitResult &Unit : Units) {
    IsWhole &= Unit.Done && !Unit.Failed;
    if (Unit.Done && !Unit.Failed)
      MainFiles.insert(report::shownPath(Unit.File, "", Root));
  }
  // One place is judged by every unit that reads it.
  std::map<std::pair<std::string, unsigned>, std::pair<std::string, bool>> Used;
  for (const UnitResult &Unit : Units)
    for (const Suppression &S : Unit.Suppressions) {
      std::string File = report::shownPath(S.File, S.BuildDirectory, Root);
      auto &Entry = Used[{File, S.Offset}];
      Entry.first = S.Name;
      Entry.second |= S.Used || Unit.Failed;
    }
  std::vector<ClangTidyError> Unused;
  for (const auto &[Place, Entry] : Used) {
    if (Entry.second || (!IsWhole && !MainFiles.count(Place.first)))
      continue;
    ClangTidyError E("joinery-unused-suppression", ClangTidyError::Warning, "",
                     /*IsWarningAsError=*/false);
    E.Message.Message = unusedMessage(Entry.first);
    E.Message.FilePath = Place.first;
    E.Message.FileOffset = Place.second;
    Unused.push_back(std::move(E));
  }
  return Unused;
}

} // namespace joinery::driver
