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
#include "llvm/ADT/STLExtras.h"
#include "llvm/Support/FormatVariadic.h"
#include <utility>

using namespace clang;

namespace joinery::report {

namespace {

/// Clang's own printer, fed with diagnostics that have outlived their source
/// manager: a place is a file and an offset.
class TextPrinter {
public:
  TextPrinter(llvm::raw_ostream &OS, TextStyle Style)
      : OS(OS), Style(Style), Printer(OS, Options),
        Engine(DiagnosticIDs::create(), Options, &Printer,
               /*ShouldOwnClient=*/false),
        Files({}), Sources(Engine, Files) {
    Options.ShowColors = Style.Colors;
    OS.enable_colors(Style.Colors);
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
    if (Style.Rich && std::exchange(Any, true))
      OS << '\n';
    print(Level, Error.Message, "", " [" + Name + "]");
    auto Steps = llvm::count_if(
        Error.Notes, [&](const auto &Note) { return isStep(Note, Error); });
    int Step = 0;
    for (const tooling::DiagnosticMessage &Note : Error.Notes) {
      std::string Label;
      if (Style.Rich && !isStep(Note, Error))
        Label = "advice: ";
      else if (Style.Rich && Steps > 1)
        Label = llvm::formatv("{0}/{1}: ", ++Step, Steps);
      print(DiagnosticsEngine::Note, Note, Label, "");
    }
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
             const std::string &Label, const std::string &Suffix) {
    SourceLocation Location = location(Message.FilePath, Message.FileOffset);
    std::string Text = Label + Message.Message + Suffix;
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

  llvm::raw_ostream &OS;
  TextStyle Style;
  bool Any = false;
  DiagnosticOptions Options;
  TextDiagnosticPrinter Printer;
  DiagnosticsEngine Engine;
  FileManager Files;
  SourceManager Sources;
  LangOptions LangOpts;
};

} // namespace

void printText(llvm::ArrayRef<Diagnostic> Diagnostics, llvm::raw_ostream &OS,
               TextStyle Style) {
  TextPrinter Printer(OS, Style);
  for (const Diagnostic &Error : Diagnostics)
    Printer.print(Error);
}

void printPlainText(const Report &R, Sources &, llvm::raw_ostream &OS) {
  printText(R.Shown, OS, TextStyle());
}

static std::string counted(size_t Count, llvm::StringRef Noun) {
  return (llvm::Twine(Count) + " " + Noun + (Count == 1 ? "" : "s")).str();
}

/// How many of the findings --fix would repair, and how many --fix-notes alone.
static void printRepairs(const Report &R, llvm::raw_ostream &OS) {
  size_t Sure = 0, Chosen = 0;
  for (const Diagnostic &E : R.Shown) {
    if (!isFinding(E))
      continue;
    if (!E.Message.Fix.empty())
      ++Sure;
    else if (llvm::any_of(E.Notes,
                          [](const auto &Note) { return !Note.Fix.empty(); }))
      ++Chosen;
  }
  if (Sure)
    OS << "--fix repairs " << Sure << "; add --diff to see how first\n";
  if (Chosen)
    OS << "--fix-notes repairs " << Chosen << (Sure ? " more" : "")
       << " in a way to be chosen; add --diff to see how first\n";
}

void printSummary(const Report &R, llvm::raw_ostream &OS, bool Hint) {
  std::map<std::string, size_t> Findings = R.findings();
  size_t Total = 0;
  for (const auto &[Check, Count] : Findings)
    Total += Count;
  if (Hint && !Findings.empty())
    OS << '\n';
  OS << counted(R.Units.size(), "unit");
  if (size_t Broken = R.brokenUnits())
    OS << " (" << Broken << " of which could not be compiled)";
  OS << ", " << counted(Total, "finding");
  llvm::StringRef Separator = " (";
  for (const auto &[Check, Count] : Findings) {
    OS << Separator << Check << ' ' << Count;
    Separator = ", ";
  }
  if (!Findings.empty())
    OS << ')';
  if (R.Fixed)
    OS << "; " << R.Fixed << " repaired";
  if (size_t Known = R.silenced(SilencedFinding::ByBaseline))
    OS << "; " << Known << " known from the baseline";
  if (R.Unchanged)
    OS << "; " << R.Unchanged << " on lines that were not changed";
  OS << '\n';
  if (!Hint)
    return;
  printRepairs(R, OS);
  if (!Findings.empty())
    OS << "'joinery explain " << Findings.begin()->first
       << "' tells why it is one, and what to do\n";
}

} // namespace joinery::report
