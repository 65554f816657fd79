//===- Suppressions.h - NOLINT comments and what they silence ---*- C++ -*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang-tidy drops what a comment silences. Two questions need it: a report of
// what was accepted, and which comments silence nothing.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_DRIVER_SUPPRESSIONS_H
#define JOINERY_DRIVER_SUPPRESSIONS_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "clang/Lex/Preprocessor.h"
#include <string>
#include <vector>

namespace joinery::driver {

using clang::tidy::ClangTidyError;

/// A name of one of our checks in a NOLINT comment of a file that a unit reads.
struct Suppression {
  std::string File; ///< As the compiler saw it.
  std::string BuildDirectory;
  unsigned Offset = 0; ///< Of the name.
  std::string Name;    ///< Of a check, or a glob.
  bool Used = false;
};

/// Where preprocessing left lines out: nothing can be found there.
using SkippedLines =
    std::vector<std::pair<clang::FileID, std::pair<unsigned, unsigned>>>;

/// Has the preprocessor add to \p Skipped what it leaves out.
void recordSkippedLines(clang::Preprocessor &PP, SkippedLines &Skipped);

/// clang-tidy's consumer, which in addition keeps what comments silence.
class SuppressionRecorder : public clang::tidy::ClangTidyDiagnosticConsumer {
public:
  explicit SuppressionRecorder(clang::tidy::ClangTidyContext &Context)
      : ClangTidyDiagnosticConsumer(Context), Context(Context) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;

  /// Notes that a comment at \p At silences \p Check, shown or not.
  void recordUse(const clang::SourceManager &Sources, clang::SourceLocation At,
                 llvm::StringRef Check);

  /// The findings that were silenced, with their notes and without fix-its.
  std::vector<ClangTidyError> takeSilenced();

  /// The comments of the files that were read and are not system headers. Left
  /// out are those that this unit cannot judge: in lines that were skipped, and
  /// for checks that are not among \p Enabled.
  std::vector<Suppression>
  suppressions(const clang::SourceManager &Sources,
               const clang::LangOptions &LangOpts, const SkippedLines &Skipped,
               llvm::ArrayRef<std::string> Enabled) const;

private:
  struct Use {
    std::string File;
    unsigned Line;
    std::string Check;
  };
  void recordSilenced(clang::DiagnosticsEngine::Level Level,
                      const clang::Diagnostic &Info);
  bool isReported(const clang::Diagnostic &Info) const;

  clang::tidy::ClangTidyContext &Context;
  std::vector<Use> Uses;
  std::vector<ClangTidyError> Silenced;
  bool KeepNotes = false;
};

} // namespace joinery::driver

#endif // JOINERY_DRIVER_SUPPRESSIONS_H
