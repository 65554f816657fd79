//===- Findings.cpp - Findings as the compiler's own warnings ------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "clang/Findings.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/ScopeExit.h"

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
  PresumedLoc Main = Sources.getPresumedLoc(
      Sources.getLocForStartOfFile(Sources.getMainFileID()));
  if (Place.isInvalid() || StringRef(Place.getFilename()) == Main.getFilename())
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

bool FindingsConsumer::isLeftOut(DiagnosticsEngine::Level Level,
                                 const Diagnostic &Info, StringRef Check) {
  if (isFilteredOut(Info))
    return true;
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
    sayNoLintError(Error);
  return Silenced;
}

void FindingsConsumer::sayNoLintError(const tooling::Diagnostic &Error) {
  SourceManager &Sources = Compiler.getSourceManager();
  SourceLocation At;
  if (auto File =
          Sources.getFileManager().getOptionalFileRef(Error.Message.FilePath)) {
    FileID ID = Sources.translateFile(*File);
    if (ID.isValid())
      At = Sources.getComposedLoc(ID, Error.Message.FileOffset);
  }
  say(DiagnosticsEngine::Error, At,
      Error.Message.Message + " [" + Error.DiagnosticName + "]", {});
}

void FindingsConsumer::say(DiagnosticsEngine::Level Level, SourceLocation At,
                           StringRef Message, ArrayRef<FixItHint> Fixes) {
  bool Werror = Compiler.getWarningsAsErrors();
  auto Restore =
      llvm::make_scope_exit([&] { Compiler.setWarningsAsErrors(Werror); });
  if (!FollowWerror)
    Compiler.setWarningsAsErrors(false);
  // The message is an argument, since it may have a '%'.
  unsigned ID = Compiler.getDiagnosticIDs()->getCustomDiagID(
      static_cast<DiagnosticIDs::Level>(Level), "%0");
  DiagnosticBuilder Report = Compiler.Report(At, ID);
  Report << Message;
  for (const FixItHint &Fix : Fixes)
    Report << Fix;
}

void FindingsConsumer::HandleDiagnostic(DiagnosticsEngine::Level Level,
                                        const Diagnostic &Info) {
  llvm::SmallString<128> Message;
  Info.FormatDiagnostic(Message);
  if (Level == DiagnosticsEngine::Note) {
    if (LastWasLeftOut)
      return;
    StringRef Text = Message;
    Text.consume_back(" [" + LastCheck + "]");
    say(Level, Info.getLocation(), Text, Info.getFixItHints());
    return;
  }
  LastCheck = Context.getCheckName(Info.getID());
  LastWasLeftOut = isLeftOut(Level, Info, LastCheck);
  if (LastWasLeftOut)
    return;
  if (Context.treatAsError(LastCheck))
    Level = DiagnosticsEngine::Error;
  say(Level, Info.getLocation(), Message, Info.getFixItHints());
}

} // namespace joinery::plugin
