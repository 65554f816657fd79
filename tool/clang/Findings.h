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
#include <string>
#include <vector>

namespace joinery::plugin {

/// Keeps what the checks of \p Context report, less what NOLINT and the header
/// filters leave out, and passes it on to \p Compiler in order of position:
/// each check walks the unit for itself.
class FindingsConsumer : public clang::DiagnosticConsumer {
public:
  FindingsConsumer(clang::tidy::ClangTidyContext &Context,
                   clang::DiagnosticsEngine &Compiler, bool FollowWerror)
      : Context(Context), Compiler(Compiler), FollowWerror(FollowWerror) {}

  void HandleDiagnostic(clang::DiagnosticsEngine::Level Level,
                        const clang::Diagnostic &Info) override;
  /// Passes on what was kept.
  void flush();
  /// Errors are counted by the compiler.
  bool IncludeInDiagnosticCounts() const override { return false; }

private:
  struct Message {
    clang::DiagnosticsEngine::Level Level;
    clang::SourceLocation At;
    std::string Text;
    llvm::SmallVector<clang::FixItHint, 1> Fixes;
  };
  /// A finding and its notes.
  using Story = std::vector<Message>;

  bool isSilenced(clang::DiagnosticsEngine::Level Level,
                  const clang::Diagnostic &Info);
  bool isFilteredOut(const clang::Diagnostic &Info);
  void keepNoLintError(const clang::tooling::Diagnostic &Error);
  void say(const Message &M);
  void sayDirectly(const Message &M);

  clang::tidy::ClangTidyContext &Context;
  clang::DiagnosticsEngine &Compiler;
  bool FollowWerror;
  std::optional<llvm::Regex> Headers, ExcludedHeaders;
  /// The notes of a finding share its fate.
  bool LastWasLeftOut = false;
  std::string LastCheck;
  std::vector<Story> Kept;
};

} // namespace joinery::plugin

#endif // JOINERY_CLANG_FINDINGS_H
