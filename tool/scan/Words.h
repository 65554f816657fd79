//===- Words.h - What a file's words can mean -------------------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_SCAN_WORDS_H
#define JOINERY_SCAN_WORDS_H

#include "scan/Vocabulary.h"
#include "clang/Basic/LangOptions.h"
#include <string>
#include <vector>

namespace joinery::scan {

/// An include directive, in whatever branch of the preprocessor it stands.
struct Include {
  std::string Name;
  bool Angled = false;
  /// Under an #if other than the include guard: the file may be missing.
  bool Conditional = false;
};

/// What one file contributes to a unit.
struct FileWords {
  llvm::BitVector Words;  ///< Outside comments, strings and directives' names.
  llvm::BitVector Pasted; ///< That words of the file can become by pasting.
  bool Pastes = false;    ///< Has a `##`.
  /// What it includes, or imports, cannot be told without a preprocessor.
  bool Unclear = false;
  std::vector<Include> Includes;
};

/// Reads \p Text, which a null character follows, as the preprocessor would if
/// all branches were taken and nothing was expanded.
FileWords wordsOf(llvm::StringRef Text, const clang::LangOptions &Language,
                  const Vocabulary &Known);

} // namespace joinery::scan

#endif // JOINERY_SCAN_WORDS_H
