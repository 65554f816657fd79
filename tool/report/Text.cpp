//===- Text.cpp - Diagnostics as text, with snippets --------------------===//
//
// Part of Joinery, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "report/Text.h"
#include "clang/Basic/DiagnosticOptions.h"
#include "clang/Basic/FileManager.h"
#include "clang/Basic/LangOptions.h"
#include "clang/Basic/SourceManager.h"
#include "clang/Frontend/TextDiagnosticPrinter.h"

using namespace clang;

namespace joinery::report {

namespace {

/// Clang's own printer, fed with diagnostics that have outlived their source
/// manager: a place is a file and an offset.
class TextPrinter {
public:
  TextPrinter(llvm::raw_ostream &OS, bool Colors)
      : Printer(OS, Options), Engine(DiagnosticIDs::create(), Options, &Printer,
                                     /*ShouldOwnClient=*/false),
        Files({}), Sources(Engine, Files) {
    Options.ShowColors = Colors;
    Engine.setSourceManager(&Sources);
    LangOpts.CPlusPlus = true;
    Printer.BeginSourceFile(LangOpts, nullptr);
  }
  ~TextPrinter() { Printer.EndSourceFile(); }

  void print(const tidy::ClangTidyError &Error) {
    auto Level = static_cast<DiagnosticsEngine::Level>(Error.DiagLevel);
    std::string Name = Error.DiagnosticName;
    for (const std::string &Alias : Error.EnabledDiagnosticAliases)
      Name += "," + Alias;
    if (Error.IsWarningAsError) {
      Level = DiagnosticsEngine::Error;
      Name += ",-warnings-as-errors";
    }
    print(Level, Error.Message, " [" + Name + "]");
    for (const tooling::DiagnosticMessage &Note : Error.Notes)
      print(DiagnosticsEngine::Note, Note, "");
  }

private:
  SourceLocation location(llvm::StringRef Path, unsigned Offset) {
    if (Path.empty())
      return {};
    OptionalFileEntryRef File = Files.getOptionalFileRef(Path);
    if (!File)
      return {};
    FileID ID = Sources.getOrCreateFileID(*File, SrcMgr::C_User);
    return Sources.getLocForStartOfFile(ID).getLocWithOffset(
        static_cast<int>(Offset));
  }

  CharSourceRange range(llvm::StringRef Path, unsigned Offset,
                        unsigned Length) {
    return CharSourceRange::getCharRange(location(Path, Offset),
                                         location(Path, Offset + Length));
  }

  void print(DiagnosticsEngine::Level Level,
             const tooling::DiagnosticMessage &Message,
             const std::string &Suffix) {
    SourceLocation Location = location(Message.FilePath, Message.FileOffset);
    std::string Text = Message.Message + Suffix;
    if (!Message.FilePath.empty() && Location.isInvalid())
      Text += " (in '" + Message.FilePath + "')";
    DiagnosticBuilder Builder = Engine.Report(
        Location,
        Engine.getDiagnosticIDs()->getCustomDiagID(severity(Level), "%0"));
    Builder << Text;
    for (const tooling::FileByteRange &Range : Message.Ranges)
      Builder << range(Range.FilePath, Range.FileOffset, Range.Length);
    for (const auto &Fix : Message.Fix)
      for (const tooling::Replacement &Replacement : Fix.second)
        Builder << FixItHint::CreateReplacement(
            range(Replacement.getFilePath(), Replacement.getOffset(),
                  Replacement.getLength()),
            Replacement.getReplacementText());
  }

  static DiagnosticIDs::Level severity(DiagnosticsEngine::Level Level) {
    return static_cast<DiagnosticIDs::Level>(Level);
  }

  DiagnosticOptions Options;
  TextDiagnosticPrinter Printer;
  DiagnosticsEngine Engine;
  FileManager Files;
  SourceManager Sources;
  LangOptions LangOpts;
};

} // namespace

void printText(llvm::ArrayRef<tidy::ClangTidyError> Diagnostics,
               llvm::raw_ostream &OS, bool Colors) {
  TextPrinter Printer(OS, Colors);
  for (const tidy::ClangTidyError &Error : Diagnostics)
    Printer.print(Error);
}

size_t Summary::total() const {
  size_t Total = 0;
  for (const auto &[Check, Count] : Findings)
    Total += Count;
  return Total;
}

void printSummary(const Summary &S, llvm::raw_ostream &OS) {
  auto Counted = [&](size_t Count, llvm::StringRef Noun) {
    OS << Count << ' ' << Noun << (Count == 1 ? "" : "s");
  };
  Counted(S.Units, "unit");
  if (S.BrokenUnits)
    OS << " (" << S.BrokenUnits << " of which could not be compiled)";
  OS << ", ";
  Counted(S.total(), "finding");
  llvm::StringRef Separator = " (";
  for (const auto &[Check, Count] : S.Findings) {
    OS << Separator << Check << ' ' << Count;
    Separator = ", ";
  }
  OS << (S.Findings.empty() ? "\n" : ")\n");
}

} // namespace joinery::report
