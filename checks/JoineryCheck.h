//===- JoineryCheck.h - What all checks have in common ---------*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_JOINERYCHECK_H
#define JOINERY_JOINERYCHECK_H

#include "clang-tidy/ClangTidyCheck.h"
#include "facts/Facts.h"
#include "flow/Analysis.h"

namespace joinery {

/// One step of a finding's story.
struct Step {
  clang::SourceLocation At;
  std::string Text;
  llvm::SmallVector<clang::FixItHint, 1> Fixes;
};

/// A finding: what is wrong, where the author must change it, and how it comes
/// about, in the order of time.
struct Defect {
  clang::SourceLocation At;
  std::string Message;
  std::vector<Step> Story;
  llvm::SmallVector<clang::FixItHint, 1> Fixes;

  Defect &then(clang::SourceLocation At, llvm::Twine Text) {
    Story.push_back({At, Text.str(), {}});
    return *this;
  }
};

using Defects = std::vector<Defect>;

/// Leaves a defect of \p Check that other units decide; see Conditional.h.
void hangs(Analysis &A, llvm::StringRef Check, Defect D, Condition If);

/// The base of all checks: decides nothing, asks `find` once per unit for the
/// defects and speaks them in order of position, each once, however many
/// instances of a template have it.
///
/// Options of every check:
///   - `JoineryModelFiles`: model files of the user, `;`-separated; may stand
///     for one check or for all. Default: empty.
///   - `WarnOnMacros`: whether code that a macro expands to is reported.
///     Default: true.
class JoineryCheck : public clang::tidy::ClangTidyCheck {
public:
  JoineryCheck(llvm::StringRef Name, clang::tidy::ClangTidyContext *Context,
               std::shared_ptr<UnitCache> Units);

  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) final;
  void check(const clang::ast_matchers::MatchFinder::MatchResult &Result) final;
  void onEndOfTranslationUnit() final;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

protected:
  /// The defects of a unit, in any order.
  virtual void find(Analysis &A, Defects &Found) = 0;

private:
  facts::Shown shownAt(llvm::StringRef Check, clang::SourceLocation At,
                       const clang::SourceManager &Sources);
  std::vector<std::string> modelFiles(const clang::SourceManager &Sources);
  void speak(const Defect &D, const clang::SourceManager &Sources);

  clang::tidy::ClangTidyContext *Context;
  clang::tidy::NoLintDirectiveHandler NoLints;
  std::shared_ptr<UnitCache> Units;
  std::string ModelFiles;
  bool WarnOnMacros;
};

} // namespace joinery

#endif // JOINERY_JOINERYCHECK_H
