//===- Findings.cpp - Findings as the compiler's own warnings ------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clang/Findings.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/STLExtras.h"

using namespace clang;

namespace joinery::plugin {

/// NOLINT is a comment, and -E drops comments. Where the preprocessed line
/// names a file that can be read, the comment is looked for there: the result
/// is the place in that file, or \p At itself.
static SourceLocation commentedPlace(SourceLocation At,
                                     SourceManager &Sources) {
  SourceLocation InFile = Sources.getFileLoc(At);
  PresumedLoc Presumed = Sources.getPresumedLoc(InFile);
  OptionalFileEntryRef Physical =
      Sources.getFileEntryRefForID(Sources.getFileID(InFile));
  if (Presumed.isInvalid() ||
      (Physical && Physical->getName() == Presumed.getFilename()))
    return At;
  OptionalFileEntryRef Original =
      Sources.getFileManager().getOptionalFileRef(Presumed.getFilename());
  if (!Original || (Physical && *Original == *Physical))
    return At;
  SourceLocation There = Sources.translateLineCol(
      Sources.getOrCreateFileID(*Original, SrcMgr::C_User), Presumed.getLine(),
      Presumed.getColumn());
  return There.isValid() ? There : At;
}

bool FindingsConsumer::isFilteredOut(const Diagnostic &Info) {
  if (Info.getLocation().isInvalid())
    return false;
  const SourceManager &Sources = Info.getSourceManager();
  // By what the line markers say: a unit that was preprocessed elsewhere has
  // all its headers in the main file.
  PresumedLoc Place =
      Sources.getPresumedLoc(Sources.getExpansionLoc(Info.getLocation()));
  if (Place.isInvalid())
    return false;
  StringRef Name = Place.getFilename();
  if (Name == Context.getCurrentFile())
    return false;
  const tidy::ClangTidyOptions &Options = Context.getOptions();
  if (!Headers)
    Headers.emplace(Options.HeaderFilterRegex.value_or(".*"));
  if (!ExcludedHeaders)
    ExcludedHeaders.emplace(Options.ExcludeHeaderFilterRegex.value_or(""));
  return !Headers->match(Name) ||
         (!Options.ExcludeHeaderFilterRegex.value_or("").empty() &&
          ExcludedHeaders->match(Name));
}

bool FindingsConsumer::isSilenced(DiagnosticsEngine::Level Level,
                                  const Diagnostic &Info) {
  llvm::SmallVector<tooling::Diagnostic, 1> Errors;
  bool Silenced = Context.shouldSuppressDiagnostic(Level, Info, Errors);
  if (!Silenced && Info.getLocation().isValid()) {
    SourceLocation Commented =
        commentedPlace(Info.getLocation(), Info.getSourceManager());
    if (Commented != Info.getLocation()) {
      DiagnosticStorage Nothing;
      Silenced = Context.shouldSuppressDiagnostic(
          Level,
          Diagnostic(Info.getDiags(), Commented, Info.getID(), Nothing, ""),
          Errors);
    }
  }
  for (const tooling::Diagnostic &Error : Errors)
    keepNoLintError(Error);
  return Silenced;
}

void FindingsConsumer::keepNoLintError(const tooling::Diagnostic &Error) {
  SourceManager &Sources = Compiler.getSourceManager();
  SourceLocation At;
  if (auto File =
          Sources.getFileManager().getOptionalFileRef(Error.Message.FilePath)) {
    FileID ID = Sources.translateFile(*File);
    if (ID.isValid())
      At = Sources.getComposedLoc(ID, Error.Message.FileOffset);
  }
  Kept.push_back({{DiagnosticsEngine::Error,
                   At,
                   Error.Message.Message + " [" + Error.DiagnosticName + "]",
                   {}}});
}

void FindingsConsumer::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                        const Diagnostic &Info) {
  llvm::SmallString<128> Text;
  Info.FormatDiagnostic(Text);
  Message Said = {Level, Info.getLocation(), Text.str().str(), {}};
  Said.Fixes.append(Info.getFixItHints().begin(), Info.getFixItHints().end());
  if (Level == DiagnosticsEngine::Note) {
    // As in clang-tidy, a comment at a note's line ends the story there.
    LastWasLeftOut = LastWasLeftOut || isSilenced(Level, Info);
    if (LastWasLeftOut || Kept.empty())
      return;
    StringRef Plain = Text;
    Plain.consume_back(" [" + LastCheck + "]");
    Said.Text = Plain.str();
    Kept.back().push_back(std::move(Said));
    return;
  }
  LastCheck = Context.getCheckName(Info.getID());
  LastWasLeftOut = isFilteredOut(Info) || isSilenced(Level, Info);
  if (LastWasLeftOut)
    return;
  if (Context.treatAsError(LastCheck))
    Said.Level = DiagnosticsEngine::Error;
  Kept.push_back({std::move(Said)});
}

/// Says a warning or a note of one past the engine: what that has seen of a
/// warning of ours it writes into a module that the compile makes as well, and
/// who reads the module knows no such warning and crashes.
void FindingsConsumer::sayDirectly(const Message &M) {
  unsigned ID = Compiler.getDiagnosticIDs()->getCustomDiagID(
      static_cast<DiagnosticIDs::Level>(M.Level), "%0");
  DiagnosticStorage Storage;
  for (const FixItHint &Fix : M.Fixes)
    Storage.FixItHints.push_back(Fix);
  Compiler.getClient()->HandleDiagnostic(
      M.Level, Diagnostic(&Compiler, M.At, ID, Storage, M.Text));
}

void FindingsConsumer::say(const Message &M) {
  // The text is an argument, since it may have a '%'.
  unsigned ID = Compiler.getDiagnosticIDs()->getCustomDiagID(
      static_cast<DiagnosticIDs::Level>(M.Level), "%0");
  DiagnosticBuilder Report = Compiler.Report(M.At, ID);
  Report << M.Text;
  for (const FixItHint &Fix : M.Fixes)
    Report << Fix;
}

void FindingsConsumer::flush() {
  llvm::SmallVector<const Story *> Order;
  for (const Story &S : Kept)
    Order.push_back(&S);
  llvm::sort(Order, [&](const Story *L, const Story *R) {
    SourceLocation A = L->front().At, B = R->front().At;
    if (A == B)
      return L < R;
    // What has no place is about all: it comes first.
    if (A.isInvalid() || B.isInvalid())
      return A.isInvalid();
    return Compiler.getSourceManager().isBeforeInTranslationUnit(A, B);
  });
  // -w and -Werror do not reach what the compiler has no flag for.
  for (const Story *S : Order) {
    Message First = S->front();
    if (First.Level == DiagnosticsEngine::Warning) {
      if (Compiler.getIgnoreAllWarnings())
        continue;
      if (FollowWerror && Compiler.getWarningsAsErrors())
        First.Level = DiagnosticsEngine::Error;
    }
    bool IsError = First.Level == DiagnosticsEngine::Error;
    IsError ? say(First) : sayDirectly(First);
    for (const Message &Note : llvm::drop_begin(*S))
      IsError ? say(Note) : sayDirectly(Note);
  }
  Kept.clear();
}

} // namespace joinery::plugin
