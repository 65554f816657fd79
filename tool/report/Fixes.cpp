//===- Fixes.cpp - Fix-its, applied to files ------------------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Fixes.h"
#include "report/Diff.h"
#include "report/WriteFile.h"
#include "clang/Format/Format.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"

using namespace clang::tooling;
using llvm::StringRef;

namespace joinery::report {

static llvm::Error error(const llvm::Twine &Message) {
  return llvm::createStringError(llvm::inconvertibleErrorCode(), Message);
}

bool FixPlan::add(const llvm::StringMap<Replacements> &Fix) {
  // All parts or none: half a fix-it is a new bug.
  std::map<std::string, Replacements> Tried;
  for (const auto &File : Fix) {
    std::string Path = File.first().str();
    Replacements Together = Changes[Path];
    for (const Replacement &R : File.second)
      if (llvm::Error E = Together.add(R)) {
        llvm::consumeError(std::move(E));
        return false;
      }
    Tried[Path] = Together;
  }
  for (auto &[Path, Together] : Tried)
    Changes[Path] = Together;
  return true;
}

FixPlan::FixPlan(const Report &R, Sources &Files, bool OfNotes)
    : Repaired(R.Shown.size(), false) {
  for (size_t I = 0; I < R.Shown.size(); ++I) {
    const auto *Fix = clang::tidy::getFixIt(R.Shown[I], OfNotes);
    if (!isFinding(R.Shown[I]) || !Fix || Fix->empty())
      continue;
    bool Readable = llvm::all_of(*Fix, [&](const auto &File) {
      return !Files.text(File.first()).empty();
    });
    if (Readable && add(*Fix))
      Repaired[I] = true;
    else
      ++Conflicts;
  }
  for (auto I = Changes.begin(); I != Changes.end();)
    I = I->second.empty() ? Changes.erase(I) : std::next(I);
}

size_t FixPlan::repaired() const { return llvm::count(Repaired, true); }

llvm::Expected<std::string> FixPlan::changed(StringRef Path,
                                             Sources &Files) const {
  StringRef Text = Files.text(Path);
  // As clang-tidy does: what a removal leaves empty or dangling goes as well.
  auto Style = clang::format::getStyle("none", Path, "none");
  if (!Style)
    return Style.takeError();
  auto Clean = clang::format::cleanupAroundReplacements(
      Text, Changes.at(Path.str()), *Style);
  if (!Clean)
    return Clean.takeError();
  return applyAllReplacements(Text, *Clean);
}

void FixPlan::printDiff(Sources &Files, llvm::raw_ostream &OS) const {
  for (const auto &[Path, Together] : Changes) {
    llvm::Expected<std::string> Text = changed(Path, Files);
    if (Text)
      printUnifiedDiff(Path, Files.text(Path), *Text, OS);
    else
      llvm::consumeError(Text.takeError());
  }
}

llvm::Error FixPlan::write(Sources &Files, StringRef Root) const {
  llvm::Error All = llvm::Error::success();
  for (const auto &[Path, Together] : Changes) {
    llvm::Expected<std::string> Text = changed(Path, Files);
    llvm::Error Failure = llvm::Error::success();
    if (!Text) {
      Failure = llvm::joinErrors(std::move(Failure), Text.takeError());
    } else {
      llvm::SmallString<128> Absolute(Path);
      llvm::sys::path::make_absolute(Root, Absolute);
      Failure = llvm::joinErrors(
          std::move(Failure),
          writeFile(Absolute, [&](llvm::raw_ostream &OS) { OS << *Text; }));
    }
    if (Failure)
      All = llvm::joinErrors(std::move(All),
                             error("'" + Path + "' is not repaired: " +
                                   llvm::toString(std::move(Failure))));
  }
  return All;
}

} // namespace joinery::report
