//===- Findings.h - Findings as the compiler's own warnings -------*- C++
//-*-===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// clang-tidy's own consumer turns what the checks say into text with the place
// as file and offset. The compiler needs the place itself, to show the snippet
// and the chain of includes, and knows better what file a line of preprocessed
// source comes from.
//
//===----------------------------------------------------------------------===//

#ifndef JOINERY_CLANG_FINDINGS_H
#define JOINERY_CLANG_FINDINGS_H

#include "clang-tidy/ClangTidyDiagnosticConsumer.h"
#include "llvm/Support/Regex.h"
#include <optional>

namespace joinery::plugin {

/// Passes on to \p Compiler what the checks of \p Context report, less what
/// NOLINT and the header filters leave out.
class FindingsConsumer : public clang::DiagnosticConsumer {
public:
  FindingsConsumer(clang::tidy::ClangTidyContext &Context,
                   clang::DiagnosticsEngine &Compiler, bool FollowWerror)
      : Context(Context), Compiler(Compiler), FollowWerror(FollowWerror) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;
  /// Errors are counted by the compiler.
  bool IncludeInDiagnosticCounts() const override { return false; }

private:
  bool isLeftOut(clang::DiagnosticsEngine::Level Level,
                 const clang::Diagnostic &Info, llvm::StringRef Check);
  bool isFilteredOut(const clang::Diagnostic &Info);
  void say(clang::DiagnosticsEngine::Level Level, clang::SourceLocation At,
           llvm::StringRef Message, llvm::ArrayRef<clang::FixItHint> Fixes);
  void sayNoLintError(const clang::tooling::Diagnostic &Error);

  clang::tidy::ClangTidyContext &Context;
  clang::DiagnosticsEngine &Compiler;
  bool FollowWerror;
  std::optional<llvm::Regex> Headers, ExcludedHeaders;
  /// The notes of a finding share its fate.
  bool LastWasLeftOut = false;
  std::string LastCheck;
};

} // namespace joinery::plugin

#endif // JOINERY_CLANG_FINDINGS_H
