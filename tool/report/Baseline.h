//===- Baseline.h - Findings that are known ---------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A baseline lets a project with old findings see the new ones. An entry is a
// check, a file, the text of a line, and how many such findings there are: it
// survives lines that move, and people can read it in a review.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_REPORT_BASELINE_H
#define JOINERY_REPORT_BASELINE_H

#include "report/Report.h"
#include "report/Sources.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/raw_ostream.h"

namespace joinery::report {

class Baseline {
public:
  struct Entry {
    std::string Check;
    std::string File; ///< Relative to the folder of the baseline.
    std::string Line; ///< Its text, without white space around it.
    bool operator<(const Entry &Other) const {
      return std::tie(File, Check, Line) <
             std::tie(Other.File, Other.Check, Other.Line);
    }
  };

  /// An empty one, whose paths are relative to the folder of \p Path.
  explicit Baseline(llvm::StringRef Path);

  /// Reads \p Path. An error says what is wrong with it and where.
  static llvm::Expected<Baseline> read(llvm::StringRef Path);

  void add(const Diagnostic &E, llvm::StringRef Root, Sources &Files);

  /// Whether \p E is known; each entry is used up as often as it counts.
  bool consume(const Diagnostic &E, llvm::StringRef Root, Sources &Files);

  /// The entries that were not used up and that \p IsChecked says could have
  /// been: it is given a path as diagnostics have it, and a check.
  std::vector<Entry>
  stale(llvm::StringRef Root,
        llvm::function_ref<bool(llvm::StringRef File, llvm::StringRef Check)>
            IsChecked) const;

  void print(llvm::raw_ostream &OS) const;

private:
  Entry entry(const Diagnostic &E, llvm::StringRef Root, Sources &Files) const;
  llvm::Error parse(llvm::StringRef Path, llvm::StringRef Text);

  std::string Folder; ///< Absolute.
  std::map<Entry, size_t> Counts;
};

} // namespace joinery::report

#endif // JOINERY_REPORT_BASELINE_H
