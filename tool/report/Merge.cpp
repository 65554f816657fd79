//===- Merge.cpp - The findings of all units as one list ----------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Merge.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/Support/Path.h"
#include <map>
#include <tuple>

using clang::tidy::ClangTidyError;
using llvm::StringRef;

namespace joinery::report {

std::string shownPath(StringRef Path, StringRef BuildDir,
                      StringRef WorkingDir) {
  if (Path.empty())
    return "";
  llvm::SmallString<128> Absolute(Path);
  llvm::sys::path::make_absolute(BuildDir.empty() ? WorkingDir : BuildDir,
                                 Absolute);
  llvm::sys::path::remove_dots(Absolute, /*remove_dot_dot=*/true);
  StringRef Shown = Absolute;
  if (Shown.consume_front(WorkingDir) && Shown.consume_front("/") &&
      !Shown.empty())
    return Shown.str();
  return Absolute.str().str();
}

static void showPaths(clang::tooling::DiagnosticMessage &Message,
                      StringRef BuildDir, StringRef WorkingDir) {
  Message.FilePath = shownPath(Message.FilePath, BuildDir, WorkingDir);
  for (clang::tooling::FileByteRange &Range : Message.Ranges)
    Range.FilePath = shownPath(Range.FilePath, BuildDir, WorkingDir);
  llvm::StringMap<clang::tooling::Replacements> Fixes;
  for (const auto &Fix : Message.Fix)
    for (const clang::tooling::Replacement &Replacement : Fix.second) {
      std::string Path =
          shownPath(Replacement.getFilePath(), BuildDir, WorkingDir);
      // Replacements of one file do not overlap, whatever its path is called.
      llvm::cantFail(Fixes[Path].add({Path, Replacement.getOffset(),
                                      Replacement.getLength(),
                                      Replacement.getReplacementText()}));
    }
  Message.Fix = std::move(Fixes);
}

void showPaths(ClangTidyError &Diagnostic, StringRef WorkingDir) {
  showPaths(Diagnostic.Message, Diagnostic.BuildDirectory, WorkingDir);
  for (clang::tooling::DiagnosticMessage &Note : Diagnostic.Notes)
    showPaths(Note, Diagnostic.BuildDirectory, WorkingDir);
}

void sortAndUnique(std::vector<ClangTidyError> &Diagnostics) {
  using Key = std::tuple<std::string, unsigned, std::string, std::string>;
  std::map<Key, ClangTidyError> Sorted;
  for (ClangTidyError &E : Diagnostics)
    Sorted.try_emplace({E.Message.FilePath, E.Message.FileOffset,
                        E.DiagnosticName, E.Message.Message},
                       E);
  Diagnostics.clear();
  for (auto &[Place, E] : Sorted)
    Diagnostics.push_back(std::move(E));
}

} // namespace joinery::report
